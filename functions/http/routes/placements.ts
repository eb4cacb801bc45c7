import * as z from 'zod'
import {withIds} from '../route.ts'
import {placementId, referralId} from '../schemas/ids.ts'
import {
  correctionBody,
  endBody,
  hospitalBody,
  moveBody,
  placement,
  placementBody,
  placementList,
  placementQuery,
  placementsDecided,
  respiteBody,
  stayingPutBody,
  stayingPutEndBody,
} from '../schemas/placement.ts'
import {placing} from './placing.ts'

const ofReferral = z.strictObject({referralId})
const ofPlacement = z.strictObject({placementId})

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

/** From a shortlist to a home, and on. */
export const placementRoutes = withIds({
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
  endStayingPut: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/staying-put/end',
    summary: 'End a Staying Put arrangement',
    description: 'The young adult leaves, and the place and the bedroom are free from that night on.',
    params: ofPlacement,
    body: stayingPutEndBody,
    response: {status: 200, body: placementsDecided},
    problems: ['not-found', 'not-staying-put', 'already-ended', 'already-has-a-place', 'conditions-failed'],
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
})
