import * as z from 'zod'
import {withIds} from '../route.ts'
import {answerBody, approach, approachBody, approachList} from '../schemas/approach.ts'
import {approachId, referralId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'
import {placing} from './placing.ts'

const ofReferral = z.strictObject({referralId})
const ofApproach = z.strictObject({approachId})

export const approachRoutes = withIds({
  recordApproach: {
    ...placing,
    method: 'POST',
    path: '/v1/referrals/{referralId}/approaches',
    summary: 'Record that a carer or an agency was asked',
    params: ofReferral,
    body: approachBody,
    response: {status: 201, body: approach},
    problems: ['not-found', 'referral-not-open'],
  },
  listApproaches: {
    ...placing,
    method: 'GET',
    path: '/v1/referrals/{referralId}/approaches',
    summary: 'List who was asked, and what they said',
    params: ofReferral,
    query: pageQuery,
    response: {status: 200, body: approachList},
    problems: ['not-found'],
  },
  getApproach: {
    ...placing,
    method: 'GET',
    path: '/v1/approaches/{approachId}',
    summary: 'Read an approach',
    params: ofApproach,
    response: {status: 200, body: approach},
    problems: ['not-found'],
  },
  answerApproach: {
    ...placing,
    method: 'POST',
    path: '/v1/approaches/{approachId}/answer',
    summary: 'Record the answer to an approach',
    description:
      "Yes or no, with a reason for a no. An agency's yes is an offer: it joins the next shortlists of the referral " +
      'while it stands.',
    params: ofApproach,
    body: answerBody,
    response: {status: 200, body: approach},
    problems: ['not-found', 'referral-not-open', 'answered-already'],
  },
})
