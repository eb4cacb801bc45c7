import * as z from 'zod'
import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, HoldId, HouseholdId, PlacementId, ReferralId} from '../domain/ids.ts'
import type {Arrangement} from '../domain/placement/placement.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, code, day, orNull, recordReference, recordVersion} from './fields.ts'

export const PLACEMENT_STARTED = eventContract(
  'PlacementStarted',
  'placement',
  'A child is placed. Comes again, with the next version, when the first day or the expected end is corrected.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    placementVersion: recordVersion,
    childId: recordReference,
    referralId: orNull(recordReference, 'null: without a referral.'),
    householdId: orNull(recordReference, 'null: in a setting that is not a household.'),
    holdId: orNull(recordReference, 'The hold that this used up; null: none.'),
    main: z.boolean().meta({description: 'false: a stay beside the main placement, which goes on.'}),
    from: day.meta({description: 'First night.'}),
    until: orNull(
      day,
      'First night that is not spent there, as expected or, once it has ended, as it was; null: no end is known. Absent: not told.',
    ).exactOptional(),
    arrangement: code.exactOptional().meta({description: 'main, respite or hospital. Absent: not told.'}),
  },
)

interface Started {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly placementVersion: number
  readonly childId: ChildId
  readonly referralId: ReferralId | null
  readonly householdId: HouseholdId | null
  readonly holdId: HoldId | null
  readonly main: boolean
  readonly from: Day
  readonly until: Day | null
  readonly arrangement: Arrangement
}

export const placementStarted = (data: Started, at: Instant) =>
  eventOf(
    PLACEMENT_STARTED,
    {authorityId: data.authorityId, id: data.placementId, version: data.placementVersion, at},
    data,
  )
