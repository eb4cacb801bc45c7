import * as z from 'zod'
import {withIds} from '../route.ts'
import {hold, holdBody, holdList} from '../schemas/hold.ts'
import {holdId, referralId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'
import {placing} from './placing.ts'

const ofReferral = z.strictObject({referralId})
const ofHold = z.strictObject({holdId})

export const holdRoutes = withIds({
  holdPlaces: {
    ...placing,
    method: 'POST',
    path: '/v1/referrals/{referralId}/holds',
    summary: 'Hold a place for each child in one household',
    description:
      'All or none, until a stated moment. Decided on what is true as it is written: no place is promised twice.',
    params: ofReferral,
    body: holdBody,
    response: {status: 201, body: hold},
    problems: [
      'not-found',
      'referral-not-open',
      'already-placed',
      'already-has-a-place',
      'nights-are-over',
      'conditions-failed',
    ],
  },
  listHolds: {
    ...placing,
    method: 'GET',
    path: '/v1/referrals/{referralId}/holds',
    summary: "List a referral's holds",
    params: ofReferral,
    query: pageQuery,
    response: {status: 200, body: holdList},
    problems: ['not-found'],
  },
  getHold: {
    ...placing,
    method: 'GET',
    path: '/v1/holds/{holdId}',
    summary: 'Read a hold',
    params: ofHold,
    response: {status: 200, body: hold},
    problems: ['not-found'],
  },
  releaseHold: {
    ...placing,
    method: 'DELETE',
    path: '/v1/holds/{holdId}',
    summary: 'Release a hold',
    description: 'Gives the places back before the hold expires. A hold that was released already stays so.',
    params: ofHold,
    response: {status: 200, body: hold},
    problems: ['not-found', 'hold-not-standing', 'busy'],
  },
})
