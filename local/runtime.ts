import {createWriteStream} from 'node:fs'
import type {RequestListener} from 'node:http'
import {join, resolve} from 'node:path'
import {ROLES, type Role} from '../functions/runtime/roles.ts'
import {startBus} from './bus.ts'
import {CannotStart} from './cannot-start.ts'
import {type About, openDataDir, settleDataDir, writeAbout} from './data-dir.ts'
import {startDatabase} from './database.ts'
import {openDeliveries} from './deliveries.ts'
import {dynamoDb, STREAMS} from './dynamodb.ts'
import {type Faults, faults} from './faults.ts'
import {startFunctions} from './functions.ts'
import {gateway} from './gateway.ts'
import {AUDIENCE, type Issuer, startIssuer, tokenFor} from './issuer.ts'
import {isTaken, type Listening, listen} from './listen.ts'
import {lock} from './lock.ts'
import {startObjects} from './objects.ts'
import {gatewayReply} from './payload.ts'
import {type Ledger, permissions} from './permissions.ts'
import {startProxy} from './proxy.ts'
import {openQueues, type Queues} from './queues.ts'
import {startStreams} from './streams.ts'
import {synthesise} from './synthesise.ts'
import {makeTables} from './tables.ts'
import {type Assembly, readAssembly} from './template.ts'

export interface HearthOptions {
  readonly dataDir: string
  /** 0 for a free one. */
  readonly port: number
  readonly authorityId: string
  readonly fresh?: boolean
  /** Fills a new data directory; without it, it stays empty. `done` of `of` items are written. */
  readonly seed?: (into: Seeding, progress: (done: number, of: number) => void) => Promise<void>
  /** For tests: a database that forgets when it stops, and that never waits for a disk. */
  readonly inMemory?: boolean
  /** How many instances of one function may run at once. */
  readonly instances?: number
  /** Between attempts at a failed event or batch; deployed it is up to minutes. */
  readonly retryMs?: number
  /** A cloud assembly that stands, instead of synthesising the app. */
  readonly assembly?: string
  /** Hears each step of starting when it is done, or how far it is. */
  readonly progress?: (line: string) => void
  readonly signal?: AbortSignal
}

export interface Seeding {
  readonly assembly: Assembly
  /** Of DynamoDB Local itself: the sample is not written by a function. */
  readonly database: string
}

export interface Hearth {
  readonly url: string
  readonly issuer: Issuer
  readonly authorityId: string
  readonly dataDir: string
  /** Shows /ledger, /queues and /events and takes PUT /faults. */
  readonly adminUrl: string
  /** DynamoDB Local itself. */
  readonly databaseUrl: string
  readonly faults: Faults
  readonly queues: Queues
  ledger(): Ledger
  /** A token for each role. */
  tokens(): Promise<Readonly<Record<Role, string>>>
  stop(): Promise<void>
}

type Stop = () => Promise<void> | void

