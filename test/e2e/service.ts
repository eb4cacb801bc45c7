import {randomUUID} from 'node:crypto'
import {inject} from 'vitest'
import type {Role} from '../../functions/runtime/roles.ts'

export const hearth = inject('hearth')

export interface Asked {
  /** Whose token: one of our roles by default, `null` for none, or a token. */
  readonly as?: Role | null | {readonly token: string}
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what was answered is what each test looks at.
  readonly json: any
}

/** Asks the running service over HTTP, as a placements manager unless told otherwise. */
export async function ask(
  method: string,
  path: string,
  {as = 'placements-manager', body, headers}: Asked = {},
) {
  const token = as === null ? null : typeof as === 'string' ? hearth.tokens[as] : as.token
  const answer = await fetch(`${hearth.url}${path}`, {
    method,
    headers: {
      ...(token !== null && {authorization: `Bearer ${token}`}),
      ...(body !== undefined && {'content-type': 'application/json'}),
      ...headers,
    },
    ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  } as Answered
}

/** Asks and insists on the status; gives the body. */
export async function given(status: number, method: string, path: string, asked: Asked = {}) {
  const answer = await ask(method, path, asked)
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.json
}

export const uniqueReference = (): string => `E2E-${randomUUID().slice(0, 13)}`

export const aChild = (facts: object = {}) => ({
  reference: uniqueReference(),
  dob: '2016-05-04',
  sex: 'F',
  ethnicity: 'BAFR',
  religion: 'muslim',
  languages: ['so', 'en'],
  home: {postcode: 'SE6 4RU'},
  school: {location: {easting: 538200, northing: 174900}, keep: true, keyStage4: false},
  needs: [{need: 'trauma', level: 'essential'}],
  ...facts,
})

export const aHousehold = (facts: object = {}) => ({
  reference: uniqueReference(),
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {places: 2, ages: {from: 5, to: 16}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  home: {easting: 537900, northing: 174200},
  authorityId: hearth.authorityId,
  bedrooms: [
    {id: 'one', shareable: false, groundFloor: false},
    {id: 'two', shareable: false, groundFloor: false},
  ],
  ...facts,
})

export const aReferral = (children: readonly string[], facts: object = {}) => ({
  children,
  urgency: 'planned',
  kind: 'short-term',
  neededFrom: '2027-02-01',
  expectedUntil: '2027-05-01',
  siblings: 'together',
  ...facts,
})
