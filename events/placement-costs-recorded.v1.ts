import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, PlacementId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion as version} from './fields.ts'

export const PLACEMENT_COSTS_RECORDED = eventContract(
  'PlacementCostsRecorded',
  'costs',
  'What a placement costs was recorded, or recorded otherwise.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    recordVersion: version,
    childId: recordReference,
  },
)

export interface PlacementCostsRecorded {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly recordVersion: number
  readonly childId: ChildId
}

export const placementCostsRecorded = (data: PlacementCostsRecorded, at: Instant) =>
  eventOf(
    PLACEMENT_COSTS_RECORDED,
    {authorityId: data.authorityId, id: data.placementId, version: data.recordVersion, at},
    data,
  )