/** The whole service on one machine, wired from its synthesised templates. Stops what it has started if it fails. */
export async function startHearth(options: HearthOptions): Promise<Hearth> {
  const stops: Stop[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  const failing = new AbortController()
  const signal = AbortSignal.any([failing.signal, ...(options.signal ? [options.signal] : [])])
  try {
    return await start({...options, signal, dataDir: resolve(options.dataDir)}, stops, stop, failing)
  } catch (error) {
    failing.abort()
    await stop()
    throw options.signal?.aborted ? options.signal.reason : error
  }
}

type Starting = HearthOptions & {readonly signal: AbortSignal}

async function start(
  options: Starting,
  stops: Stop[],
  stop: () => Promise<void>,
  failing: AbortController,
): Promise<Hearth> {
  const {dataDir, authorityId, signal, progress = () => {}} = options
  const step = stepper(progress)
  const about = await claim(options, stops)
  let handle = notThere
  const front = await takePort(options.port, (request, response) => handle(request, response))
  stops.push(front.stop)

  const issuer = await step('issuer', startIssuer(dataDir, authorityId))
  stops.push(issuer.stop)
  const directory = options.assembly ?? join(dataDir, 'cdk.out')
  const [, database] = await together(failing, [
    options.assembly ? null : step('functions bundled, templates synthesised', synthesise(directory, signal)),
    step('database', startDatabase(options.inMemory ? null : join(dataDir, 'database'), signal)).then(
      started => {
        stops.push(started.stop)
        return started
      },
    ),
  ] as const)
  signal.throwIfAborted()
  const assembly = readAssembly(directory, {OidcIssuer: issuer.url, OidcAudience: AUDIENCE})
  const call = dynamoDb(database.endpoint)
  await step('tables', makeTables(call, assembly))

  const allowed = permissions(assembly)
  const queues = openQueues(assembly, dataDir)
  const injected = faults()
  const proxy = await startProxy({
    database: database.endpoint,
    permissions: allowed,
    faults: injected,
    queues,
  })
  stops.push(proxy.stop)
  const objects = await startObjects(assembly, allowed, dataDir)
  stops.push(objects.stop)
  const {retryMs = 1_000, instances = 3} = options
  const log = createWriteStream(join(dataDir, 'functions.log'), {flags: 'a'}).setMaxListeners(0)
  stops.push(() => void log.end())
  const functions = await step(
    'functions',
    startFunctions(assembly, {endpoint: proxy.url, objects: objects.url, instances, log}),
  )
  stops.push(functions.stop)

  const deliveries = openDeliveries(assembly, functions, queues, injected, dataDir, retryMs)
  const bus = startBus(assembly, functions, deliveries, dataDir)
  stops.push(deliveries.stop, bus.stop)
  proxy.connect(bus)
  const api = await gateway(assembly, functions)
  await seed(options, about, {assembly, database: database.endpoint}, step, progress)
  const streams = await startStreams({
    assembly,
    functions,
    queues,
    faults: injected,
    permissions: allowed,
    dataDir,
    dynamoDb: call,
    streams: dynamoDb(database.endpoint, STREAMS),
    retryMs,
  })
  stops.push(streams.stop, () => {
    handle = notThere
  })
  handle = api
  return {
    url: front.url,
    issuer,
    authorityId,
    dataDir,
    adminUrl: proxy.url,
    databaseUrl: database.endpoint,
    faults: injected,
    queues,
    ledger: () => allowed.ledger(),
    tokens: () => tokensOf(issuer),
    stop,
  }
}

/** Before the service is ready, and once it stops. */
const notThere: RequestListener = (_, response) =>
  response.writeHead(503).end(gatewayReply(503, 'Service Unavailable').body)

/** The data directory for ourselves alone, and what it is for. */
async function claim(options: HearthOptions, stops: Stop[]): Promise<About> {
  const {dataDir, authorityId, fresh = false, progress = () => {}} = options
  openDataDir(dataDir)
  stops.push(await lock(dataDir))
  const wanted: About = {authorityId, sample: options.seed ? 'being written' : 'none'}
  const {about, notice} = settleDataDir(dataDir, {fresh, about: wanted})
  if (notice) progress(notice)
  return about
}

async function takePort(port: number, listener: RequestListener): Promise<Listening> {
  try {
    return await listen(port, listener)
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new CannotStart(
      `Port ${port} is taken. Stop what listens there, or choose another with --port N (0 takes a free one).`,
    )
  }
}

async function seed(
  {seed: write, dataDir, signal}: Starting,
  about: About,
  into: Seeding,
  step: Step,
  progress: (line: string) => void,
): Promise<void> {
  if (write === undefined || about.sample !== 'being written') return
  let tenths = 0
  const report = (done: number, of: number) => {
    signal.throwIfAborted()
    if (Math.floor((10 * done) / of) <= tenths) return
    tenths = Math.floor((10 * done) / of)
    progress(`sample: ${done} of ${of} items`)
  }
  await step('sample', write(into, report))
  writeAbout(dataDir, {...about, sample: 'written'})
}

type Step = <T>(name: string, work: Promise<T>) => Promise<T>

/** Tells how long each step took. */
const stepper =
  (progress: (line: string) => void): Step =>
  async (name, work) => {
    const from = performance.now()
    const result = await work
    progress(`${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`)
    return result
  }

/** All of them, or the error of the first that failed, once the others have been called off and are over. */
async function together<T extends readonly unknown[]>(
  failing: AbortController,
  works: T,
): Promise<{-readonly [K in keyof T]: Awaited<T[K]>}> {
  const all = Promise.all(works)
  await all.catch(() => failing.abort())
  await Promise.allSettled(works)
  return all
}

async function tokensOf(issuer: Issuer): Promise<Readonly<Record<Role, string>>> {
  const roles = Object.keys(ROLES) as Role[]
  const tokens = await Promise.all(roles.map(async role => [role, await tokenFor(issuer, role)] as const))
  return Object.fromEntries(tokens) as Record<Role, string>
}
