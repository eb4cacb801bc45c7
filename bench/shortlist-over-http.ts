import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {QueryCommand} from '@aws-sdk/lib-dynamodb'
import {inMemoryService} from '../contracts/in-memory-service.ts'
import type {AuthorityId, ReferralId} from '../domain/ids.ts'
import {makeShortlist} from '../domain/matching/make-shortlist.ts'
import {GROUPS} from '../domain/matching/shortlist.ts'
import {loadMatchInput} from '../functions/http/placements/match-input.ts'
import {documentClient} from '../functions/store/client.ts'
import {dynamodbTable} from '../functions/store/dynamodb-table.ts'
import {loadReferral} from '../functions/store/referrals.ts'
import type {Table} from '../functions/store/table.ts'
import {asker, openReferrals} from '../local/first-look.ts'
import {startHearth} from '../local/runtime.ts'
import {SAMPLE, sample, tableNames} from '../local/seed.ts'
import {REGION} from '../local/template.ts'
import {at, digits, median, spread, timesOf} from './measure.ts'

// A shortlist for one child of the sample borough, over HTTP on the local runtime, and what of that the engine,
// the store and HTTP take; beside it, in the same run, the bare SDK reading the same supply.

const AUTHORITY = 'E09000023' as AuthorityId
const RUNS = 200

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
let tableName = ''
const hearth = await startHearth({
  dataDir,
  port: 0,
  authorityId: AUTHORITY,
  seed: async (into, progress) => {
    tableName = tableNames(into.assembly).HEARTH_TABLE
    await sample(AUTHORITY, SAMPLE)(into, progress)
  },
})
try {
  await measure()
} finally {
  await hearth.stop()
  rmSync(dataDir, {recursive: true})
}

async function measure() {
  const {'placements-officer': token} = await hearth.tokens()
  const ask = asker(hearth.url, token)
  const {id} = (await openReferrals(ask)).find(({children}) => children.length === 1)!
  const client = documentClient({
    endpoint: hearth.databaseUrl,
    region: REGION,
    credentials: {accessKeyId: 'bench', secretAccessKey: 'local'},
  })
  const table = dynamodbTable(client, tableName)

  const bare = () =>
    client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: {':pk': `${AUTHORITY}#households`},
      }),
    )
  const overHttp = () => ask('POST', `/v1/referrals/${id}/shortlists`, {})
  const stored = (await loadReferral(table, AUTHORITY, id as ReferralId))!
  const asked = {search: [...GROUPS], withinMiles: null, limit: 10}
  const {input} = await loadMatchInput(table, AUTHORITY, stored.value, asked, new Date().toISOString())
  const storeTimes: number[] = []
  const inProcess = inProcessShortlist(timed(table, storeTimes), id)

  for (const warmUp of [bare, overHttp, inProcess]) await timesOf(60, 4, warmUp)
  const reading = await timesOf(RUNS, 1, bare)
  const engine = await timesOf(RUNS, 1, () => makeShortlist(input))
  storeTimes.length = 0
  const handler = await timesOf(RUNS, 1, inProcess)
  const one = await timesOf(RUNS, 1, overHttp)
  const sixteen = await timesOf(RUNS * 2, 16, overHttp)

  const perCall = storeTimes.reduce((sum, ms) => sum + ms, 0) / RUNS
  const share = (ms: number) => `${Math.round((100 * ms) / median(one))}%`
  console.log(`A shortlist of ${input.supply.length} households for one child, ${RUNS} runs, median [min..max]
  over HTTP, 1 caller        ${spread(one)}, p99 ${digits(at(one, 0.99))} ms
  over HTTP, 16 callers      ${spread(sixteen)}, p99 ${digits(at(sixteen, 0.99))} ms
  the handler in one process ${spread(handler)}
    waiting for the store    ${digits(perCall)} ms (${share(perCall)} of one call over HTTP)
    the engine               ${spread(engine)} (${share(median(engine))})
    the rest of the handler  ${digits(median(handler) - perCall - median(engine))} ms (${share(median(handler) - perCall - median(engine))}: parsing, fingerprint, gzip, rendering)
  gateway, worker and HTTP   ${digits(median(one) - median(handler))} ms (${share(median(one) - median(handler))})
  the bare SDK reading the same supply ${spread(reading)}: a shortlist takes ${(median(one) / median(reading)).toFixed(2)} times as long`)
}

function inProcessShortlist(table: Table, referralId: string): () => Promise<unknown> {
  let made = 0
  const newId = () => `019ab000-0000-7000-9000-${String(++made).padStart(12, '0')}`
  const service = inMemoryService({table, newId, now: () => new Date().toISOString()})
  return async () => {
    const reply = await service.call('makeShortlist', {params: {referralId}, body: {}})
    if (reply.status !== 201) throw new Error(reply.text)
  }
}

/** The time during which a call waits for the table: overlapping reads count once. */
function timed(table: Table, times: number[]): Table {
  let [waiting, since] = [0, 0]
  const around = async <T>(run: () => Promise<T>): Promise<T> => {
    if (waiting++ === 0) since = performance.now()
    try {
      return await run()
    } finally {
      if (--waiting === 0) times.push(performance.now() - since)
    }
  }
  return {
    get: key => around(() => table.get(key)),
    getMany: keys => around(() => table.getMany(keys)),
    query: (query, page) => around(() => table.query(query, page)),
    queryAll: query => around(() => table.queryAll(query)),
    related: (to, page) => around(() => table.related(to, page)),
    relatedAll: to => around(() => table.relatedAll(to)),
    transact: writes => around(() => table.transact(writes)),
    putUnseen: items => around(() => table.putUnseen(items)),
  }
}
