import {
  type Call,
  type InMemoryService,
  inMemoryService,
  type Reply,
  type ServedRoute,
} from '../../../contracts/in-memory-service.ts'

export const POSTCODES = {'SE6 4RU': {easting: 537600, northing: 173900}}

export const CHILD = {reference: 'LCS-1', dob: '2015-06-01', sex: 'F', home: {postcode: 'SE6 4RU'}}

export const HOUSEHOLD = {
  reference: 'FC-1',
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2023-05-02',
    terms: {places: 2, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  home: {easting: 535400, northing: 172900},
  authorityId: 'E09000023',
  bedrooms: [{id: 'blue', shareable: true, groundFloor: false}],
}

export const REFERRAL = {urgency: 'planned', kind: 'short-term', neededFrom: '2026-12-01'}

export const officer = (authority: string, role = 'placements-manager') => ({
  authority,
  sub: `an-account-in-${authority}`,
  roles: `[${role}]`,
  scope: '',
})

export const borough = (): InMemoryService => inMemoryService({postcodes: POSTCODES})

interface Shown {
  readonly id: string
  readonly version: number
}

/** Asks, and expects to be given what was asked for. */
export async function given(
  service: InMemoryService,
  route: ServedRoute,
  call: Call = {},
): Promise<Shown & Record<string, unknown>> {
  const reply = await service.call(route, call)
  if (reply.status >= 300) throw new Error(`${route} answered ${reply.status}: ${reply.text}`)
  return reply.json as Shown & Record<string, unknown>
}

export const ifMatch = (version: number | string) => ({headers: {'if-match': `"${version}"`}})

export async function openedReferral(service: InMemoryService, reference = 'LCS-1') {
  const child = await given(service, 'createChild', {body: {...CHILD, reference}})
  return given(service, 'openReferral', {body: {...REFERRAL, children: [child.id]}})
}

interface Problem {
  readonly type: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly {readonly in: string; readonly pointer: string; readonly detail: string}[]
  readonly [member: string]: unknown
}

/** The problem document of a refusal; throws when the reply is anything else. */
export function problemIn({status, headers, json}: Reply): Problem {
  if (headers['content-type'] !== 'application/problem+json') throw new Error(`Not a problem: ${status}`)
  return json as Problem
}

export const pointersIn = (reply: Reply): readonly string[] =>
  (problemIn(reply).errors ?? [])
    .map(each => (each.in === 'body' ? each.pointer : `${each.in}:${each.pointer}`))
    .toSorted()
