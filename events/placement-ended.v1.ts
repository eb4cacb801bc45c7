import * as z from 'zod'
import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../domain/ids.ts'
import type {Arrangement} from '../domain/placement/placement.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, code, day, orNull, recordReference, recordVersion} from './fields.ts'

export const PLACEMENT_ENDED = eventContract(
  'PlacementEnded',
  'placement',
  'A placement ended and no other follows it. Comes again, with the next version, when the day is corrected.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    placementVersion: recordVersion,
    childId: recordReference,
    householdId: orNull(recordReference, 'null: it was in a setting that is not a household.'),
    main: z.boolean().meta({description: 'false: a stay beside the main placement, which goes on.'}),
    stayingPut: z
      .boolean()
      .meta({description: 'true: the bedroom stays taken under a Staying Put arrangement.'}),
    stayingPutUntil: orNull(
      day,
      'First night that is not spent there under Staying Put, as expected; null: no end is known. Absent: no Staying Put, or not told.',
    ).exactOptional(),
    arrangement: code.exactOptional().meta({description: 'main, respite or hospital. Absent: not told.'}),
    on: day.meta({description: 'First night that is not spent there.'}),
  },
)

interface Ended {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly placementVersion: number
  readonly childId: ChildId
  readonly householdId: HouseholdId | null
  readonly main: boolean
  readonly stayingPut: boolean
  readonly stayingPutUntil?: Day | null
  readonly arrangement: Arrangement
  readonly on: Day
}

export const placementEnded = (data: Ended, at: Instant) =>
  eventOf(
    PLACEMENT_ENDED,
    {authorityId: data.authorityId, id: data.placementId, version: data.placementVersion, at},
    data,
  )
