import {gunzipSync, gzipSync} from 'node:zlib'
import {itemOf, type Stored} from './stored.ts'
import type {Item, Key} from './table.ts'

/** An item may have 400 KB; the rest is left to its keys and the other attributes. */
const MOST_BYTES = 350_000

/** A long text as compressed items, in order. `keyAt` gives each its key. */
export function chunkItems(
  text: string,
  type: string,
  keyAt: (chunk: number) => Key,
  about: Stored<unknown>,
): readonly Item[] {
  const bytes = gzipSync(text)
  return Array.from({length: Math.ceil(bytes.length / MOST_BYTES)}, (_, chunk) => ({
    ...itemOf({key: keyAt(chunk), type}, {...about, value: {chunk}}),
    bytes: bytes.subarray(chunk * MOST_BYTES, (chunk + 1) * MOST_BYTES),
  }))
}

/** The text again, from all of its items in order. */
export const textOf = (items: readonly Item[]): string =>
  gunzipSync(Buffer.concat(items.map(item => item['bytes'] as Uint8Array))).toString()
