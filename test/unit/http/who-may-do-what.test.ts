import {describe, expect, it} from 'vitest'
import type {ServedRoute} from '../../../contracts/in-memory-service.ts'
import {ROUTES} from '../../../functions/http/routes.ts'
import {ROLES, type Role, SCOPES} from '../../../functions/runtime/roles.ts'
import {borough, CHILD, given, officer, openedReferral, problemIn} from './a-borough.ts'

const served = ROUTES.filter(route => route.access !== 'public')
const ID = '019ab000-0000-7000-8000-00000000abcd'
const params = {childId: ID, householdId: ID, referralId: ID, shortlistId: ID}

/** As api.md promises; written out, so that a slip in the routes table shows. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  placing: ['placements-officer', 'placements-manager'],
  readingHomes: ['placements-officer', 'placements-manager', 'recruitment-officer'],
  recruiting: ['placements-manager', 'recruitment-officer'],
  readingPolicy: [
    'placements-officer',
    'placements-manager',
    'recruitment-officer',
    'panel-member',
    'panel-chair',
  ],
  changingPolicy: ['placements-manager', 'panel-chair'],
  auditing: ['auditor'],
  importing: ['analyst'],
  reviewing: ['panel-member', 'panel-chair'],
  costing: ['placements-officer', 'placements-manager', 'panel-member', 'panel-chair'],
  doing: ['placements-officer', 'placements-manager', 'panel-member', 'panel-chair', 'recruitment-officer'],
  counting: Object.keys(ROLES) as Role[],
}
const WHO: Readonly<Record<string, keyof typeof MAY>> = {
  createHousehold: 'recruiting',
  changeHousehold: 'recruiting',
  getHousehold: 'readingHomes',
  listHouseholds: 'readingHomes',
  getPolicy: 'readingPolicy',
  changePolicy: 'changingPolicy',
  listAudit: 'auditing',
  requestImport: 'importing',
  listImports: 'importing',
  getImport: 'importing',
  startImport: 'importing',
  listFindings: 'importing',
  exportEpisodes: 'importing',
  getSufficiency: 'counting',
  getTrend: 'counting',
  getBreakdown: 'counting',
  listIndicatorRows: 'counting',
  getReport: 'counting',
  openApplication: 'recruiting',
  listApplications: 'recruiting',
  getApplication: 'recruiting',
  changeApplication: 'recruiting',
  recordMilestone: 'recruiting',
  correctMilestone: 'recruiting',
  pauseClocks: 'recruiting',
  resumeClocks: 'recruiting',
  createCampaign: 'recruiting',
  listCampaigns: 'recruiting',
  getCampaign: 'recruiting',
  changeCampaign: 'recruiting',
  getPipeline: 'recruiting',
  getFunnel: 'counting',
  exportEnquiries: 'recruiting',
  getOfstedReturn: 'counting',
  getCarersNeeded: 'counting',
  getFairness: 'counting',
  getEmptyPlaces: 'readingHomes',
  listDue: 'doing',
  getCosts: 'costing',
  recordCosts: 'costing',
  listCases: 'reviewing',
  openCase: 'reviewing',
  getCase: 'reviewing',
  closeCase: 'reviewing',
  getCasePack: 'reviewing',
  decideCase: 'reviewing',
  supersedeDecision: 'reviewing',
  addAction: 'reviewing',
  recordActionDone: 'reviewing',
  getMeeting: 'reviewing',
  recordMeeting: 'reviewing',
  publishMeeting: 'reviewing',
  getMeetingPack: 'reviewing',
}

describe.each(served.map(route => route.id as ServedRoute))('%s', id => {
  it.each(Object.keys(ROLES) as Role[])('is open to %s only where the role allows it', async role => {
    const {status, headers} = await borough().call(id, {params, claims: officer('E09000023', role)})
    const may = MAY[WHO[id] ?? 'placing']!.includes(role)
    expect(status === 403).toBe(!may)
    if (!may) expect(headers['content-type']).toBe('application/problem+json')
  })

  it.each([
    ['no token', null],
    ['no authority', {...officer('E09000023'), authority: undefined}],
    ['an authority that is none', officer('London')],
    ['another key for an authority', officer('E09000023#children')],
    ['no subject', {...officer('E09000023'), sub: ''}],
    ['a role that nobody knows', officer('E09000023', 'headteacher')],
    ['a role of the machine', officer('E09000023', 'constructor')],
  ])('is closed to a token with %s', async (_, claims) => {
    const reply = await borough().call(id, {params, claims})
    expect(problemIn(reply)).toMatchObject({status: 403, type: '/problems#forbidden'})
  })
})

it('takes scopes of the token as well as roles, in whatever form the gateway passes a list', async () => {
  const may = async (claims: object) =>
    (await borough().call('listChildren', {claims: {authority: 'E09000023', sub: 'a', ...claims}})).status ===
    200
  expect(await may({scope: 'openid placements'})).toBe(true)
  expect(await may({roles: '[analyst placements-officer]'})).toBe(true)
  expect(await may({roles: ['placements-officer']})).toBe(true)
  expect(await may({roles: 'placements-officer'})).toBe(true)
  expect(await may({roles: '[]', scope: 'openid'})).toBe(false)
  expect(await may({scope: 'placementsx'})).toBe(false)
})

it('knows no scope that no role has', () => {
  expect(new Set(Object.values(ROLES).flat())).toEqual(new Set(SCOPES))
})

it('tells the caller which scope is missing', async () => {
  const reply = await borough().call('listHouseholds', {claims: officer('E09000023', 'analyst')})
  expect(problemIn(reply).detail).toBe('This needs the scope placements or recruitment.')
})

it("shows one authority nothing of another's, by list, by id or by change", async () => {
  const service = borough()
  const theirs = officer('E09000022')
  const child = await given(service, 'createChild', {body: {...CHILD, reference: 'LCS-9'}})
  const referral = await openedReferral(service)
  const shortlist = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
  const ids = {childId: child.id, referralId: referral.id, shortlistId: shortlist.id}
  for (const list of ['listChildren', 'listHouseholds', 'listReferrals'] as const)
    expect(await given(service, list, {claims: theirs})).toMatchObject({items: [], next: null})
  const reading = [
    'getChild',
    'getReferral',
    'getShortlist',
    'listShortlists',
    'listExcluded',
    'replayShortlist',
  ] as const
  for (const route of reading) {
    const [own, other] = [
      await service.call(route, {params: ids}),
      await service.call(route, {params: ids, claims: theirs}),
    ]
    expect([route, own.status, other.status]).toEqual([route, 200, 404])
  }
  const change = {params: ids, headers: {'if-match': '"1"'}, body: CHILD, claims: theirs}
  expect((await service.call('changeChild', change)).status).toBe(404)
  expect((await service.call('makeShortlist', {params: ids, claims: theirs})).status).toBe(404)
})

it('gives two authorities the same reference, and each its own child', async () => {
  const service = borough()
  await given(service, 'createChild', {body: CHILD})
  await given(service, 'createChild', {body: CHILD, claims: officer('E09000022')})
  const again = await service.call('createChild', {body: CHILD})
  expect(problemIn(again)).toMatchObject({status: 409, type: '/problems#reference-taken'})
})
