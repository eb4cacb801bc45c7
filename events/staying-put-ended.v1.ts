import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, day, recordReference, recordVersion} from './fields.ts'

export const STAYING_PUT_ENDED = eventContract(
  'StayingPutEnded',
  'placement',
  'A young adult who had stayed put after the placement leaves, and the place is free again.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    placementVersion: recordVersion,
    childId: recordReference,
    householdId: recordReference,
    on: day.meta({description: 'First night that is not spent there.'}),
  },
)

interface Ended {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly placementVersion: number
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly on: Day
}

export const stayingPutEnded = (data: Ended, at: Instant) =>
  eventOf(
    STAYING_PUT_ENDED,
    {authorityId: data.authorityId, id: data.placementId, version: data.placementVersion, at},
    data,
  )
