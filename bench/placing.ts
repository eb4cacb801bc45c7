import {randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DynamoDBDocumentClient, TransactWriteCommand} from '@aws-sdk/lib-dynamodb'
import {inMemoryService, type Reply, type ServedRoute} from '../contracts/in-memory-service.ts'
import {documentClient} from '../functions/store/client.ts'
import {dynamodbTable} from '../functions/store/dynamodb-table.ts'
import {isObject} from '../local/json.ts'
import {startHearth} from '../local/runtime.ts'
import {type Assembly, REGION} from '../local/template.ts'
import {overHttp} from '../test/support/over-http.ts'
import {at, digits, median, type Times, timesOf} from './measure.ts'

// Hold a place, place the child, end the placement: cycles over HTTP on the local runtime, each of a child, a referral
// and a household of its own. Beside them, in the same run, the same transactions sent by the bare SDK to the same
// DynamoDB Local: those that the service sent for one cycle, with the same items and conditions, for an authority of
// each cycle's own. node bench/placing.ts [cycles] [instances of the function]

const AUTHORITY = 'E09000023'
const INSTANCES = Number(process.argv[3] ?? 3)
const CALLERS = [1, 16, 64]
/** They take turns with the bare SDK, at each number of callers. */
const ROUNDS = 2
const CYCLES = Math.ceil(Number(process.argv[2] ?? 150) / ROUNDS)

type Ask = (route: ServedRoute, params: Record<string, string>, body: object) => Promise<Reply>
type Transaction = TransactWriteCommand['input']
type Run = () => Promise<unknown>

