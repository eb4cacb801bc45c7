import * as z from 'zod'
import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, ChildId, HoldId, HouseholdId, ReferralId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, day, moment, orNull, recordReference, recordVersion} from './fields.ts'

export const PLACES_HELD = eventContract(
  'PlacesHeld',
  'hold',
  'Places of a household are kept for the children of a referral, one for each, until a stated moment.',
  {
    authorityId: authorityReference,
    holdId: recordReference,
    holdVersion: recordVersion,
    referralId: recordReference,
    householdId: recordReference,
    childIds: z.array(recordReference).min(1),
    from: day.meta({description: 'First night.'}),
    until: orNull(day, 'First night that is not held; null: no end is known.'),
    expiresAt: moment.meta({
      description: 'From then on the hold takes nothing, whether or not HoldExpired has come.',
    }),
  },
)

interface Held {
  readonly authorityId: AuthorityId
  readonly holdId: HoldId
  readonly holdVersion: number
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
  readonly childIds: readonly ChildId[]
  readonly from: Day
  readonly until: Day | null
  readonly expiresAt: Instant
}

export const placesHeld = (data: Held, at: Instant) =>
  eventOf(
    PLACES_HELD,
    {authorityId: data.authorityId, id: data.holdId, version: data.holdVersion, at},
    {...data, childIds: [...data.childIds]},
  )
