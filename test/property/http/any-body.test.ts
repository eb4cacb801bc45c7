import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {inMemoryService, type Reply, type ServedRoute} from '../../../contracts/in-memory-service.ts'
import {tell} from '../../../contracts/story.ts'
import {ROUTES} from '../../../functions/http/routes.ts'
import {problem} from '../../../functions/http/schemas/problem.ts'
import {anyCall, awkward, awkwardText, idsOf, type World} from '../../support/any-call.ts'

const served = ROUTES.filter(route => route.access !== 'public').map(({id}) => id as ServedRoute)
const POSTCODES = {
  'SE6 4RU': {easting: 537600, northing: 173900},
  'SE13 6LH': {easting: 538200, northing: 174900},
  'SE23 3HN': {easting: 535400, northing: 172900},
}

const service = inMemoryService({postcodes: POSTCODES})
let references = 0
const world: World = {examples: await tell(service), newReference: () => `NEW-${++references}`}

/** What must be true of any answer to anything. */
function holdsUp({status, headers, text, json}: Reply): void {
  expect(status).toBeLessThan(500)
  expect(headers['cache-control']).toBe('no-store')
  if (status < 400) return
  expect(headers['content-type']).toBe('application/problem+json')
  expect(() => problem.parse(json)).not.toThrow()
  expect(text.length).toBeLessThan(250_000)
}

describe.each(served)('%s', id => {
  it('answers any body, path, query and headers, and never with a fault of its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall(id, world), async call => holdsUp(await service.call(id, call))),
      {numRuns: 150},
    )
  })
})

it('answers any claims, and gives nothing to those that name no authority', async () => {
  const claims = fc.dictionary(
    fc.constantFrom('authority', 'sub', 'roles', 'scope'),
    fc.oneof(awkwardText(world), awkward(world)),
  )
  await fc.assert(
    fc.asyncProperty(claims, fc.constantFrom(...served), async (made, id) => {
      const reply = await service.call(id, {claims: made, params: idsOf(world.examples)})
      holdsUp(reply)
      expect(reply.status).toBe(403)
    }),
    {numRuns: 500},
  )
})
