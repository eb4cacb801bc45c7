import {ok, type Result, refuse} from '../../domain/result.ts'
import {type CursorScope, decodeCursor, encodeCursor, queryScope, relatedScope} from './cursor.ts'
import type {Item, Key, Page, PageRequest, Query, Table, Write} from './table.ts'
import {checkWrites, isMet} from './write.ts'

/** The whole store in memory, with the semantics of the DynamoDB table: what goes in and comes out is a copy. */
export function memoryTable(): Table {
  const stored = new Map<string, Item>()
  const find = (key: Key) => stored.get(nameOf(key)) ?? null

  const inPartition = (query: Query) =>
    inOrder(
      [...stored.values()].filter(item => item.pk === query.pk && item.sk.startsWith(query.skPrefix ?? '')),
      {scope: queryScope(query), position: item => [item.sk], descending: query.descending ?? false},
    )
  const underRelation = (relatedTo: string) =>
    inOrder(
      [...stored.values()].filter(item => item.relatedTo === relatedTo && item.relatedAt !== undefined),
      {
        scope: relatedScope(relatedTo),
        position: item => [item.relatedAt!, item.pk, item.sk],
        descending: false,
      },
    )

  return {
    get: async key => copyOrNull(find(key)),
    getMany: async wanted =>
      [...new Set(wanted.map(nameOf))].flatMap(name => stored.get(name) ?? []).map(copy),
    query: async (query, page) => pageOf(inPartition(query), page),
    queryAll: async query => inPartition(query).items.map(copy),
    related: async (relatedTo, page) => pageOf(underRelation(relatedTo), page),
    relatedAll: async relatedTo => underRelation(relatedTo).items.map(copy),
    transact: async <R>(writes: readonly Write<R>[]): Promise<Result<void, R>> => {
      checkWrites(writes)
      for (const write of writes) {
        const found = find(write.key)
        if (!isMet(write.expect, found)) return refuse(write.refuse(copyOrNull(found)))
      }
      for (const {key, put, remove} of writes) {
        if (put) stored.set(nameOf(key), copy(put))
        else if (remove) stored.delete(nameOf(key))
      }
      return ok(undefined)
    },
    putUnseen: async items => {
      for (const item of items) stored.set(nameOf(item), copy(item))
    },
  }
}

const nameOf = (key: Key) => JSON.stringify([key.pk, key.sk])

interface Order {
  readonly scope: CursorScope
  readonly position: (item: Item) => readonly string[]
  readonly descending: boolean
}
interface Ordered extends Order {
  readonly items: readonly Item[]
}

const inOrder = (items: readonly Item[], order: Order): Ordered => ({
  ...order,
  items: items.toSorted((a, b) => compare(order, order.position(a), order.position(b))),
})

/** DynamoDB orders strings by their UTF-8 bytes, JavaScript by UTF-16 units. */
function compare(order: Order, a: readonly string[], b: readonly string[]): number {
  const difference =
    a.map((part, i) => Buffer.compare(Buffer.from(part), Buffer.from(b[i]!))).find(sign => sign !== 0) ?? 0
  return order.descending ? -difference : difference
}

function pageOf(from: Ordered, page: PageRequest): Page<Item> {
  const after = page.cursor === null ? null : decodeCursor(from.scope, page.cursor)
  const rest =
    after === null ? from.items : from.items.filter(item => compare(from, from.position(item), after) > 0)
  const shown = rest.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(copy),
    next: last && rest.length > shown.length ? encodeCursor(from.scope, from.position(last)) : null,
  }
}

const copyOrNull = (item: Item | null) => item && copy(item)
const copy = (item: Item): Item => copyOf(item) as Item

/** By value, as the wire would: attributes without a value are left out. */
function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(copyOf)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, copyOf(part)]])),
  )
}
