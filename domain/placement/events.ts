import type {Day, Instant} from '../calendar.ts'
import type {ChildId, HoldId, HouseholdId, PlacementId, ReferralId} from '../ids.ts'
import type {ApprovalRule} from '../matching/shortlist.ts'
import type {Arrangement, Placement} from './placement.ts'

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
      readonly arrangement: Arrangement
      readonly from: Day
      /** Expected; once it has ended, the day of the end. */
      readonly until: Day | null
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
      readonly arrangement: Arrangement
      readonly stayingPut: boolean
      /** Of Staying Put alone: when it is expected to end. */
      readonly stayingPutUntil?: Day | null
      readonly on: Day
    } & AboutPlacement)
  | {
      readonly name: 'StayingPutEnded'
      readonly placementId: PlacementId
      readonly childId: ChildId
      readonly householdId: HouseholdId
      readonly on: Day
    }
  | {
      readonly name: 'ApprovalGranted'
      readonly placementId: PlacementId
      readonly approval: ApprovalRule
      readonly role: string
      readonly grantedOn: Day
    }

const about = ({id, childId, householdId}: Placement): AboutPlacement => ({
  placementId: id,
  childId,
  householdId,
})

export const placementStarted = (placement: Placement): PlacementEvent => ({
  name: 'PlacementStarted',
  ...about(placement),
  referralId: placement.referralId,
  holdId: placement.holdId,
  main: placement.arrangement === 'main',
  arrangement: placement.arrangement,
  from: placement.from,
  until: placement.until,
})

/** Of a placement that has ended: moved on where another follows it. */
export function placementOver(placement: Placement): PlacementEvent {
  const {arrangement, stayingPut} = placement
  const {on, rec, nextPlacementId} = placement.ended!
  if (nextPlacementId !== null) return {name: 'PlacementMoved', ...about(placement), nextPlacementId, on}
  return {
    name: 'PlacementEnded',
    ...about(placement),
    main: arrangement === 'main',
    arrangement,
    stayingPut: rec === 'E17',
    ...(stayingPut && {stayingPutUntil: stayingPut.until}),
    on,
  }
}
