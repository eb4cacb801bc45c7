import * as z from 'zod'
import {withIds} from '../route.ts'
import {costs, costsBody} from '../schemas/costs.ts'
import {actionBody, decisionBody, doneBody, supersedeBody} from '../schemas/decision.ts'
import {day} from '../schemas/facts.ts'
import {actionId, caseId, decisionId, placementId} from '../schemas/ids.ts'
import {
  caseBody,
  caseList,
  casePack,
  caseQuery,
  closeBody,
  meeting,
  meetingBody,
  packQuery,
  panelCase,
} from '../schemas/panel.ts'

const reviewing = {context: 'panel', access: {scopes: ['panel']}} as const
const costing = {context: 'panel', access: {scopes: ['panel', 'placements']}} as const
const ofPlacement = z.strictObject({placementId})
const ofCase = z.strictObject({caseId})
const ofMeeting = z.strictObject({date: day})
const ofDeciding = ['not-found', 'case-closed', 'no-quorum', 'second-role-missing'] as const

/** The Best Care panel: docs/panel.md. */
export const panelRoutes = withIds({
  getCosts: {
    ...costing,
    method: 'GET',
    path: '/v1/placements/{placementId}/costs',
    summary: 'Read what a placement costs, part by part',
    params: ofPlacement,
    response: {status: 200, body: costs},
    problems: ['not-found'],
  },
  recordCosts: {
    ...costing,
    method: 'PUT',
    path: '/v1/placements/{placementId}/costs',
    summary: 'Record what a placement costs',
    description:
      'Its parts with their days, what is paid once, who funds which share, and when the contract ends.',
    params: ofPlacement,
    body: costsBody,
    ifMatch: true,
    response: {status: 200, body: costs},
    problems: ['not-found'],
  },
  listCases: {
    ...reviewing,
    method: 'GET',
    path: '/v1/panel/cases',
    summary: 'List the cases of the panel',
    query: caseQuery,
    response: {status: 200, body: caseList},
    problems: [],
  },
  openCase: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases',
    summary: 'Open a case',
    description: 'Cases open themselves when a trigger holds; a person can open one for another reason.',
    body: caseBody,
    response: {status: 201, body: panelCase},
    problems: ['case-open'],
  },
  getCase: {
    ...reviewing,
    method: 'GET',
    path: '/v1/panel/cases/{caseId}',
    summary: 'Read a case',
    params: ofCase,
    response: {status: 200, body: panelCase},
    problems: ['not-found'],
  },
  closeCase: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases/{caseId}/close',
    summary: 'Close a case that meets no trigger any more',
    description: 'Nothing but a person closes one.',
    params: ofCase,
    body: closeBody,
    response: {status: 200, body: panelCase},
    problems: ['not-found', 'case-closed', 'trigger-holds'],
  },
  getCasePack: {
    ...reviewing,
    method: 'GET',
    path: '/v1/panel/cases/{caseId}/pack',
    summary: 'Read all that the panel is shown of a case',
    description: 'Made as it is asked for, with the homes that could take the child now.',
    params: ofCase,
    response: {status: 200, body: casePack},
    problems: ['not-found'],
  },
  decideCase: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases/{caseId}/decisions',
    summary: 'Record what the panel decided',
    description: 'By the chair. Over the top band another role approves as well.',
    params: ofCase,
    body: decisionBody,
    response: {status: 201, body: panelCase},
    problems: ofDeciding,
  },
  supersedeDecision: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases/{caseId}/decisions/{decisionId}/supersede',
    summary: 'Put another decision in the place of one',
    description: 'A decision is never changed. Both stay on record, with why.',
    params: z.strictObject({caseId, decisionId}),
    body: supersedeBody,
    response: {status: 201, body: panelCase},
    problems: [...ofDeciding, 'superseded-already'],
  },
  addAction: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases/{caseId}/actions',
    summary: 'Add something to be done about a case',
    params: ofCase,
    body: actionBody,
    response: {status: 201, body: panelCase},
    problems: ['not-found', 'case-closed'],
  },
  recordActionDone: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/cases/{caseId}/actions/{actionId}/done',
    summary: 'Record that a condition or an action was done',
    params: z.strictObject({caseId, actionId}),
    body: doneBody,
    response: {status: 200, body: panelCase},
    problems: ['not-found', 'settled-already'],
  },
  getMeeting: {
    ...reviewing,
    method: 'GET',
    path: '/v1/panel/meetings/{date}',
    summary: 'Read who meets, and what was published',
    params: ofMeeting,
    response: {status: 200, body: meeting},
    problems: [],
  },
  recordMeeting: {
    ...reviewing,
    method: 'PUT',
    path: '/v1/panel/meetings/{date}',
    summary: 'Record members, apologies and conflicts of interest',
    params: ofMeeting,
    body: meetingBody,
    ifMatch: true,
    response: {status: 200, body: meeting},
    problems: [],
  },
  publishMeeting: {
    ...reviewing,
    method: 'POST',
    path: '/v1/panel/meetings/{date}/publish',
    summary: 'Publish the pack of a meeting',
    description: 'By the chair. What members are shown is frozen from then on.',
    params: ofMeeting,
    body: z.strictObject({}).meta({id: 'PublishMeeting', description: 'May be left out.'}),
    response: {status: 200, body: meeting},
    problems: ['published-already'],
  },
  getMeetingPack: {
    ...reviewing,
    method: 'GET',
    path: '/v1/panel/meetings/{date}/pack',
    summary: 'Read the pack of a meeting',
    description:
      'The agenda by urgency, each case on a page: to read and print, or as JSON. Once published, as it was then, with ' +
      'what has changed since.',
    params: ofMeeting,
    query: packQuery,
    response: {status: 200, media: ['text/html; charset=utf-8', 'application/json']},
    problems: [],
  },
})
