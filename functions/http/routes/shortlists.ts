import * as z from 'zod'
import {withIds} from '../route.ts'
import {referralId, shortlistId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'
import {excludedList, replay, shortlist, shortlistBody, shortlistList} from '../schemas/shortlist.ts'
import {placing} from './placing.ts'

const ofReferral = z.strictObject({referralId})
const ofShortlist = z.strictObject({shortlistId})

export const shortlistRoutes = withIds({
  makeShortlist: {
    ...placing,
    method: 'POST',
    path: '/v1/referrals/{referralId}/shortlists',
    summary: 'Make a shortlist',
    description:
      'Considers every household that the search allows. Each is an option, with every reason for its rank, or ' +
      'excluded, with every rule that it breaks. Suggests; a person chooses.',
    params: ofReferral,
    body: shortlistBody,
    response: {status: 201, body: shortlist},
    problems: ['not-found', 'referral-not-open'],
  },
  listShortlists: {
    ...placing,
    method: 'GET',
    path: '/v1/referrals/{referralId}/shortlists',
    summary: "List a referral's shortlists",
    params: ofReferral,
    query: pageQuery,
    response: {status: 200, body: shortlistList},
    problems: ['not-found'],
  },
  getShortlist: {
    ...placing,
    method: 'GET',
    path: '/v1/shortlists/{shortlistId}',
    summary: 'Read a shortlist as it was given',
    params: ofShortlist,
    response: {status: 200, body: shortlist},
    problems: ['not-found'],
  },
  listExcluded: {
    ...placing,
    method: 'GET',
    path: '/v1/shortlists/{shortlistId}/excluded',
    summary: 'List excluded households with every rule that each breaks',
    params: ofShortlist,
    query: pageQuery,
    response: {status: 200, body: excludedList},
    problems: ['not-found'],
  },
  replayShortlist: {
    ...placing,
    method: 'POST',
    path: '/v1/shortlists/{shortlistId}/replay',
    summary: 'Make a shortlist again from its recorded inputs and compare',
    params: ofShortlist,
    body: z.strictObject({}).meta({id: 'Nothing', description: 'May be left out.'}),
    response: {status: 200, body: replay},
    problems: ['not-found'],
  },
})
