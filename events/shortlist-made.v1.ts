import * as z from 'zod'
import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, ReferralId, ShortlistId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const SHORTLIST_MADE = eventContract(
  'ShortlistMade',
  'shortlist',
  'Homes were suggested for a referral, from this version of it, of the policy and of the supply.',
  {
    authorityId: authorityReference,
    shortlistId: recordReference,
    referralId: recordReference,
    referralVersion: recordVersion,
    policyVersion: z.int().min(1).meta({description: '1: the policy that every authority starts from.'}),
    supplyFingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  },
)

interface Made {
  readonly authorityId: AuthorityId
  readonly shortlistId: ShortlistId
  readonly referralId: ReferralId
  readonly referralVersion: number
  readonly policyVersion: number
  readonly supplyFingerprint: string
}

/** A shortlist is made once and never changes. */
export const shortlistMade = (data: Made, at: Instant) =>
  eventOf(SHORTLIST_MADE, {authorityId: data.authorityId, id: data.shortlistId, version: 1, at}, data)
