import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, ReferralId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const REFERRAL_OPENED = eventContract('ReferralOpened', 'referral', 'A home is asked for.', {
  authorityId: authorityReference,
  referralId: recordReference,
  referralVersion: recordVersion,
})

interface Opened {
  readonly authorityId: AuthorityId
  readonly referralId: ReferralId
  readonly referralVersion: number
}

export const referralOpened = (data: Opened, at: Instant) =>
  eventOf(
    REFERRAL_OPENED,
    {authorityId: data.authorityId, id: data.referralId, version: data.referralVersion, at},
    data,
  )
