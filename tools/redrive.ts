import {parseArgs} from 'node:util'
import {type DynamoDBDocumentClient, paginateQuery, paginateScan, UpdateCommand} from '@aws-sdk/lib-dynamodb'
import {documentClient} from '../functions/store/client.ts'
import type {Key} from '../functions/store/table.ts'

// Publishes events again, from the table: each is touched, so that the stream brings it to the publisher as it did
// when it was new. Whatever could not be published then has its retries, its order and its queue again.

const HELP = `npm run events:redrive -- --table NAME --from INSTANT --until INSTANT [--endpoint URL]

Publishes again every event of the table that was written between two instants (give or take a minute), and what
followed it in the history of the same record, in order. Consumers take an event twice without harm.

  --table NAME      the output EventsTable of the service stack
  --from INSTANT    approximateArrivalOfFirstRecord of the first undelivered message
  --until INSTANT   approximateArrivalOfLastRecord of the last
  --endpoint URL    of DynamoDB Local, instead of AWS`

/** An event bears the time of its decision, which its writing follows within a function's time-out. */
const MARGIN_MS = 60_000

interface Window {
  readonly from: string
  readonly until: string
}

/** The partition of each aggregate that has an event in the window, with the earliest such event. It reads the whole table. */
async function firstOfEachAggregate(
  client: DynamoDBDocumentClient,
  TableName: string,
  {from, until}: Window,
): Promise<ReadonlyMap<string, string>> {
  const first = new Map<string, string>()
  const scan = {
    TableName,
    FilterExpression: '#type = :event AND createdAt BETWEEN :from AND :until',
    ProjectionExpression: 'pk, sk',
    ExpressionAttributeNames: {'#type': 'type'},
    ExpressionAttributeValues: {':event': 'event', ':from': from, ':until': until},
  }
  for await (const {Items = []} of paginateScan({client}, scan))
    for (const {pk, sk} of Items as Key[]) {
      const known = first.get(pk)
      if (known === undefined || sk < known) first.set(pk, sk)
    }
  return first
}

/** Touches an aggregate's events from one on, one after the other: the stream keeps the order of their writing. */
async function touchFrom(client: DynamoDBDocumentClient, TableName: string, {pk, sk}: Key): Promise<number> {
  const history = {
    TableName,
    KeyConditionExpression: 'pk = :pk AND sk >= :sk',
    ProjectionExpression: 'pk, sk',
    ExpressionAttributeValues: {':pk': pk, ':sk': sk},
  }
  let touched = 0
  for await (const {Items = []} of paginateQuery({client}, history))
    for (const Key of Items) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET redrivenAt = :now',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: {':now': new Date().toISOString()},
        }),
      )
      touched++
    }
  return touched
}

function readInstant(name: string, text: string | undefined, shiftMs: number): string {
  const at = Date.parse(text ?? '')
  if (Number.isNaN(at)) throw new TypeError(`--${name} needs an instant such as 2026-11-23T09:30:00Z.`)
  return new Date(at + shiftMs).toISOString()
}

function readSettings() {
  const text = {type: 'string'} as const
  const {values} = parseArgs({options: {table: text, from: text, until: text, endpoint: text}})
  if (!values.table) throw new TypeError('--table needs the name of the table.')
  const window = {
    from: readInstant('from', values.from, -MARGIN_MS),
    until: readInstant('until', values.until, MARGIN_MS),
  }
  const local = {region: 'eu-west-2', credentials: {accessKeyId: 'redrive', secretAccessKey: 'local'}}
  return {table: values.table, window, config: values.endpoint ? {...local, endpoint: values.endpoint} : {}}
}

async function run(): Promise<void> {
  const {table, window, config} = readSettings()
  const client = documentClient(config)
  const aggregates = await firstOfEachAggregate(client, table, window)
  let events = 0
  for (const [pk, sk] of aggregates) events += await touchFrom(client, table, {pk, sk})
  client.destroy()
  console.log(`${events} events of ${aggregates.size} records are on their way to the bus again.`)
}

try {
  await run()
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${HELP}` : error)
  process.exitCode = 1
}
