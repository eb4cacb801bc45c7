import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, HoldId, HouseholdId, ReferralId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const HOLD_EXPIRED = eventContract(
  'HoldExpired',
  'hold',
  'The time of a hold was over, and it was cleared away.',
  {
    authorityId: authorityReference,
    holdId: recordReference,
    holdVersion: recordVersion,
    referralId: recordReference,
    householdId: recordReference,
  },
)

interface Expired {
  readonly authorityId: AuthorityId
  readonly holdId: HoldId
  readonly holdVersion: number
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
}

export const holdExpired = (data: Expired, at: Instant) =>
  eventOf(HOLD_EXPIRED, {authorityId: data.authorityId, id: data.holdId, version: data.holdVersion, at}, data)
