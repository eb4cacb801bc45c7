import type {Day} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {Household} from '../household/household.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {AuthorityId, ChildId, HouseholdId} from '../ids.ts'
import type {GridReference} from '../location.ts'
import type {Referral} from '../referral/referral.ts'
import type {MatchingPolicy} from './policy.ts'

/** Whose homes, in the order of the search ladder. */
export const GROUPS = [
  'with-parents',
  'connected-person',
  'in-house',
  'ifa',
  'other-authority',
  'supported-lodgings',
] as const
export type Group = (typeof GROUPS)[number]

export const CONSIDERATIONS = [
  'locality.home',
  'locality.school',
  'locality.area',
  'locality.family-time',
  'siblings',
  'identity.ethnicity',
  'identity.religion',
  'identity.language',
  'needs',
  'household-mix',
  'wishes',
] as const
export type ConsiderationName = (typeof CONSIDERATIONS)[number]

export const HARD_RULES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10', 'H11'] as const
export type HardRule = (typeof HARD_RULES)[number]
export const APPROVAL_RULES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'] as const
export type ApprovalRule = (typeof APPROVAL_RULES)[number]

/** A household with its calendar: one unit of supply. */
export interface Home {
  readonly household: Household
  readonly calendar: readonly Occupancy[]
}

/** A brother or sister who is looked after or referred, and where they live now if they have a home. */
export interface Sibling {
  readonly childId: ChildId
  readonly livesAt: (GridReference & {readonly householdId: HouseholdId | null}) | null
}

/** Everything that decides a shortlist. The same input gives the same bytes. */
export interface MatchInput {
  /** The authority that is responsible for the children. */
  readonly authorityId: AuthorityId
  readonly referral: Referral
  /** The referral's children, in any order. */
  readonly children: readonly Child[]
  /** Siblings of each referred child who are not in this referral. */
  readonly siblings: Readonly<Record<ChildId, readonly Sibling[]>>
  readonly supply: readonly Home[]
  readonly policy: MatchingPolicy
  readonly search: readonly Group[]
  /** Homes farther than this from the children's home are not searched; null: no limit. */
  readonly withinMiles: number | null
  /** Options returned. */
  readonly limit: number
  /** The moment of asking: an expired hold takes nothing. */
  readonly at: string
}

export interface Consideration {
  readonly name: ConsiderationName
  readonly weight: number
  /** 0-1, two decimals. */
  readonly score: number
  readonly known: boolean
  readonly words: string
}

export interface RequiredApproval {
  readonly rule: ApprovalRule
  readonly role: string
  readonly within: {readonly value: number; readonly unit: 'working-days' | 'weeks'} | null
  readonly words: string
  readonly source: string
}

export interface Gap {
  /** e.g. `needs.therapeutic`, `identity.religion`. */
  readonly about: string
  readonly fit: 'partly' | 'not-met' | 'not-known'
  readonly words: string
}

/** Whole numbers, 0-100; `low` counts every unknown as 0 and `high` as 1. */
export interface Suitability {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Option {
  readonly rank: number
  readonly householdId: HouseholdId
  readonly group: Group
  readonly suitability: Suitability
  /** From the children's home (the mean, when they lived apart); null when no home is known. */
  readonly distanceMiles: number | null
  readonly considerations: readonly Consideration[]
  readonly approvals: readonly RequiredApproval[]
  readonly gaps: readonly Gap[]
  readonly costPenceAWeek: {readonly marginal: number | null; readonly full: number | null} | null
}

/** One broken hard rule, in words. */
export interface Breach {
  readonly rule: HardRule
  readonly words: string
  readonly source: string
}

export interface ExcludedHousehold {
  readonly householdId: HouseholdId
  readonly group: Group
  readonly breaches: readonly Breach[]
}

/** The least that would make an excluded household an option. */
export interface NearlyPossible {
  readonly householdId: HouseholdId
  readonly change: 'vacant-from' | 'available-from' | 'approved-from' | 'change-of-terms' | 'beyond-search'
  /** For changes that wait for a day. */
  readonly on: Day | null
  readonly words: string
}

export interface SplitHome {
  readonly householdId: HouseholdId
  readonly children: readonly ChildId[]
  readonly suitability: Suitability
  readonly distanceMiles: number | null
  readonly approvals: readonly RequiredApproval[]
}

/** A group parted between homes: another kind of answer, given only when no one home can take all. */
export interface Split {
  readonly rank: number
  readonly homes: readonly SplitHome[]
  readonly pairsParted: number
  /** Sum over pairs of homes. */
  readonly milesBetweenHomes: number
  /** Mean over the children. */
  readonly suitability: number
  readonly words: string
}

export interface Counts {
  readonly considered: number
  readonly options: number
  readonly excluded: number
  /** Households that break each rule; one household can break several. */
  readonly byRule: Readonly<Partial<Record<HardRule, number>>>
}

export const SEARCH_NEXT = [...GROUPS, 'ifa-offers', 'childrens-home'] as const

export interface Answer {
  readonly options: readonly Option[]
  readonly splits: readonly Split[]
  readonly nearlyPossible: readonly NearlyPossible[]
  readonly counts: Counts
  readonly searchNext: readonly (typeof SEARCH_NEXT)[number][]
}

/** `apart-by-plan` referrals are answered child by child in `eachChild`; then the answer above it is empty. */
export interface ShortlistAnswer extends Answer {
  readonly eachChild: readonly (Answer & {readonly childId: ChildId})[]
}

/** What the engine makes: the answer, and every excluded household with every rule that it breaks. */
export interface Shortlisted {
  readonly answer: ShortlistAnswer
  readonly excluded: readonly ExcludedHousehold[]
}
