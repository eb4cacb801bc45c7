import type {Day, Instant} from '../calendar.ts'
import type {
  ApproachId,
  AuthorityId,
  ChildId,
  HoldId,
  HouseholdId,
  OccupancyId,
  PlacementId,
  ReferralId,
  ShortlistId,
} from '../ids.ts'
import type {Location} from '../location.ts'
import type {ApprovalRule} from '../matching/shortlist.ts'
import type {PlacementCode, ReasonEpisodeCeased, ReasonForPlaceChange} from './codes.ts'

/** A home other than a household that Hearth knows: a children's home, supported accommodation, with parents. */
export interface Setting {
  readonly name: string
  readonly urn: string | null
}

/** A child is in one main placement at a time. The others are stays aside, which neither end nor free it. */
export const ARRANGEMENTS = ['main', 'respite', 'hospital'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** A decision that an option needed, as it was made: who, in which role, on which day, and why. */
export interface GrantedApproval {
  readonly rule: ApprovalRule
  /** The role that the rule names, such as `nominated-officer`. */
  readonly role: string
  readonly by: string
  readonly on: Day
  readonly reason: string
}

/** What the chooser was shown, and what they chose of it. */
export interface Chosen {
  readonly shortlistId: ShortlistId
  /** null: not among what the shortlist offered. */
  readonly rank: number | null
  /** Why not the first; null when it was the first, or nothing was offered. */
  readonly reason: string | null
}

export interface Ended {
  /** The first night on which the child no longer lived there. */
  readonly on: Day
  /** A move's: why the child left. */
  readonly reason: ReasonForPlaceChange | null
  /** X1 for a move; null where a stay aside ended, and the child went back. */
  readonly rec: ReasonEpisodeCeased | null
  /** Where the child moved to; null: nowhere that Hearth knows. */
  readonly nextPlacementId: PlacementId | null
}

export interface Nights {
  readonly from: Day
  readonly until: Day | null
}

/** A mistake in the dates, put right. */
export interface Correction {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly before: Nights
  readonly after: Nights
}

/** The time past 18 in which a young person stays with the carers, in a place of its own in their calendar. */
export interface StayingPut {
  readonly occupancyId: OccupancyId
  /** The first night not spent there: the expected one until it has ended; null: no end is known. */
  readonly until: Day | null
  readonly ended: boolean
}

/** One child's time in one home. Nights run from `from` up to, not including, `until`; null has no known end. */
export interface Placement {
  readonly id: PlacementId
  readonly childId: ChildId
  readonly referralId: ReferralId | null
  /** What it started from, where it did. */
  readonly holdId: HoldId | null
  readonly approachId: ApproachId | null
  readonly arrangement: Arrangement
  readonly from: Day
  /** Once ended, the day of the end; before that, the day on which it is to end. */
  readonly until: Day | null
  readonly householdId: HouseholdId | null
  /** Its place in the household's calendar; null in another setting. */
  readonly occupancyId: OccupancyId | null
  readonly setting: Setting | null
  readonly code: PlacementCode
  readonly location: Location
  /** The authority in whose area it stands. */
  readonly authorityId: AuthorityId
  readonly weeklyCostPence: number | null
  readonly approvals: readonly GrantedApproval[]
  readonly chosen: Chosen | null
  readonly ended: Ended | null
  /** What came after, where the young person stayed with the carers. */
  readonly stayingPut?: StayingPut
  readonly corrections: readonly Correction[]
}
