import type {Instant} from '../domain/calendar.ts'
import type {ApproachId, AuthorityId, HouseholdId, ReferralId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, orNull, recordReference, recordVersion} from './fields.ts'

export const OFFER_RECEIVED = eventContract(
  'OfferReceived',
  'approach',
  'A carer or an agency that was asked has offered a home for a referral.',
  {
    authorityId: authorityReference,
    approachId: recordReference,
    approachVersion: recordVersion,
    referralId: recordReference,
    householdId: orNull(recordReference, 'null: the agency has not named a household yet.'),
  },
)

interface Received {
  readonly authorityId: AuthorityId
  readonly approachId: ApproachId
  readonly approachVersion: number
  readonly referralId: ReferralId
  readonly householdId: HouseholdId | null
}

export const offerReceived = (data: Received, at: Instant) =>
  eventOf(
    OFFER_RECEIVED,
    {authorityId: data.authorityId, id: data.approachId, version: data.approachVersion, at},
    data,
  )
