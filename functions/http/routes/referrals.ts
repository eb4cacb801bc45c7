import * as z from 'zod'
import {withIds} from '../route.ts'
import {referralId} from '../schemas/ids.ts'
import {referral, referralBody, referralChange, referralList, referralQuery} from '../schemas/referral.ts'
import {placing} from './placing.ts'

const ofReferral = z.strictObject({referralId})

export const referralRoutes = withIds({
  openReferral: {
    ...placing,
    method: 'POST',
    path: '/v1/referrals',
    summary: 'Ask for a home',
    body: referralBody,
    response: {status: 201, body: referral},
    problems: ['already-referred'],
  },
  listReferrals: {
    ...placing,
    method: 'GET',
    path: '/v1/referrals',
    summary: 'List referrals',
    query: referralQuery,
    response: {status: 200, body: referralList},
    problems: [],
  },
  getReferral: {
    ...placing,
    method: 'GET',
    path: '/v1/referrals/{referralId}',
    summary: 'Read a referral',
    params: ofReferral,
    response: {status: 200, body: referral},
    problems: ['not-found'],
  },
  changeReferral: {
    ...placing,
    method: 'PUT',
    path: '/v1/referrals/{referralId}',
    summary: 'Change, withdraw or open again a referral',
    params: ofReferral,
    body: referralChange,
    ifMatch: true,
    response: {status: 200, body: referral},
    problems: ['not-found', 'already-referred', 'referral-not-open'],
  },
})
