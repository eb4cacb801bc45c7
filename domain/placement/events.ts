import type {Day, Instant} from '../calendar.ts'
import type {ChildId, HoldId, HouseholdId, PlacementId, ReferralId} from '../ids.ts'
import type {ApprovalRule} from '../matching/shortlist.ts'

interface AboutHold {
  readonly holdId: HoldId
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
}

interface AboutPlacement {
  readonly placementId: PlacementId
  readonly childId: ChildId
  /** null: in another setting. */
  readonly householdId: HouseholdId | null
}

/** What a decision about places made happen: names, days and references, never facts of a case. */
export type PlacementEvent =
  | ({
      readonly name: 'PlacesHeld'
      readonly childIds: readonly ChildId[]
      readonly from: Day
      readonly until: Day | null
      readonly expiresAt: Instant
    } & AboutHold)
  | ({readonly name: 'HoldReleased' | 'HoldExpired'} & AboutHold)
  | ({
      readonly name: 'PlacementStarted'
      readonly referralId: ReferralId | null
      readonly holdId: HoldId | null
      readonly main: boolean
      readonly from: Day
    } & AboutPlacement)
  /** About the placement that ended; PlacementStarted tells of the next. */
  | ({
      readonly name: 'PlacementMoved'
      readonly nextPlacementId: PlacementId
      readonly on: Day
    } & AboutPlacement)
  | ({
      readonly name: 'PlacementEnded'
      readonly main: boolean
      readonly stayingPut: boolean
      readonly on: Day
    } & AboutPlacement)
  | {
      readonly name: 'ApprovalGranted'
      readonly placementId: PlacementId
      readonly approval: ApprovalRule
      readonly role: string
      readonly grantedOn: Day
    }
