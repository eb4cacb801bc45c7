import type {Day, Instant} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {ApproachId, AuthorityId, HouseholdId, OccupancyId, PlacementId, ReferralId} from '../ids.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import type {ReferralInHand, ReferralKind, Urgency} from '../referral/referral.ts'
import type {AlreadyThere} from './already-there.ts'
import type {ReasonNeeded, Shown} from './choice.ts'
import type {CodeRefusal, GivenCode} from './code-of-home.ts'
import type {ConditionsFailed} from './conditions.ts'
import type {PlacementEvent} from './events.ts'
import type {MissingApproval} from './granted.ts'
import type {Hold} from './hold.ts'
import type {Arrangement, GrantedApproval, Placement} from './placement.ts'
import type {ReferralRefusal} from './referral-open.ts'
import type {HoldNotStanding} from './release-hold.ts'
import type {SettingAt} from './setting-as-home.ts'
import type {TwoHomes} from './two-homes.ts'
import type {Whereabouts} from './whereabouts.ts'

/** A child who comes to live somewhere, with the ids of what that makes. */
export interface Comer {
  readonly child: Child
  readonly whereabouts: Whereabouts
  readonly placementId: PlacementId
  /** For the place in a household. */
  readonly occupancyId: OccupancyId
}

/** A home with its calendar, or another setting. */
export type Destination = {readonly home: Home} | SettingAt

/** An offer that was accepted. */
export interface OfferTaken {
  readonly approachId: ApproachId
  readonly referralId: ReferralId
  /** null: the agency names the home now. */
  readonly householdId: HouseholdId | null
  readonly weeklyCostPence: number
  readonly validUntil: Instant
}

/** Children come to live in one home together, from the night of `from` up to, not including, `until`. */
export interface PlacementRequest {
  readonly authorityId: AuthorityId
  readonly referral: ReferralInHand | null
  /** Of the stay, and how soon: the referral's, unless something else is meant now. */
  readonly kind: ReferralKind
  readonly urgency: Urgency
  readonly arrangement: Arrangement
  readonly children: readonly Comer[]
  readonly into: Destination
  readonly from: Day
  readonly until: Day | null
  /** A standing hold of the referral for these children in this home. */
  readonly hold: Hold | null
  readonly offer: OfferTaken | null
  /** The shortlist that the chooser was shown. */
  readonly shown: Shown | null
  /** Why another option than the first. */
  readonly reason: string | null
  /** What is given of the code; the rest follows from the home. */
  readonly code: GivenCode
  /** For each child. Default: the offer's, then what one more child costs in the household. */
  readonly weeklyCostPence: number | null
  readonly approvals: readonly GrantedApproval[]
  readonly policy: MatchingPolicy
  readonly at: Instant
}

/** Everything that a decision changed, as it is now; whatever is not named stays as it was. */
export interface PlacementsDecided {
  /** New, ended or corrected. */
  readonly placements: readonly Placement[]
  readonly whereabouts: readonly Whereabouts[]
  readonly calendars: readonly {
    readonly householdId: HouseholdId
    readonly calendar: readonly Occupancy[]
  }[]
  /** The hold, now used up. */
  readonly hold: Hold | null
  readonly referral: ReferralInHand | null
  readonly events: readonly PlacementEvent[]
}

export type PlacementRefusal =
  | ReferralRefusal
  | TwoHomes
  | EndsTooSoon
  | HoldNotStanding
  | {readonly kind: 'hold-of-another'; readonly differs: 'referral' | 'household' | 'children'}
  | {readonly kind: 'offer-lapsed'; readonly validUntil: Instant}
  | {readonly kind: 'offer-of-another'; readonly differs: 'referral' | 'household'}
  | {readonly kind: 'shortlist-of-another-referral'}
  /** A hospital is no household. */
  | {readonly kind: 'hospital-in-a-household'}
  | AlreadyThere
  | ConditionsFailed
  | CodeRefusal
  | {readonly kind: 'approvals-missing'; readonly missing: readonly MissingApproval[]}
  | ReasonNeeded

/** A stay has a night at least. */
export interface EndsTooSoon {
  readonly kind: 'ends-before-it-starts'
  readonly from: Day
  readonly until: Day
}
