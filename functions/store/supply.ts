import {createHash} from 'node:crypto'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import {chunkItems, textOf} from './chunks.ts'
import {keys, partitions} from './keys.ts'
import {firstVersion, itemOf} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

/** Names a supply by its content: equal supplies have equal fingerprints, whatever their order. */
export interface SupplyFingerprint {
  /** SHA-256 of the canonical JSON, in hexadecimal. */
  readonly fingerprint: string
  readonly households: number
}

const MANIFEST = 'supply'
const CHUNK = 'supply-chunk'
/** Of at most 350 KB each, within the 4 MB of a transaction. */
const CHUNKS_A_TRANSACTION = 10

/** JSON with the keys of every object sorted, and the homes by household id. */
export const canonicalSupply = (supply: readonly Home[]): string =>
  JSON.stringify(supply.toSorted((a, b) => (a.household.id < b.household.id ? -1 : 1)).map(sorted))

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(entries)
      .sort()
      .map(key => [key, sorted(entries[key])]),
  )
}

/**
 * Keeps the supply under its fingerprint, unless it is kept already. The manifest is written last, so that where
 * it stands everything stands. A supply that no shortlist came to use is harmless.
 */
export async function saveSupply(
  table: Table,
  auth: AuthorityId,
  supply: readonly Home[],
): Promise<SupplyFingerprint> {
  const text = canonicalSupply(supply)
  const fingerprint = createHash('sha256').update(text).digest('hex')
  const kept = {fingerprint, households: supply.length}
  const manifestKey = keys.supply.make({authorityId: auth, fingerprint})
  if (await table.get(manifestKey)) return kept

  const about = firstVersion(kept, CONTENT_HAS_NO_TIME)
  const chunks = chunkItems(
    text,
    CHUNK,
    chunk => keys.supplyChunk.make({authorityId: auth, fingerprint, chunk}),
    about,
  )
  const items = [...chunks, itemOf({key: manifestKey, type: MANIFEST}, about)]
  for (let from = 0; from < items.length; from += CHUNKS_A_TRANSACTION) {
    // Refused only when another caller wrote the very same content first.
    await table.transact(items.slice(from, from + CHUNKS_A_TRANSACTION).map(putIfAbsent))
  }
  return kept
}

const putIfAbsent = (item: Item): Write<null> => ({
  key: {pk: item.pk, sk: item.sk},
  expect: 'absent',
  put: item,
  refuse: () => null,
})

/** Equal content is written alike, whoever writes it and when. */
const CONTENT_HAS_NO_TIME: Instant = '1970-01-01T00:00:00.000Z'

/** The homes again, by household id; null when there is no such supply. Throws when its content is not its own. */
export async function loadSupplySnapshot(
  table: Table,
  auth: AuthorityId,
  fingerprint: string,
): Promise<readonly Home[] | null> {
  const items = await table.queryAll({pk: partitions.supply.make({authorityId: auth, fingerprint})})
  if (!items.some(item => item.type === MANIFEST)) return null
  const text = textOf(items.filter(item => item.type === CHUNK))
  if (createHash('sha256').update(text).digest('hex') !== fingerprint)
    throw new Error('A kept supply was damaged.')
  return JSON.parse(text) as readonly Home[]
}
