import * as z from 'zod'
import type {ProblemKind} from '../runtime/problem-kinds.ts'
import type {Scope} from '../runtime/roles.ts'
import {placingRoutes} from './placing-routes.ts'
import {auditList, auditQuery} from './schemas/audit.ts'
import {child, childBody, childId, childList} from './schemas/child.ts'
import {household, householdBody, householdId, householdList} from './schemas/household.ts'
import {pageQuery} from './schemas/list.ts'
import {policy, policyBody, policyQuery} from './schemas/policy.ts'
import {
  referral,
  referralBody,
  referralChange,
  referralId,
  referralList,
  referralQuery,
} from './schemas/referral.ts'
import {
  excludedList,
  replay,
  shortlist,
  shortlistBody,
  shortlistId,
  shortlistList,
} from './schemas/shortlist.ts'

export type Context = 'placements' | 'recruitment' | 'audit' | 'documentation'

/** One operation, but for its id. */
export interface OperationOf {
  readonly context: Context
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Any one of the scopes opens it. `public` needs no token. */
  readonly access: 'public' | {readonly scopes: readonly Scope[]}
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The change needs If-Match. */
  readonly ifMatch?: true
  /** X-Break-Glass opens more than the caller's scopes do, and is recorded as such. */
  readonly breakGlass?: true
  readonly response:
    | {readonly status: 200 | 201; readonly body: z.ZodType}
    | {readonly status: 200; readonly media: string}
  /** Beside those that follow from the parts above. */
  readonly problems: readonly ProblemKind[]
}

const placing = {context: 'placements', access: {scopes: ['placements']}} as const
const recruiting = {context: 'recruitment', access: {scopes: ['recruitment']}} as const
const readingHomes = {context: 'recruitment', access: {scopes: ['placements', 'recruitment']}} as const
const open = {context: 'documentation', access: 'public'} as const

const ofChild = z.strictObject({childId})
const ofHousehold = z.strictObject({householdId})
const ofReferral = z.strictObject({referralId})
const ofShortlist = z.strictObject({shortlistId})

/** Every operation, as data: the gateway, the functions, the contract and the documentation are made from it. */
export const routes = {
  createChild: {
    ...placing,
    method: 'POST',
    path: '/v1/children',
    summary: 'Record a child',
    body: childBody,
    response: {status: 201, body: child},
    problems: ['reference-taken'],
  },
  listChildren: {
    ...placing,
    method: 'GET',
    path: '/v1/children',
    summary: 'List children',
    query: pageQuery,
    response: {status: 200, body: childList},
    problems: [],
  },
  getChild: {
    ...placing,
    method: 'GET',
    path: '/v1/children/{childId}',
    summary: 'Read a child',
    params: ofChild,
    response: {status: 200, body: child},
    problems: ['not-found'],
  },
  changeChild: {
    ...placing,
    method: 'PUT',
    path: '/v1/children/{childId}',
    summary: 'Replace what is recorded about a child',
    params: ofChild,
    body: childBody,
    ifMatch: true,
    response: {status: 200, body: child},
    problems: ['not-found', 'reference-taken'],
  },
  createHousehold: {
    ...recruiting,
    method: 'POST',
    path: '/v1/households',
    summary: 'Record a household',
    body: householdBody,
    response: {status: 201, body: household},
    problems: ['reference-taken'],
  },
  listHouseholds: {
    ...readingHomes,
    method: 'GET',
    path: '/v1/households',
    summary: 'List households',
    query: pageQuery,
    response: {status: 200, body: householdList},
    problems: [],
  },
  getHousehold: {
    ...readingHomes,
    method: 'GET',
    path: '/v1/households/{householdId}',
    summary: 'Read a household',
    description:
      'The home of a confidential household is null without the scope `confidential`. Whoever has the scope ' +
      '`placements` sees it with X-Break-Glass and a reason, which goes on record.',
    params: ofHousehold,
    breakGlass: true,
    response: {status: 200, body: household},
    problems: ['not-found'],
  },
  changeHousehold: {
    ...recruiting,
    method: 'PUT',
    path: '/v1/households/{householdId}',
    summary: 'Replace what is recorded about a household',
    params: ofHousehold,
    body: householdBody,
    ifMatch: true,
    response: {status: 200, body: household},
    problems: ['not-found', 'reference-taken'],
  },
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
  ...placingRoutes,
  getPolicy: {
    context: 'placements',
    access: {scopes: ['placements', 'policy', 'panel', 'recruitment']},
    method: 'GET',
    path: '/v1/policy',
    summary: 'Read the matching policy',
    query: policyQuery,
    response: {status: 200, body: policy},
    problems: ['not-found'],
  },
  changePolicy: {
    context: 'placements',
    access: {scopes: ['policy']},
    method: 'PUT',
    path: '/v1/policy',
    summary: 'Change the matching policy',
    description: 'Every version is kept. A policy that breaks its schema is refused whole.',
    body: policyBody,
    ifMatch: true,
    response: {status: 200, body: policy},
    problems: [],
  },
  listAudit: {
    context: 'audit',
    access: {scopes: ['audit']},
    method: 'GET',
    path: '/v1/audit',
    summary: 'List who read and wrote a record',
    description:
      'Newest first. Every read and every write of a record leaves an entry before it is answered, this one too. ' +
      'Entries are chained by hash.',
    query: auditQuery,
    response: {status: 200, body: auditList},
    problems: [],
  },
  getOpenApi: {
    ...open,
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'The full contract, OpenAPI 3.1',
    response: {status: 200, media: 'application/json'},
    problems: [],
  },
  getDocumentation: {
    ...open,
    method: 'GET',
    path: '/docs',
    summary: 'The contract as a page to read',
    response: {status: 200, media: 'text/html; charset=utf-8'},
    problems: [],
  },
  getProblems: {
    ...open,
    method: 'GET',
    path: '/problems',
    summary: 'What each problem means and what to do about it',
    response: {status: 200, media: 'text/html; charset=utf-8'},
    problems: [],
  },
} as const satisfies Record<string, OperationOf>

export type RouteId = keyof typeof routes
export interface Route extends OperationOf {
  readonly id: RouteId
}
export const ROUTES: readonly Route[] = Object.entries(routes).map(([id, operation]) => ({
  id: id as RouteId,
  ...operation,
}))