/** What a cycle needs beforehand, and the cycle, of which each step is one transaction. */
interface Cycle {
  readonly before: Run
  readonly run: Run
}

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
let tables = {records: '', audit: ''}
const hearth = await startHearth({
  dataDir,
  port: 0,
  authorityId: AUTHORITY,
  inMemory: true,
  instances: INSTANCES,
  seed: async ({assembly}) => {
    tables = tablesIn(assembly)
  },
})
const service = overHttp(hearth.url)
const client = documentClient({
  endpoint: hearth.databaseUrl,
  region: REGION,
  credentials: {accessKeyId: 'bench', secretAccessKey: 'local'},
})
async function measure() {
  const {'placements-manager': token} = await hearth.tokens()
  const ask: Ask = (route, params, body) =>
    service.call(route, {params, body, headers: {'idempotency-key': randomUUID()}}, {token})
  const sent = await transactionsOf(client)
  const overHttpCycle = () => cycleOf(ask)
  const bareCycle = () => replayOf(sent, client)

  await timesOfCycles(30, 4, overHttpCycle)
  await timesOfCycles(30, 4, bareCycle)
  const bytes = sent.run.map(each => JSON.stringify(each).length)
  console.log(`Hold, place, end: ${CYCLES} cycles in each of ${ROUNDS} rounds, ${INSTANCES} instances of the function
  of ${sent.run.map(({TransactItems = []}) => TransactItems.length).join(', ')} writes and ${bytes.join(', ')} bytes of JSON
  callers        cycles/s   p50 ms   p99 ms`)
  for (const callers of CALLERS) {
    const [served, bare]: [Measured[], Measured[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      served.push(await timesOfCycles(CYCLES, callers, overHttpCycle))
      bare.push(await timesOfCycles(CYCLES, callers, bareCycle))
    }
    const [a, b] = [together(served), together(bare)]
    console.log(`${line(`${callers} over HTTP`, a)}\n${line(`${callers} bare SDK`, b)}
  ${callers} ratio       ${(b.aSecond / a.aSecond).toFixed(2)} in cycles/s, ${(median(a.times) / median(b.times)).toFixed(2)} in p50`)
  }
}

interface Measured {
  readonly times: Times
  readonly aSecond: number
}

async function timesOfCycles(runs: number, callers: number, make: () => Cycle): Promise<Measured> {
  const cycles = Array.from({length: runs}, make)
  const [preparing, running] = [cycles.values(), cycles.values()]
  await timesOf(runs, 8, () => preparing.next().value!.before())
  const since = performance.now()
  const times = await timesOf(runs, callers, () => running.next().value!.run())
  return {times, aSecond: (1000 * runs) / (performance.now() - since)}
}

const together = (rounds: readonly Measured[]): Measured => ({
  times: rounds.flatMap(({times}) => times).toSorted((a, b) => a - b),
  aSecond: rounds.length / rounds.reduce((sum, {aSecond}) => sum + 1 / aSecond, 0),
})

const line = (name: string, {times, aSecond}: Measured) =>
  `  ${name.padEnd(14)} ${aSecond.toFixed(1).padStart(7)}  ${digits(median(times)).padStart(7)}  ${digits(at(times, 0.99)).padStart(7)}`

function cycleOf(ask: Ask): Cycle {
  const made = async (route: ServedRoute, params: Record<string, string>, body: object) => {
    const {status, json, text} = await ask(route, params, body)
    if (status !== 200 && status !== 201) throw new Error(`${route} answered ${status}: ${text}`)
    return json as {readonly id: string; readonly placements: readonly {readonly id: string}[]}
  }
  let [householdId, referralId] = ['', '']
  return {
    async before() {
      const [household, child] = await Promise.all([
        made('createHousehold', {}, aHousehold()),
        made('createChild', {}, aChild()),
      ])
      householdId = household.id
      referralId = (await made('openReferral', {}, aReferral(child.id))).id
    },
    async run() {
      const {id: holdId} = await made('holdPlaces', {referralId}, {householdId})
      const start = {householdId, holdId, startOn: '2027-02-01'}
      const {placements} = await made('startPlacement', {referralId}, start)
      await made('endPlacement', {placementId: placements[0]!.id}, {on: '2027-05-01', rec: 'E4A'})
    },
  }
}

/** The transactions that the service itself sends for one cycle, and for what that needs beforehand. */
async function transactionsOf(recording: DynamoDBDocumentClient) {
  let sent: Transaction[] = []
  const send: DynamoDBDocumentClient['send'] = (command: object) => {
    if (command instanceof TransactWriteCommand) sent.push(structuredClone(command.input))
    return recording.send(command as TransactWriteCommand)
  }
  const table = dynamodbTable({send} as DynamoDBDocumentClient, tables)
  const inProcess = inMemoryService({table, newId: randomUUID, now: () => new Date().toISOString()})
  const claims = {authority: AUTHORITY, sub: randomUUID(), roles: '[placements-manager]', scope: ''}
  const makeCycle = () =>
    cycleOf((route, params, body) =>
      inProcess.call(route, {params, body, claims, headers: {'idempotency-key': randomUUID()}}),
    )
  // A process's first cycle also writes what it writes but once.
  const first = makeCycle()
  await first.before()
  await first.run()
  sent = []
  const cycle = makeCycle()
  await cycle.before()
  const before = sent
  sent = []
  await cycle.run()
  return {before, run: sent}
}

/** Every key begins with the authority, so that under another one every condition holds again. */
function replayOf(sent: {before: readonly Transaction[]; run: readonly Transaction[]}, bare: typeof client) {
  const authority = `E${String(replays++).padStart(8, '0')}`
  const [before, run] = [sent.before, sent.run].map(transactions =>
    transactions.map(
      ({ClientRequestToken: _, ...each}): Transaction =>
        JSON.parse(JSON.stringify(each).replaceAll(AUTHORITY, authority)),
    ),
  )
  const all = (transactions: readonly Transaction[]) => async () => {
    for (const each of transactions) await bare.send(new TransactWriteCommand(each))
  }
  return {before: all(before!), run: all(run!)}
}

let replays = 0

function tablesIn(assembly: Assembly) {
  const variables = assembly.of('AWS::Lambda::Function').flatMap(({properties}) => {
    const own = isObject(properties['Environment']) ? properties['Environment']['Variables'] : undefined
    return isObject(own) ? Object.entries(own) : []
  })
  const named = Object.fromEntries(variables)
  return {records: String(named['HEARTH_TABLE']), audit: String(named['AUDIT_TABLE'])}
}

const aHousehold = () => ({
  reference: `BENCH-${randomUUID()}`,
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {places: 2, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  home: {easting: 537_900, northing: 174_200},
  authorityId: AUTHORITY,
  bedrooms: ['a', 'b'].map(id => ({id, shareable: false, groundFloor: false})),
})

const aChild = () => ({
  reference: `BENCH-${randomUUID()}`,
  dob: '2016-05-04',
  sex: 'F',
  home: {easting: 537_600, northing: 173_900},
})

const aReferral = (child: string) => ({
  children: [child],
  urgency: 'planned',
  kind: 'short-term',
  neededFrom: '2027-02-01',
  expectedUntil: '2027-05-01',
})

try {
  await measure()
} finally {
  service.close()
  client.destroy()
  await hearth.stop()
  rmSync(dataDir, {recursive: true})
}
