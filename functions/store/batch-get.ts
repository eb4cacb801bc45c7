import {BatchGetCommand, type DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import {StoreBusy, type Wait} from './transact.ts'

/** BatchGetItem takes no more. */
const MOST_GETS = 100
const MOST_RETRIES = 8

export interface Batch {
  readonly tableName: string
  readonly keys: readonly object[]
  readonly consistent: boolean
}

/** The items of these keys (no key twice), in any order; those that are absent are left out. */
export async function batchGet<Item>(
  client: DynamoDBDocumentClient,
  {keys, ...batch}: Batch,
  wait: Wait,
): Promise<readonly Item[]> {
  const batches = Array.from({length: Math.ceil(keys.length / MOST_GETS)}, (_, n) =>
    keys.slice(n * MOST_GETS, (n + 1) * MOST_GETS),
  )
  return (await Promise.all(batches.map(keys => getAll<Item>(client, {...batch, keys}, wait)))).flat()
}

/** Whatever DynamoDB leaves unprocessed (over 16 MB an answer, or throttled) is asked for again. */
async function getAll<Item>(
  client: DynamoDBDocumentClient,
  {tableName, keys, consistent}: Batch,
  wait: Wait,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let left: readonly object[] = keys
  for (let idle = 0; ; ) {
    const {Responses, UnprocessedKeys} = await client.send(
      new BatchGetCommand({RequestItems: {[tableName]: {Keys: [...left], ConsistentRead: consistent}}}),
    )
    const found = (Responses?.[tableName] ?? []) as Item[]
    items.push(...found)
    left = UnprocessedKeys?.[tableName]?.Keys ?? []
    if (left.length === 0) return items
    idle = found.length > 0 ? 0 : idle + 1
    if (idle > MOST_RETRIES) throw new StoreBusy(null)
    await wait(Math.random() * 50 * 2 ** idle)
  }
}
