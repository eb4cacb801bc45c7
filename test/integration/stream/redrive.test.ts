import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CloudEvent} from '../../../events/envelope.ts'
import {householdChanged} from '../../../events/household-changed.v1.ts'
import {documentClient} from '../../../functions/store/client.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {recordEvents} from '../../../functions/store/outbox.ts'
import type {Carried} from '../../../local/bus.ts'
import {AUDIENCE} from '../../../local/issuer.ts'
import {type Hearth, startHearth} from '../../../local/runtime.ts'
import {tableNames} from '../../../local/seed.ts'
import {synthesise} from '../../../local/synthesise.ts'
import {readAssembly} from '../../../local/template.ts'
import {householdId, LEWISHAM} from '../../support/matching.ts'

const work = mkdtempSync(join(tmpdir(), 'hearth-redrive-'))
const assembly = join(work, 'cdk.out')
const template = join(assembly, 'HearthService.template.json')
const dataDir = join(work, 'data')
let hearth: Hearth
let table: string

const start = () => startHearth({dataDir, port: 0, authorityId: LEWISHAM, assembly, retryMs: 1})
beforeAll(async () => {
  await synthesise(assembly)
  table = tableNames(readAssembly(assembly, {OidcIssuer: 'none', OidcAudience: AUDIENCE})).HEARTH_TABLE
})
afterAll(async () => {
  await hearth.stop()
  rmSync(work, {recursive: true})
})

/** A household was changed so many times, from this version on, in a transaction each. */
async function write(household: string, versions: readonly number[]): Promise<void> {
  const client = documentClient({
    endpoint: hearth.databaseUrl,
    region: 'eu-west-2',
    credentials: {accessKeyId: 'tests', secretAccessKey: 'tests'},
  })
  for (const householdVersion of versions) {
    const change = householdChanged(
      {authorityId: LEWISHAM, householdId: householdId(household), householdVersion},
      new Date().toISOString(),
    )
    await dynamodbTable(client, table).transact(recordEvents(LEWISHAM, [change, change]))
  }
  client.destroy()
}

const seen = async (household: string): Promise<readonly string[]> => {
  const carried = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as readonly Carried[]
  return carried
    .map(({event}) => event['detail'] as unknown as CloudEvent)
    .filter(({subject}) => subject === `household/${household}`)
    .map(({sequence}) => sequence)
}

/** When each record arrived that was given up, as its message says. */
const undelivered = (): readonly string[] =>
  Object.values(hearth.queues.all())
    .flat()
    .map(({body}) => body as {DDBStreamBatchInfo: {approximateArrivalOfFirstRecord: string}})
    .map(({DDBStreamBatchInfo}) => DDBStreamBatchInfo.approximateArrivalOfFirstRecord)
    .toSorted()

const HISTORY = ['0000001', '0000001.001', '0000002', '0000002.001']

test('what could not be published lies in the queue, and one command brings all of it to the bus, in order', async () => {
  const whole = readFileSync(template, 'utf8')
  writeFileSync(template, whole.replaceAll('events:PutEvents', 'events:DescribeEventBus'))
  hearth = await start()
  await write('a', [1, 2])
  await write('b', [1])
  await expect.poll(() => undelivered().length, {timeout: 50_000}).toBe(6)
  expect(await seen('a')).toEqual([])
  await hearth.stop()

  writeFileSync(template, whole)
  hearth = await start()
  await write('a', [3])
  await write('c', [1])
  await expect.poll(() => seen('c'), {timeout: 20_000}).toHaveLength(2)
  expect(await seen('a')).toEqual(['0000003', '0000003.001'])

  const [from = '', until = ''] = [undelivered()[0], undelivered().at(-1)]
  const options = ['--table', table, '--from', from, '--until', until, '--endpoint', hearth.databaseUrl]
  const {stdout} = await promisify(execFile)(process.execPath, ['tools/redrive.ts', ...options])
  // The third was written after the others were given up: within the margin of a minute, unless the machine is slow.
  expect(stdout).toMatch(/of [23] records are on their way/)

  await expect.poll(() => seen('b'), {timeout: 20_000}).toEqual(['0000001', '0000001.001'])
  const again = async () => (await seen('a')).slice(2)
  await expect.poll(again, {timeout: 20_000}).toEqual([...HISTORY, '0000003', '0000003.001'])
}, 120_000)

test('the command says what it needs when it is not told', async () => {
  const asked = promisify(execFile)(process.execPath, ['tools/redrive.ts', '--table', 't', '--from', 'noon'])
  await expect(asked).rejects.toThrow('--from needs an instant such as 2026-11-23T09:30:00Z.')
})
