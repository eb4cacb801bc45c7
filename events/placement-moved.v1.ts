import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, day, orNull, recordReference, recordVersion} from './fields.ts'

export const PLACEMENT_MOVED = eventContract(
  'PlacementMoved',
  'placement',
  'A placement ended because the child moved on; PlacementStarted tells of the next one. Comes again, with the next version, when the day is corrected.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    placementVersion: recordVersion,
    childId: recordReference,
    householdId: orNull(recordReference, 'null: it was in a setting that is not a household.'),
    nextPlacementId: recordReference,
    on: day.meta({description: 'First night in the next placement.'}),
  },
)

interface Moved {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly placementVersion: number
  readonly childId: ChildId
  readonly householdId: HouseholdId | null
  readonly nextPlacementId: PlacementId
  readonly on: Day
}

export const placementMoved = (data: Moved, at: Instant) =>
  eventOf(
    PLACEMENT_MOVED,
    {authorityId: data.authorityId, id: data.placementId, version: data.placementVersion, at},
    data,
  )
