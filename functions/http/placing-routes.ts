import * as z from 'zod'
import type {OperationOf} from './routes.ts'
import {calendarQuery, householdCalendar} from './schemas/calendar.ts'
import {hold, holdBody, holdId} from './schemas/hold.ts'
import {householdId} from './schemas/household.ts'
import {
  endBody,
  placement,
  placementBody,
  placementId,
  placementList,
  placementQuery,
  placementsDecided,
} from './schemas/placement.ts'
import {referralId} from './schemas/referral.ts'

const placing = {context: 'placements', access: {scopes: ['placements']}} as const
const ofReferral = z.strictObject({referralId})
const ofPlacement = z.strictObject({placementId})
const ofHold = z.strictObject({holdId})

/** From a shortlist to a home. */
export const placingRoutes = {
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
  startPlacement: {
    ...placing,
    method: 'POST',
    path: '/v1/referrals/{referralId}/placements',
    summary: 'Place the children of a referral',
    description:
      'From a hold, from an offer, or directly; in a household or another setting; with every approval that the ' +
      'option needs. All or none. A referral whose children are all placed is placed.',
    params: ofReferral,
    body: placementBody,
    response: {status: 201, body: placementsDecided},
    problems: [
      'not-found',
      'referral-not-open',
      'already-placed',
      'already-has-a-place',
      'hold-not-standing',
      'offer-lapsed',
      'lives-elsewhere',
      'overlaps',
      'conditions-failed',
      'approvals-missing',
    ],
  },
  listPlacements: {
    ...placing,
    method: 'GET',
    path: '/v1/placements',
    summary: 'List the placements of a child or of a household',
    query: placementQuery,
    response: {status: 200, body: placementList},
    problems: [],
  },
  getPlacement: {
    ...placing,
    method: 'GET',
    path: '/v1/placements/{placementId}',
    summary: 'Read a placement',
    params: ofPlacement,
    response: {status: 200, body: placement},
    problems: ['not-found'],
  },
  endPlacement: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/end',
    summary: 'End a placement',
    params: ofPlacement,
    body: endBody,
    response: {status: 200, body: placementsDecided},
    problems: ['not-found', 'already-ended', 'already-has-a-place', 'conditions-failed'],
  },
  getCalendar: {
    ...placing,
    method: 'GET',
    path: '/v1/households/{householdId}/calendar',
    summary: 'Show who or what has each place of a household, night by night',
    params: z.strictObject({householdId}),
    query: calendarQuery,
    response: {status: 200, body: householdCalendar},
    problems: ['not-found'],
  },
} as const satisfies Record<string, OperationOf>
