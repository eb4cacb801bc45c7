import * as fc from 'fast-check'
import type {Call, ServedRoute} from '../../contracts/in-memory-service.ts'
import type {Examples} from '../../contracts/openapi.ts'
import {ROUTES, routes} from '../../functions/http/routes.ts'

/** A world in which the recorded examples were lived through: every id in them is of something that is there. */
export interface World {
  readonly examples: Examples
  /** A record has a reference of its own, or nothing but the first would ever be recorded. */
  readonly newReference: () => string
}

/** Ids of what the examples made, by the name that paths give them. */
export const idsOf = (examples: Examples): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ROUTES.filter(({response}) => response.status === 201).flatMap(({id, path}) => {
      const ones = [`${path}/{`, `/v1/${path.split('/').at(-1)}/{`]
      const name = ROUTES.flatMap(route => ones.map(one => idAfter(one, route.path))).find(found => found)
      const made = examples[id]?.response as {readonly id: string} | undefined
      return name !== undefined && made !== undefined ? [[name, made.id]] : []
    }),
  )

const idAfter = (start: string, path: string): string | undefined =>
  path.startsWith(start) ? /^(\w+Id)\}/.exec(path.slice(start.length))?.[1] : undefined

/** Texts that have broken something somewhere. */
export const awkwardText = ({examples}: World) =>
  fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '__proto__',
      'constructor',
      '#',
      '%',
      'a#b',
      '\u0000',
      '\ud800',
      '💥',
      '2026-02-30',
      'SE6 4RU',
      ...Object.values(idsOf(examples)),
    ),
    fc.string({unit: 'binary', maxLength: 40}),
    fc.string({maxLength: 40}),
  )

export const awkward = (world: World) =>
  fc.oneof(
    awkwardText(world),
    fc.jsonValue({maxDepth: 3}),
    fc.constantFrom(null, true, 0, -0, -1, 0.1, 1e308, 2 ** 53, [], {}, [[]], [null]),
  )

/** Any path, query, headers and body for a route, most of them near to what it would take. */
export const anyCall = (id: ServedRoute, world: World): fc.Arbitrary<Call> =>
  fc
    .tuple(someBody(id, world), someParams(world), someQuery(world), someHeaders(world), someKey(world))
    .map(([body, params, query, headers, key]) => ({
      ...body,
      params,
      query,
      headers: {...headers, ...(key !== null && {'idempotency-key': key})},
    }))

const someBody = (id: ServedRoute, world: World): fc.Arbitrary<Call> =>
  'body' in routes[id]
    ? fc.oneof(
        {weight: 6, arbitrary: fc.record({body: spoilt(world.examples[id]?.request ?? {}, world)})},
        {weight: 2, arbitrary: fc.record({body: awkward(world)})},
        {weight: 1, arbitrary: fc.record({text: fc.string({unit: 'binary', maxLength: 200})})},
      )
    : fc.constant({})

/** The body of an example with a few of its fields replaced, taken away or added, at any depth. */
const spoilt = (example: unknown, world: World) => {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
    with: awkward(world),
    name: awkwardText(world),
  })
  return fc.oneof(fc.constant([]), fc.array(change, {maxLength: 4})).map(changes => {
    const body = {...(structuredClone(example) as object)}
    if ('reference' in body) body.reference = world.newReference()
    for (const each of changes) spoil(body, each)
    return body
  })
}

interface Change {
  readonly at: number
  readonly how: string
  readonly with: unknown
  readonly name: string
}

function spoil(body: object, change: Change): void {
  const places = [...placesIn(body)]
  const place = places[change.at % Math.max(places.length, 1)]
  if (place === undefined) return
  const {holder, key} = place
  // A value of which there is one for all calls must not end up inside itself.
  const value = structuredClone(change.with)
  if (change.how === 'replace') holder[key] = value
  else if (change.how === 'remove') delete holder[key]
  else if (change.how === 'add')
    Object.defineProperty(holder, change.name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  else if (Array.isArray(holder)) holder.push(...Array.from({length: 60}, () => holder[Number(key)]))
}

function* placesIn(value: unknown): Generator<{holder: Record<string, unknown>; key: string}> {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    yield {holder: value as Record<string, unknown>, key}
    yield* placesIn((value as Record<string, unknown>)[key])
  }
}

const someHeaders = (world: World) =>
  fc.record({
    'if-match': fc.oneof(
      {weight: 4, arbitrary: fc.integer({min: 1, max: 30}).map(version => `"${version}"`)},
      {
        weight: 1,
        arbitrary: fc.oneof(fc.constantFrom('*', 'W/"1"', '""', '"1", "2"'), awkwardText(world)),
      },
    ),
    'content-type': fc.oneof(
      {weight: 9, arbitrary: fc.constantFrom('application/json', 'application/json; charset=utf-8')},
      {weight: 1, arbitrary: fc.constantFrom('text/plain', '')},
    ),
  })

/** Most come without; of those that have one, most may not have it. */
const someKey = (world: World) =>
  fc.oneof({weight: 3, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: awkwardText(world)})

const someParams = (world: World) =>
  fc.record(
    Object.fromEntries(
      Object.entries({...idsOf(world.examples), indicatorId: 'foster', number: '1'}).map(([name, id]) => [
        name,
        fc.oneof({weight: 4, arbitrary: fc.constant(id)}, {weight: 1, arbitrary: awkwardText(world)}),
      ]),
    ),
  )

/** What some list or figure is asked by, and what none is. */
const QUERIED = [
  'limit',
  'cursor',
  'status',
  'stage',
  'version',
  'colour',
  'asAt',
  'audience',
  'by',
  'format',
  'table',
  'from',
  'to',
  'year',
]

const someQuery = (world: World) =>
  fc.oneof(
    {weight: 3, arbitrary: fc.constant({})},
    {
      weight: 1,
      arbitrary: fc.dictionary(
        fc.constantFrom(...QUERIED),
        fc.oneof(
          awkwardText(world),
          fc.constantFrom('1', 'open', 'all', '2026-03-31', 'public', 'csv', 'age'),
        ),
        {maxKeys: 3},
      ),
    },
  )
