import {setTimeout} from 'node:timers/promises'
import {BatchWriteCommand, type DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import {StoreBusy, type Wait} from './transact.ts'

/** BatchWriteItem takes no more. */
const MOST_PUTS = 25
const IN_FLIGHT = 4
const MOST_RETRIES = 8

type Puts = readonly {readonly PutRequest: {readonly Item: object}}[]

/**
 * Puts items over whatever is there, without conditions and without events: for filling a table that nobody else
 * writes. `onProgress` hears how many have been written so far.
 */
export async function bulkLoad(
  client: DynamoDBDocumentClient,
  tableName: string,
  items: readonly object[],
  onProgress: (written: number) => void = () => {},
  wait: Wait = setTimeout,
): Promise<void> {
  const batches = Array.from({length: Math.ceil(items.length / MOST_PUTS)}, (_, n) =>
    items.slice(n * MOST_PUTS, (n + 1) * MOST_PUTS).map(Item => ({PutRequest: {Item}})),
  ).values()
  let written = 0
  const worker = async () => {
    for (const batch of batches) {
      await putAll(client, tableName, batch, wait)
      written += batch.length
      onProgress(written)
    }
  }
  await Promise.all(Array.from({length: IN_FLIGHT}, worker))
}

/** What DynamoDB leaves unprocessed is sent again. */
async function putAll(
  client: DynamoDBDocumentClient,
  tableName: string,
  puts: Puts,
  wait: Wait,
): Promise<void> {
  let left: Puts = puts
  for (let retry = 0; ; retry++) {
    const {UnprocessedItems} = await client.send(
      new BatchWriteCommand({RequestItems: {[tableName]: [...left]}}),
    )
    left = (UnprocessedItems?.[tableName] ?? []) as Puts
    if (left.length === 0) return
    if (retry === MOST_RETRIES) throw new StoreBusy(null)
    await wait(Math.random() * 50 * 2 ** retry)
  }
}
