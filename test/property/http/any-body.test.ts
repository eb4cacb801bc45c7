import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  type Call,
  inMemoryService,
  type Reply,
  type ServedRoute,
} from '../../../contracts/in-memory-service.ts'
import {tell} from '../../../contracts/story.ts'
import {ROUTES} from '../../../functions/http/routes.ts'
import {problem} from '../../../functions/http/schemas/problem.ts'

const routes = ROUTES.filter(route => route.access !== 'public')
const POSTCODES = {
  'SE6 4RU': {easting: 537600, northing: 173900},
  'SE13 6LH': {easting: 538200, northing: 174900},
  'SE23 3HN': {easting: 535400, northing: 172900},
}

/** A borough in which the recorded examples were lived through: every id below is of something that is there. */
async function livedIn() {
  const service = inMemoryService({postcodes: POSTCODES})
  return {service, examples: await tell(service)}
}
const {service, examples} = await livedIn()
const idOf = (route: ServedRoute) => (examples[route]!.response as {id: string}).id
const IDS = {
  childId: idOf('createChild'),
  householdId: idOf('createHousehold'),
  referralId: idOf('openReferral'),
  shortlistId: idOf('makeShortlist'),
}

/** Texts that have broken something somewhere. */
const awkwardText = fc.oneof(
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
    ...Object.values(IDS),
  ),
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({maxLength: 40}),
)
const awkward = fc.oneof(
  awkwardText,
  fc.jsonValue({maxDepth: 3}),
  fc.constantFrom(null, true, 0, -0, -1, 0.1, 1e308, 2 ** 53, [], {}, [[]], [null]),
)

/** A record has a reference of its own, or nothing but the first would ever be recorded. */
let references = 0

/** The body of an example with a few of its fields replaced, taken away or added, at any depth. */
const spoilt = (example: unknown) =>
  fc
    .array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
        with: awkward,
        name: awkwardText,
      }),
      {maxLength: 4},
    )
    .map(changes => {
      const body = {...(structuredClone(example) as object)}
      if ('reference' in body) body.reference = `NEW-${++references}`
      for (const change of changes) spoil(body, change)
      return body
    })

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
  if (change.how === 'replace') holder[key] = change.with
  else if (change.how === 'remove') delete holder[key]
  else if (change.how === 'add')
    Object.defineProperty(holder, change.name, {
      value: change.with,
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

const someHeaders = fc.record({
  'if-match': fc.oneof(
    {weight: 4, arbitrary: fc.integer({min: 1, max: 30}).map(version => `"${version}"`)},
    {weight: 1, arbitrary: fc.oneof(fc.constantFrom('*', 'W/"1"', '""', '"1", "2"'), awkwardText)},
  ),
  'content-type': fc.oneof(
    {weight: 9, arbitrary: fc.constantFrom('application/json', 'application/json; charset=utf-8')},
    {weight: 1, arbitrary: fc.constantFrom('text/plain', '')},
  ),
})
/** Most come without; of those that have one, most may not have it. */
const someKey = fc.oneof({weight: 3, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: awkwardText})
const someParams = fc.record(
  Object.fromEntries(
    Object.entries(IDS).map(([name, id]) => [
      name,
      fc.oneof({weight: 4, arbitrary: fc.constant(id)}, {weight: 1, arbitrary: awkwardText}),
    ]),
  ),
)
const someQuery = fc.oneof(
  {weight: 3, arbitrary: fc.constant({})},
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('limit', 'cursor', 'status', 'version', 'colour'),
      fc.oneof(awkwardText, fc.constantFrom('1', 'open', 'all')),
      {maxKeys: 3},
    ),
  },
)

/** What must be true of any answer to anything. */
function holdsUp({status, headers, text, json}: Reply): void {
  expect(status).toBeLessThan(500)
  expect(headers['cache-control']).toBe('no-store')
  if (status < 400) return
  expect(headers['content-type']).toBe('application/problem+json')
  expect(() => problem.parse(json)).not.toThrow()
  expect(text.length).toBeLessThan(250_000)
}

describe.each(routes.map(route => [route.id as ServedRoute, route] as const))('%s', (id, route) => {
  it('answers any body, path, query and headers, and never with a fault of its own', async () => {
    const bodies = route.body
      ? fc.oneof(
          {weight: 6, arbitrary: fc.record({body: spoilt(examples[id]?.request ?? {})})},
          {weight: 2, arbitrary: fc.record({body: awkward})},
          {weight: 1, arbitrary: fc.record({text: fc.string({unit: 'binary', maxLength: 200})})},
        )
      : fc.constant<Call>({})
    const calls = fc.tuple(bodies, someParams, someQuery, someHeaders, someKey).map(
      ([body, params, query, headers, key]): Call => ({
        ...body,
        params,
        query,
        headers: {...headers, ...(key !== null && {'idempotency-key': key})},
      }),
    )
    await fc.assert(
      fc.asyncProperty(calls, async call => holdsUp(await service.call(id, call))),
      {numRuns: 150},
    )
  })
})

it('answers any claims, and gives nothing to those that name no authority', async () => {
  const claims = fc.dictionary(
    fc.constantFrom('authority', 'sub', 'roles', 'scope'),
    fc.oneof(awkwardText, awkward),
  )
  await fc.assert(
    fc.asyncProperty(
      claims,
      fc.constantFrom(...routes.map(route => route.id as ServedRoute)),
      async (made, id) => {
        const reply = await service.call(id, {claims: made, params: IDS})
        holdsUp(reply)
        expect(reply.status).toBe(403)
      },
    ),
    {numRuns: 500},
  )
})
