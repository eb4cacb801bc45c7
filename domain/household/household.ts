import type {Day} from '../calendar.ts'
import type {Language, Sex, Term} from '../child/child.ts'
import type {EthnicityCode} from '../child/ethnicity.ts'
import type {AuthorityId, ChildId, HouseholdId} from '../ids.ts'
import type {Location} from '../location.ts'
import type {ReferralKind} from '../referral/referral.ts'

/**
 * `parent` is the home of a parent or person with parental responsibility, for the children it names
 * (Children Act 1989 s.22C(2)-(4); SI 2010/959 regs 15-20).
 */
export const HOUSEHOLD_KINDS = ['fostering', 'connected-person', 'supported-lodgings', 'parent'] as const
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number]

export const SCHEMES = ['mainstream', 'specialist', 'short-break', 'fostering-for-adoption'] as const
export type Scheme = (typeof SCHEMES)[number]

export type Provider =
  | {readonly type: 'in-house'}
  | {readonly type: 'ifa'; readonly agencyId: string}
  | {readonly type: 'other-authority'; readonly authorityId: AuthorityId}

export interface Terms {
  /** How many fostered children at once. */
  readonly places: number
  /** Completed years, both ends included. */
  readonly ages: {readonly from: number; readonly to: number}
  readonly sexes: readonly Sex[]
  readonly kinds: readonly ReferralKind[]
  /** Not empty: approved for these children alone. */
  readonly namedChildren: readonly ChildId[]
}

/** Ofsted registration of a supported accommodation provider (SI 2023/416). */
export interface Registration {
  readonly urn: string
  readonly status: 'registered' | 'applied' | 'suspended' | 'cancelled'
  readonly from?: Day
  readonly until?: Day | null
}

export interface Approval {
  /** null: not approved yet (a connected person awaiting assessment). */
  readonly from: Day | null
  /** The last day on which the approval stands; null: no end. */
  readonly until: Day | null
  /** Default `full`; the others are temporary approvals under SI 2010/959 regs 24 and 25A. */
  readonly route?: 'full' | 'regulation-24' | 'regulation-25A'
  readonly terms: Terms
  readonly registration?: Registration
}

/** A bedroom for placed children (the carers' own rooms are not listed). A shareable one sleeps two. */
export interface Bedroom {
  readonly id: string
  readonly shareable: boolean
  readonly groundFloor: boolean
}

export interface Member {
  readonly relationship: 'carer' | 'own-child' | 'other-child' | 'other-adult'
  readonly dob?: Day
  readonly sex?: Sex
}

/** What this home must not, or says it cannot, take on; with why and when that was recorded. */
export type Exclusion = {readonly reason: string; readonly recordedOn: Day} & (
  | {readonly kind: 'disqualified'; readonly exceptChildren?: readonly ChildId[]}
  | {readonly kind: 'barred'; readonly childId: ChildId}
  | {readonly kind: 'not-child'; readonly childId: ChildId}
  /** The carer's own stated limit: weighed and shown as a gap, never an automatic exclusion. */
  | {readonly kind: 'prefers-not'; readonly risk: Term}
)

export const STATUS_STATES = ['available', 'on-hold', 'suspended', 'notice-given'] as const

export interface HouseholdStatus {
  readonly state: (typeof STATUS_STATES)[number]
  readonly from: Day
  /** The last day of this state; null: until further notice. */
  readonly until: Day | null
  readonly reason: string | null
}

export interface WeeklyCost {
  /** What one more child there costs the authority. */
  readonly marginalPenceAWeek: number | null
  /** The same with the service's overheads. */
  readonly fullPenceAWeek: number | null
}

/** A home that could take a child. An absent fact is *not known*. */
export interface Household {
  readonly id: HouseholdId
  readonly reference: string
  readonly kind: HouseholdKind
  readonly scheme: Scheme
  readonly provider: Provider
  readonly approval: Approval
  readonly home: Location
  /** The authority in whose area it stands. */
  readonly authorityId: AuthorityId
  readonly bedrooms: readonly Bedroom[]
  readonly members?: readonly Member[]
  /** Of the carers. */
  readonly ethnicities?: readonly EthnicityCode[]
  readonly religions?: readonly Term[]
  /** Religions that the home actively supports without sharing them. */
  readonly supportsReligions?: readonly Term[]
  readonly languages?: readonly Language[]
  readonly skills?: readonly Term[]
  /** Kinds of animal; an empty list says that there are none. */
  readonly pets?: readonly Term[]
  readonly smoking?: boolean
  readonly accessible?: boolean
  readonly exclusions?: readonly Exclusion[]
  readonly status: HouseholdStatus
  readonly weeklyCost: WeeklyCost | null
  /** Where it stands is for few to know. Absent: it is not. */
  readonly confidential?: boolean
}
