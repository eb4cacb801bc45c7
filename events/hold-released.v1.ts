import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, HoldId, HouseholdId, ReferralId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const HOLD_RELEASED = eventContract(
  'HoldReleased',
  'hold',
  'Somebody gave held places back before the hold expired.',
  {
    authorityId: authorityReference,
    holdId: recordReference,
    holdVersion: recordVersion,
    referralId: recordReference,
    householdId: recordReference,
  },
)

interface Released {
  readonly authorityId: AuthorityId
  readonly holdId: HoldId
  readonly holdVersion: number
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
}

export const holdReleased = (data: Released, at: Instant) =>
  eventOf(
    HOLD_RELEASED,
    {authorityId: data.authorityId, id: data.holdId, version: data.holdVersion, at},
    data,
  )
