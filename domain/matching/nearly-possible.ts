import {addDays, type Day, dayInWords} from '../calendar.ts'
import {takes} from '../household/capacity.ts'
import type {Terms} from '../household/household.ts'
import {remembered} from '../remembered.ts'
import {type Party, partyOf} from './party.ts'
import {bySuitability, type Scored, scored} from './rank.ts'
import {isWithin, type RuleSet, ruleSet} from './rule-set.ts'
import {isOption} from './rules/breaches.ts'
import type {Found} from './search.ts'
import type {Home, MatchInput, NearlyPossible} from './shortlist.ts'
import {milesFromHome} from './suitability.ts'
import {changesInWords, couldChange, termsAgainst} from './terms.ts'

const MOST = 5

/** What something could be done about: approval, terms, capacity, status. Nothing lifts the other rules. */
const CHANGEABLE = ruleSet('H1', 'H2', 'H5', 'H6')
const TERMS = ruleSet('H2')

/**
 * The most suitable homes that one change would make an option, and the least such change. Homes are asked in
 * order of suitability, and only until there are enough.
 */
export function nearlyPossible(
  input: MatchInput,
  {party, excluded, beyond}: Found,
): readonly NearlyPossible[] {
  const near: (Scored & {readonly rules: RuleSet | null})[] = []
  const add = (home: Home, rules: RuleSet | null): void => {
    const {value, miles} = scored(party, home)
    near.push({home, value, miles, rules})
  }
  for (const {home, rules} of excluded) if (mightChange(party, home, rules)) add(home, rules)
  for (const home of beyond) add(home, null)
  const nearly: NearlyPossible[] = []
  const partyFrom = partiesWaiting(input, party)
  for (const {home, rules} of near.toSorted(bySuitability)) {
    const change = rules === null ? farther(input, party, home) : leastChange(partyFrom, party, home, rules)
    if (change !== null) nearly.push({householdId: home.household.id, ...change})
    if (nearly.length === MOST) break
  }
  return nearly
}

type Change = Omit<NearlyPossible, 'householdId'>

/** Most full homes have no end in sight, and many terms cannot bend so far; those are not worth scoring. */
function mightChange(party: Party, home: Home, rules: RuleSet): boolean {
  if (!isWithin(rules, CHANGEABLE)) return false
  return rules === TERMS ? couldBend(party, home) : daysOfChange(party, home).length > 0
}

const couldBend = (party: Party, {household}: Home): boolean =>
  termsAgainst(party, household).every(term => couldChange(term, party, household))

function farther({withinMiles}: MatchInput, party: Party, home: Home): Change | null {
  const miles = milesFromHome(party, home)
  if (withinMiles === null || miles === null || !isOption(party, home)) return null
  const beyond = Math.max(0.1, Math.round((miles - withinMiles) * 10) / 10)
  return {change: 'beyond-search', on: null, words: `${beyond} miles beyond the search`}
}

type PartyFrom = (day: Day) => Party

const leastChange = (partyFrom: PartyFrom, party: Party, home: Home, rules: RuleSet): Change | null =>
  rules === TERMS ? changeOfTerms(party, home) : wait(partyFrom, party, home)

/** The first day from which, all else as it is, the home would be an option for what is left of the stay. */
function wait(partyFrom: PartyFrom, party: Party, home: Home): Change | null {
  const first = daysOfChange(party, home)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .find(({on}) => isOption(partyFrom(on), home))
  return first ? {...first, words: `${WAITS[first.change]} from ${dayInWords(first.on)}`} : null
}

/** The same children as they would be on a later day; many homes change on one day. */
function partiesWaiting(input: MatchInput, {seekers}: Party): PartyFrom {
  const ids = seekers.map(({child}) => child.id)
  return remembered(day => partyOf(neededOn(input, day), ids))
}

const neededOn = (input: MatchInput, on: Day): MatchInput => ({
  ...input,
  referral: {...input.referral, neededFrom: on},
})

const WAITS = {'approved-from': 'approved', 'available-from': 'available', 'vacant-from': 'vacant'} as const

interface Waiting {
  readonly change: keyof typeof WAITS
  readonly on: Day
}

const NEVER: readonly Waiting[] = []

/** The days during the stay on which the home becomes approved, available or emptier. */
function daysOfChange({arrival}: Party, {household: {approval, status}, calendar}: Home): readonly Waiting[] {
  const {from, until} = arrival.stay
  let days: Waiting[] | undefined
  const add = (change: Waiting['change'], on: Day | null): void => {
    if (on === null || on <= from || (until !== null && on >= until)) return
    days ??= []
    days.push({change, on})
  }
  add('approved-from', approval.from)
  if (status.until !== null && status.until >= from) add('available-from', addDays(status.until, 1))
  for (const occupancy of calendar)
    if (occupancy.until !== null && takes(occupancy, arrival)) add('vacant-from', occupancy.until)
  return days ?? NEVER
}

/** SI 2011/581 reg 28: with the carers' written agreement, the agency decision maker can change the terms at once. */
function changeOfTerms(party: Party, home: Home): Change | null {
  const {household} = home
  const {approval} = household
  const against = termsAgainst(party, household)
  const changes = against.map(({change}) => change?.terms(party, approval.terms))
  const terms: Terms = Object.assign({}, approval.terms, ...changes)
  if (!isOption(party, {...home, household: {...household, approval: {...approval, terms}}})) return null
  const to = changesInWords(against, party, approval.terms)
  const words = `change of terms to ${to} (agency decision maker, carers' written agreement)`
  return {change: 'change-of-terms', on: null, words}
}
