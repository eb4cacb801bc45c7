import {CreateTableCommand} from '@aws-sdk/client-dynamodb'
import type {AuthorityId} from '../domain/ids.ts'
import {documentClient} from '../functions/store/client.ts'
import {dynamodbTable} from '../functions/store/dynamodb-table.ts'
import {memoryTable} from '../functions/store/memory-table.ts'
import type {Table} from '../functions/store/table.ts'
import {startDatabase} from '../local/database.ts'
import {REGION} from '../local/template.ts'
import {makeBorough} from '../sample/borough.ts'
import {makeReturn} from '../sample/return/make-return.ts'
import {importing} from '../test/support/importing.ts'
import {median, spread} from './measure.ts'

// What the store adds to an import: the sample borough's whole return of a year, from its files to its end, over a table
// in memory and over DynamoDB Local, by turns; then the same return again, of which nothing changes.
// Usage: node bench/import-store.ts [rounds]

const ROUNDS = Number(process.argv[2] ?? 5)
const YEAR = 2026
const borough = makeBorough({
  seed: 7,
  children: 470,
  today: '2026-11-23',
  authorityId: 'E09000023' as AuthorityId,
})
const files = Object.fromEntries(makeReturn(borough, {year: YEAR}))

const database = await startDatabase(null)
const client = documentClient({
  endpoint: database.endpoint,
  region: REGION,
  credentials: {accessKeyId: 'bench', secretAccessKey: 'local'},
})

async function dynamoDb(round: number): Promise<Table> {
  const TableName = `round-${round}`
  const attribute = (AttributeName: string) => ({AttributeName, AttributeType: 'S' as const})
  const key = (hash: string, range: string) => [
    {AttributeName: hash, KeyType: 'HASH' as const},
    {AttributeName: range, KeyType: 'RANGE' as const},
  ]
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'relatedTo', 'relatedAt'].map(attribute),
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        {IndexName: 'related', KeySchema: key('relatedTo', 'relatedAt'), Projection: {ProjectionType: 'ALL'}},
      ],
    }),
  )
  return dynamodbTable(client, TableName)
}

const WAYS = {'in memory': async () => memoryTable(), 'DynamoDB Local': dynamoDb}
const times = new Map<string, number[]>()
let rows = 0

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const since = performance.now()
  await work()
  times.set(name, [...(times.get(name) ?? []), performance.now() - since])
}

try {
  // The first round is for the compiler, and not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === 1) times.clear()
    for (const [way, table] of Object.entries(WAYS)) {
      const at = importing({table: await table(round)})
      for (const again of ['', ', again']) {
        const {id} = await at.request(YEAR, files)
        await timed(way + again, () => at.work(id))
        const {state, tables} = await at.look(id)
        if (state !== 'loaded') throw new Error(`The import ended as ${state}.`)
        rows = tables.reduce((sum, {read}) => sum + read, 0)
      }
    }
  }
} finally {
  client.destroy()
  await database.stop()
}

console.log(`${rows.toLocaleString('en-GB')} rows of ${Object.keys(files).length} tables, ${ROUNDS} rounds`)
for (const [name, each] of times) {
  const sorted = each.toSorted((a, b) => a - b)
  const rate = Math.round((rows / median(sorted)) * 1000).toLocaleString('en-GB')
  console.log(`  ${name.padEnd(22)} ${spread(sorted)}, ${rate} rows a second`)
}
