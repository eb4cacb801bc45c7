import {addDays, type Day, dayInWords} from '../calendar.ts'
import {takes} from '../household/capacity.ts'
import type {Terms} from '../household/household.ts'
import {type Party, partyOf} from './party.ts'
import {bySuitability, scored} from './rank.ts'
import {isOption} from './rules/breaches.ts'
import type {Found} from './search.ts'
import type {Breach, HardRule, Home, MatchInput, NearlyPossible} from './shortlist.ts'
import {milesFromHome} from './suitability.ts'
import {changesInWords, couldChange, termsAgainst} from './terms.ts'

const MOST = 5

/** What something could be done about: approval, terms, capacity, status. Nothing lifts the other rules. */
const CHANGEABLE: readonly HardRule[] = ['H1', 'H2', 'H5', 'H6']

/**
 * The most suitable homes that one change would make an option, and the least such change. Homes are asked in
 * order of suitability, and only until there are enough.
 */
export function nearlyPossible(
  input: MatchInput,
  {party, excluded, beyond}: Found,
): readonly NearlyPossible[] {
  const nearly: NearlyPossible[] = []
  const changeable = [...excluded.keys()].filter(home =>
    excluded.get(home)?.every(({rule}) => CHANGEABLE.includes(rule)),
  )
  for (const {home} of [...changeable, ...beyond].map(home => scored(party, home)).toSorted(bySuitability)) {
    const breaches = excluded.get(home)
    const change = breaches ? leastChange(input, party, home, breaches) : farther(input, party, home)
    if (change !== null) nearly.push({householdId: home.household.id, ...change})
    if (nearly.length === MOST) break
  }
  return nearly
}

type Change = Omit<NearlyPossible, 'householdId'>

function farther({withinMiles}: MatchInput, party: Party, home: Home): Change | null {
  const miles = milesFromHome(party, home)
  if (withinMiles === null || miles === null || !isOption(party, home)) return null
  const beyond = Math.max(0.1, Math.round((miles - withinMiles) * 10) / 10)
  return {change: 'beyond-search', on: null, words: `${beyond} miles beyond the search`}
}

const leastChange = (
  input: MatchInput,
  party: Party,
  home: Home,
  breaches: readonly Breach[],
): Change | null =>
  breaches.every(({rule}) => rule === 'H2') ? changeOfTerms(party, home) : wait(input, party, home)

type Waiting = Change & {readonly on: Day}

/** The first day from which, all else as it is, the home would be an option for what is left of the stay. */
function wait(input: MatchInput, party: Party, home: Home): Change | null {
  const {neededFrom, expectedUntil} = input.referral
  const ids = party.seekers.map(({child}) => child.id)
  const possible = daysOfChange(party, home)
    .filter(({on}) => on > neededFrom && (expectedUntil === null || on < expectedUntil))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .find(({on}) => isOption(partyOf(neededOn(input, on), ids), home))
  return possible ?? null
}

const neededOn = (input: MatchInput, on: Day): MatchInput => ({
  ...input,
  referral: {...input.referral, neededFrom: on},
})

/** The days on which the home becomes approved, available or emptier. */
function daysOfChange({arrival}: Party, {household: {approval, status}, calendar}: Home): readonly Waiting[] {
  const days: Waiting[] = []
  if (approval.from !== null) days.push(waitUntil('approved-from', approval.from))
  if (status.until !== null) days.push(waitUntil('available-from', addDays(status.until, 1)))
  for (const occupancy of calendar)
    if (occupancy.until !== null && takes(occupancy, arrival))
      days.push(waitUntil('vacant-from', occupancy.until))
  return days
}

const WAITS = {'approved-from': 'approved', 'available-from': 'available', 'vacant-from': 'vacant'} as const

const waitUntil = (change: keyof typeof WAITS, on: Day): Waiting => ({
  change,
  on,
  words: `${WAITS[change]} from ${dayInWords(on)}`,
})

/** SI 2011/581 reg 28: with the carers' written agreement, the agency decision maker can change the terms at once. */
function changeOfTerms(party: Party, home: Home): Change | null {
  const {household} = home
  const {approval} = household
  const against = termsAgainst(party, household)
  if (!against.every(term => couldChange(term, party, household))) return null
  const changes = against.map(({change}) => change?.terms(party, approval.terms))
  const terms: Terms = Object.assign({}, approval.terms, ...changes)
  if (!isOption(party, {...home, household: {...household, approval: {...approval, terms}}})) return null
  const to = changesInWords(against, party, approval.terms)
  const words = `change of terms to ${to} (agency decision maker, carers' written agreement)`
  return {change: 'change-of-terms', on: null, words}
}
