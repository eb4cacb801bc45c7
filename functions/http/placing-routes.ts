import * as z from 'zod'
import type {OperationOf} from './routes.ts'
import {answerBody, approach, approachBody, approachList} from './schemas/approach.ts'
import {calendarQuery, householdCalendar} from './schemas/calendar.ts'
import {dueList, dueQuery} from './schemas/due.ts'
import {hold, holdBody, holdId} from './schemas/hold.ts'
import {householdId} from './schemas/household.ts'
import {pageQuery} from './schemas/list.ts'
import {approachId} from './schemas/offer.ts'
import {
  correctionBody,
  endBody,
  hospitalBody,
  moveBody,
  placement,
  placementBody,
  placementId,
  placementList,
  placementQuery,
  placementsDecided,
  respiteBody,
  stayingPutBody,
} from './schemas/placement.ts'
import {referralId} from './schemas/referral.ts'

const placing = {context: 'placements', access: {scopes: ['placements']}} as const
const ofReferral = z.strictObject({referralId})
const ofPlacement = z.strictObject({placementId})
const ofApproach = z.strictObject({approachId})
const ofHold = z.strictObject({holdId})

const ofStarting = [
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
] as const

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
    problems: ofStarting,
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
  movePlacement: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/move',
    summary: 'Move a child',
    description: 'Ends this placement and starts the next on the same day, both or neither.',
    params: ofPlacement,
    body: moveBody,
    response: {status: 201, body: placementsDecided},
    problems: [...ofStarting, 'already-ended', 'not-a-move'],
  },
  startRespite: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/respite',
    summary: 'Record a respite stay',
    description: 'The child stays elsewhere for a while; the main placement goes on.',
    params: ofPlacement,
    body: respiteBody,
    response: {status: 201, body: placementsDecided},
    problems: ['not-found', 'already-has-a-place', 'overlaps', 'conditions-failed', 'approvals-missing'],
  },
  startHospitalStay: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/hospital',
    summary: 'Record a stay in hospital',
    description: 'The main placement goes on.',
    params: ofPlacement,
    body: hospitalBody,
    response: {status: 201, body: placementsDecided},
    problems: ['not-found', 'overlaps'],
  },
  stayPut: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/staying-put',
    summary: 'Turn a placement into a Staying Put arrangement',
    description:
      'The placement ends with REC E17; the place and a bedroom stay taken, by nobody who is fostered.',
    params: ofPlacement,
    body: stayingPutBody,
    response: {status: 200, body: placementsDecided},
    problems: [
      'not-found',
      'not-with-foster-carers',
      'already-ended',
      'already-has-a-place',
      'conditions-failed',
    ],
  },
  correctPlacement: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/correct',
    summary: 'Correct the dates of a placement',
    description: 'What they were, who changed them, when and why are kept.',
    params: ofPlacement,
    body: correctionBody,
    response: {status: 200, body: placementsDecided},
    problems: ['not-found', 'already-has-a-place', 'overlaps', 'conditions-failed'],
  },
  listDue: {
    ...placing,
    method: 'GET',
    path: '/v1/due',
    summary: 'List what is due by law or by agreement',
    description: 'The most pressing first, with what should have been done before.',
    query: dueQuery,
    response: {status: 200, body: dueList},
    problems: [],
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
