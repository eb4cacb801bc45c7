import {gunzipSync, gzipSync} from 'node:zlib'
import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {HeldTables} from '../../domain/imports/child-version.ts'
import type {Attempt, ReturnsHeld} from '../../domain/imports/import.ts'
import {keys, partitions} from './keys.ts'
import {firstVersion, itemOf} from './stored.ts'
import type {Item, Table} from './table.ts'

const TYPE = 'returns-bundle'
/** Children of one item: some 150 KB of text at the most, 15 KB as it is stored. */
const CHILDREN_A_BUNDLE = 50

/** What is held of one child for one collection year. */
export interface ReturnHeld {
  readonly year: number
  readonly reference: string
  readonly tables: HeldTables
}

/**
 * What an attempt makes of what is held of some children of a year, as it is stored, in bundles that are counted from
 * `first` on; nobody sees it before the attempt counts.
 */
export const returnsItems = (
  auth: AuthorityId,
  attempt: Attempt,
  year: number,
  returns: readonly ReturnHeld[],
  first: number,
  at: Instant,
): readonly Item[] =>
  Array.from({length: Math.ceil(returns.length / CHILDREN_A_BUNDLE)}, (_, n) => {
    const bundle = returns.slice(n * CHILDREN_A_BUNDLE, (n + 1) * CHILDREN_A_BUNDLE)
    const key = keys.returnsBundle.make({authorityId: auth, ...attempt, year, bundle: first + n})
    const item = itemOf({key, type: TYPE}, firstVersion({children: bundle.length}, at))
    return {...item, bytes: gzipSync(JSON.stringify(bundle))}
  })

/** Of every child of the year, what the newest import that counts made of it, by reference; the map is the caller's own. */
export async function returnsOfYear(
  table: Table,
  auth: AuthorityId,
  {loaded}: ReturnsHeld,
  year: number,
): Promise<Map<string, ReturnHeld>> {
  const order = new Map(loaded.flatMap((each, n) => (each.year === year ? [[nameOf(each), n] as const] : [])))
  if (order.size === 0) return new Map()
  const items = await table.queryAll({pk: partitions.returnsOfYear.make({authorityId: auth, year})})
  const placeOf = (item: Item) => order.get(nameOf(keys.returnsBundle.parse(item)!))
  const counting = items.flatMap(item => {
    const place = placeOf(item)
    return place === undefined ? [] : [{item, place}]
  })
  const held = new Map<string, ReturnHeld>()
  for (const {item} of counting.toSorted((a, b) => a.place - b.place))
    for (const each of returnsIn(item)) held.set(each.reference, each)
  return held
}

const nameOf = ({importId, tries}: Attempt): string => `${importId} ${tries}`

const returnsIn = (item: Item): readonly ReturnHeld[] =>
  JSON.parse(gunzipSync(item['bytes'] as Uint8Array).toString()) as readonly ReturnHeld[]

/** Every year of which anything counts, newest first. */
export const yearsHeld = ({loaded}: ReturnsHeld): readonly number[] =>
  [...new Set(loaded.map(({year}) => year))].toSorted((a, b) => b - a)
