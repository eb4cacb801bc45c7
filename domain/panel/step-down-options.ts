import type {Day, Instant} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {AuthorityId, HouseholdId, ReferralId} from '../ids.ts'
import {makeShortlist} from '../matching/make-shortlist.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import {
  GROUPS,
  type Group,
  type Home,
  type MatchInput,
  type NearlyPossible,
  type Suitability,
} from '../matching/shortlist.ts'
import type {Placement} from '../placement/placement.ts'
import {type SiblingNow, siblingsIn, siblingsToMatch} from './siblings.ts'
import {type LivesIn, type Stability, stabilityOf, wouldLose} from './stability.ts'
import {pounds} from './words.ts'

/** One home that could take the child now, beside the one where the child lives. */
export interface StepDownOption {
  readonly rank: number
  readonly householdId: HouseholdId
  /** The case system's name for it. */
  readonly reference: string
  readonly group: Group
  readonly suitability: Suitability
  readonly distanceMiles: number | null
  /** That home's weekly cost less this one's: below nought it costs less. null: one of them is not known. */
  readonly differencePenceAWeek: {readonly marginal: number | null; readonly full: number | null}
  /** What would be lost by the move; never empty. */
  readonly wouldLose: readonly string[]
  /** All of it in one sentence: of a settled child what would be lost first. */
  readonly words: string
}

export interface StepDownOptions {
  readonly stability: Stability
  /** Of the home where the child lives; null: it is no household, or not one that the engine would offer now. */
  readonly suitability: Suitability | null
  readonly options: readonly StepDownOption[]
  readonly nearlyPossible: readonly (NearlyPossible & {readonly reference: string})[]
}

/** Everything that decides the options of one child on a day. */
export interface OptionsInput {
  readonly authorityId: AuthorityId
  readonly child: Child
  /** Of the placement that the child is in. */
  readonly livesIn: LivesIn & Pick<Placement, 'householdId' | 'setting'>
  /** What it costs a week now; null: not known. */
  readonly weeklyCostPence: number | null
  readonly siblings: readonly SiblingNow[]
  readonly supply: readonly Home[]
  readonly policy: MatchingPolicy
  readonly settledNights: number
  readonly day: Day
  readonly at: Instant
}

/** As many as a page has room for. */
const MOST = 5

/** The ladder, in-house first, without the home of a parent: to go home is for the care plan, not for a search. */
const SEARCH = GROUPS.filter(group => group !== 'with-parents')

/**
 * The engine's shortlist for this child against the supply as it is, without the home where the child lives: as a planned,
 * long-term placement from the day on. In the engine's order, never by what a home would save. Of a confidential home no
 * distance is told: a pack goes to all members.
 */
export function stepDownOptions(input: OptionsInput): StepDownOptions {
  const {child, livesIn, siblings, supply, day, settledNights} = input
  const {householdId} = livesIn
  const homes = new Map(supply.map(home => [home.household.id, home.household]))
  const isSecret = (id: HouseholdId | null): boolean => id !== null && homes.get(id)?.confidential === true
  const stability = stabilityOf(
    isSecret(householdId) ? {} : child,
    livesIn,
    siblingsIn(siblings, livesIn),
    day,
    settledNights,
  )
  const {answer} = makeShortlist(
    searchOf(
      input,
      supply.filter(({household}) => household.id !== householdId),
    ),
  )
  return {
    stability,
    suitability: suitabilityHere(input),
    options: answer.options.map(option => {
      const {rank, group, suitability, distanceMiles, costPenceAWeek} = option
      const secret = isSecret(option.householdId)
      const {home, reference} = homes.get(option.householdId)!
      const differencePenceAWeek = {
        marginal: less(costPenceAWeek?.marginal, input.weeklyCostPence),
        full: less(costPenceAWeek?.full, input.weeklyCostPence),
      }
      const loses = wouldLose(stability, secret ? null : child.school, home)
      return {
        rank,
        householdId: option.householdId,
        reference,
        group,
        suitability,
        distanceMiles: secret ? null : distanceMiles,
        differencePenceAWeek,
        wouldLose: loses,
        words: inWords(stability, loses, suitability, differencePenceAWeek),
      }
    }),
    nearlyPossible: answer.nearlyPossible.map(near => ({
      ...near,
      reference: homes.get(near.householdId)!.reference,
    })),
  }
}

/** How the engine would score the home where the child lives, were their own place there free. */
function suitabilityHere(input: OptionsInput): Suitability | null {
  const {child, livesIn, supply} = input
  const here = supply.find(({household}) => household.id === livesIn.householdId)
  if (here === undefined) return null
  const calendar = here.calendar.filter(({occupant}) => occupant?.childId !== child.id)
  const {answer} = makeShortlist(searchOf(input, [{...here, calendar}]))
  return answer.options[0]?.suitability ?? null
}

const searchOf = (
  {authorityId, child, siblings, policy, day, at}: OptionsInput,
  supply: readonly Home[],
): MatchInput => ({
  authorityId,
  referral: {
    id: `panel-${child.id}` as ReferralId,
    children: [child.id],
    urgency: 'planned',
    kind: 'long-term',
    neededFrom: day,
    expectedUntil: null,
    siblings: 'prefer-together',
  },
  children: [child],
  siblings: {[child.id]: siblingsToMatch(siblings)},
  supply,
  policy: {...policy, order: 'in-house-first'},
  search: SEARCH,
  withinMiles: null,
  limit: MOST,
  at,
})

const less = (there: number | null | undefined, here: number | null): number | null =>
  there == null || here === null ? null : there - here

function inWords(
  {settled}: Stability,
  loses: readonly string[],
  {value}: Suitability,
  {marginal, full}: StepDownOption['differencePenceAWeek'],
): string {
  const lost = `would lose ${loses.join('; ')}`
  const cost = `${difference(marginal)} (${full === null ? 'with overheads not known' : `${difference(full)} with overheads`})`
  const suits = `suitability ${value} of 100`
  return settled ? `${lost}; ${suits}; ${cost}.` : `${suits}; ${cost}; ${lost}.`
}

function difference(pence: number | null): string {
  if (pence === null) return 'the difference in cost is not known'
  if (pence === 0) return 'the same cost'
  return `${pounds(Math.abs(pence))} a week ${pence < 0 ? 'less' : 'more'}`
}
