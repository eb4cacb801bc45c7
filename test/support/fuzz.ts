import {randomUUID} from 'node:crypto'
import * as fc from 'fast-check'
import {type Call, inMemoryService, type Reply, type ServedRoute} from '../../contracts/in-memory-service.ts'
import {tell} from '../../contracts/story.ts'
import {ROUTES} from '../../functions/http/routes.ts'
import {ROLES, type Role, type Scope} from '../../functions/runtime/roles.ts'
import {anyCall, type World} from './any-call.ts'
import {byCallers} from './history.ts'
import {contractKeeper} from './keeps-contract.ts'
import {overHttp} from './over-http.ts'

export interface Fuzzed {
  readonly requests: number
  readonly byStatus: Readonly<Record<number, number>>
  /** What went wrong and on which request, the first 20. */
  readonly failures: readonly string[]
  /** Stands in every reference and written text that was recorded, and so may stand in no log. */
  readonly canary: string
}

interface Fuzzing {
  readonly url: string
  /** Of an authority without records. */
  readonly tokenOf: (role: Role) => Promise<string>
  readonly requests: number
  readonly seed: number
  readonly callers?: number
  /** Hears how many have been answered. */
  readonly progress?: (done: number) => void
}

interface Shot {
  readonly route: ServedRoute
  readonly call: Call
  readonly as: Role | null
  readonly method?: string
}

const AT_ONCE = 500
const ROLE_NAMES = Object.keys(ROLES) as readonly Role[]

/** Lives through the story of the contract's examples over HTTP, then throws any calls at the same records. */
export async function fuzz({url, tokenOf, requests, seed, callers = 8, progress}: Fuzzing): Promise<Fuzzed> {
  const service = overHttp(url)
  const tokens = new Map<Role | null, string>()
  for (const role of ROLE_NAMES) tokens.set(role, await tokenOf(role))
  const token = (role: Role | null) => tokens.get(role) ?? null
  const canary = `CANARY-${randomUUID()}`
  let references = 0
  const newReference = () => `${canary}-${++references}`
  const call = (route: ServedRoute, call: Call = {}) =>
    service.call(route, marked(call, canary, newReference), {token: token(insider(route))})
  const examples = await tell({...inMemoryService(), call}, importId => finished(call, importId))
  const shots = anyShot({examples: marked(examples, canary, newReference), newReference})
  const broken = contractKeeper()
  const byStatus: Record<number, number> = {}
  const failures: string[] = []
  for (let done = 0; done < requests; done += AT_ONCE) {
    const some = fc.sample(shots, {numRuns: Math.min(AT_ONCE, requests - done), seed: seed + done})
    await byCallers(callers, some, async ({route, call, as, method}, index) => {
      const reply = await service.call(route, call, {token: token(as), ...(method !== undefined && {method})})
      byStatus[reply.status] = (byStatus[reply.status] ?? 0) + 1
      const wrong = wrongWith({route, call, as, ...(method !== undefined && {method})}, reply, canary, broken)
      if (wrong && failures.length < 20)
        failures.push(`${seed + done}/${index} ${method ?? ''} ${route}: ${wrong}`)
    })
    progress?.(Math.min(done + AT_ONCE, requests))
  }
  service.close()
  return {requests, byStatus, failures, canary}
}

/** The service has its own worker; asking again takes as long as one answer. */
async function finished(
  call: (route: ServedRoute, call: Call) => Promise<Reply>,
  importId: string,
): Promise<void> {
  for (;;) {
    const {json} = await call('getImport', {params: {importId}})
    if ((json as {readonly finishedAt: string | null}).finishedAt !== null) return
  }
}

/** The examples' postcodes need not be in the gazetteer that this service has. */
const SOMEWHERE = {easting: 537_600, northing: 173_900}

/** With references of our own, a mark in every written text, and places that need no gazetteer. */
const marked = <T>(told: T, canary: string, newReference: () => string): T =>
  JSON.parse(JSON.stringify(told), (key, value) => {
    if (key === 'reference') return newReference()
    if (WRITTEN.has(key) && typeof value === 'string') return `${canary} ${value}`
    return value?.postcode === undefined ? value : {...SOMEWHERE, ...value}
  })

const WRITTEN: ReadonlySet<string> = new Set(['note', 'reason', 'text'])

/** Most calls are of one who may; some come from anybody, without a token, or by a method that is not there. */
function anyShot(world: World): fc.Arbitrary<Shot> {
  const served = ROUTES.filter(route => route.access !== 'public').map(({id}) => id as ServedRoute)
  const as = (id: ServedRoute) =>
    fc.oneof(
      {weight: 18, arbitrary: fc.constant(insider(id))},
      {weight: 1, arbitrary: fc.constantFrom(...ROLE_NAMES)},
      {weight: 1, arbitrary: fc.constant(null)},
    )
  const method = fc.oneof(
    {weight: 39, arbitrary: fc.constant({})},
    {weight: 1, arbitrary: fc.record({method: fc.constantFrom('PATCH', 'OPTIONS')})},
  )
  return fc
    .constantFrom(...served)
    .chain(route => fc.tuple(fc.constant(route), anyCall(route, world), as(route), method))
    .map(([route, call, by, strange]): Shot => ({route, call, as: by, ...strange}))
}

function wrongWith(
  {route, as, method}: Shot,
  reply: Reply,
  canary: string,
  broken: (route: ServedRoute, reply: Reply) => string | null,
): string | null {
  const {status, text} = reply
  if (status >= 500) return `answered ${status}`
  if (method !== undefined) return status === 404 ? null : `a method that is not there was answered ${status}`
  if (status === 404 && text === '{"message":"Not Found"}') return null
  if (as === null && status !== 401) return `answered ${status} without a token`
  if (as !== null && !opens(as, route) && status !== 403) return `answered ${status} without the scope`
  if (status >= 400 && text.includes(canary)) return 'a refusal quotes a record'
  return broken(route, reply)
}

/** Of the panel the chair, who alone may decide. */
const insider = (id: ServedRoute): Role =>
  (['placements-manager', 'panel-chair', ...ROLE_NAMES] as const).find(role => opens(role, id))!

function opens(role: Role, id: ServedRoute): boolean {
  const access = ROUTES.find(route => route.id === id)?.access
  const own: readonly Scope[] = ROLES[role]
  return access !== undefined && access !== 'public' && access.scopes.some(scope => own.includes(scope))
}
