import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {setTimeout} from 'node:timers/promises'
import {TransactionCanceledException} from '@aws-sdk/client-dynamodb'
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import type {PostcodeItem} from '../../functions/store/gazetteer.ts'
import {readDirectory, type Skipped} from './directory.ts'

/** How far a file has been loaded. It stands in the gazetteer itself, under a key that no postcode has. */
export interface Loaded {
  /** SHA-256 of the whole file. */
  readonly file: string
  /** Rows read, without the header. */
  readonly rows: number
  readonly postcodes: number
  readonly skipped: Readonly<Record<Skipped, number>>
  /** Instant; null: not yet at its end. */
  readonly loadedAt: string | null
}

const KEY = {pk: '#directory'}
/** DynamoDB takes no more in one transaction. */
const MOST_STEPS = 100
const IN_FLIGHT = 4
const MOST_RETRIES = 8
/** Rows between two notes of how far we are. */
const GROUP = 4_000

export interface Target {
  readonly client: DynamoDBDocumentClient
  readonly tableName: string
}

export async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file, {highWaterMark: 2 ** 20})) hash.update(bytes)
  return hash.digest('hex')
}

/** How far this file has been loaded; null: not at all, or another has been begun since. */
export async function loadedSoFar({client, tableName}: Target, file: string): Promise<Loaded | null> {
  const {Item} = await client.send(new GetCommand({TableName: tableName, Key: KEY, ConsistentRead: true}))
  return Item?.['file'] === file ? (Item as unknown as Loaded) : null
}

/**
 * Loads what is not loaded yet of a directory, and notes after each group how far it came: broken off, it writes at most
 * one group twice. `onProgress` hears of each group and of the bytes of the file read so far.
 */
export async function loadDirectory(
  target: Target,
  path: string,
  before: Loaded,
  onProgress: (loaded: Loaded, bytes: number) => void,
): Promise<Loaded> {
  let loaded = before
  let passed = 0
  for await (const {rows, bytes} of readDirectory(path, GROUP)) {
    passed += rows.length
    if (passed <= before.rows) continue
    await putAll(
      target,
      rows.filter(row => typeof row !== 'string'),
    )
    loaded = {...counted(loaded, rows), loadedAt: null}
    await note(target, loaded)
    onProgress(loaded, bytes)
  }
  loaded = {...loaded, loadedAt: new Date().toISOString()}
  await note(target, loaded)
  return loaded
}

export const nothingYet = (file: string): Loaded => ({
  file,
  rows: 0,
  postcodes: 0,
  skipped: {crownDependency: 0, noGridReference: 0, notAPostcode: 0},
  loadedAt: null,
})

function counted(loaded: Loaded, rows: readonly (PostcodeItem | Skipped)[]): Loaded {
  const skipped = {...loaded.skipped}
  for (const row of rows) if (typeof row === 'string') skipped[row]++
  const postcodes = loaded.postcodes + rows.filter(row => typeof row !== 'string').length
  return {...loaded, rows: loaded.rows + rows.length, postcodes, skipped}
}

const note = ({client, tableName}: Target, loaded: Loaded) =>
  client.send(new PutCommand({TableName: tableName, Item: {...KEY, ...loaded}}))

/** No postcode stands twice in one transaction: of two rows for one, the later counts. */
async function putAll(target: Target, items: readonly PostcodeItem[]): Promise<void> {
  const distinct = [...new Map(items.map(item => [item.pk, item])).values()]
  const batches = Array.from({length: Math.ceil(distinct.length / MOST_STEPS)}, (_, n) =>
    distinct.slice(n * MOST_STEPS, (n + 1) * MOST_STEPS),
  ).values()
  const worker = async () => {
    for (const batch of batches) await put(target, batch)
  }
  await Promise.all(Array.from({length: IN_FLIGHT}, worker))
}

/**
 * In a transaction, though nothing asks for one: DynamoDB Local waits for the disk once a transaction, but once an item of
 * a batch (3,000 postcodes a second against 900). Puts without conditions are cancelled for passing reasons only.
 */
async function put({client, tableName}: Target, items: readonly PostcodeItem[]): Promise<void> {
  const TransactItems = items.map(Item => ({Put: {TableName: tableName, Item}}))
  for (let retry = 0; ; retry++) {
    try {
      await client.send(new TransactWriteCommand({TransactItems}))
      return
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) || retry === MOST_RETRIES) throw error
      await setTimeout(Math.random() * 50 * 2 ** retry)
    }
  }
}
