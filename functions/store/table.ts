import type {Result} from '../../domain/result.ts'

export interface Key {
  readonly pk: string
  readonly sk: string
}

/** One item of the table. `version` is the optimistic lock; `related*` put it on the one sparse index. */
export interface Item extends Key {
  readonly type: string
  /** The shape's own version. */
  readonly schema: number
  readonly version: number
  readonly relatedTo?: string
  readonly relatedAt?: string
  /** Epoch seconds after which DynamoDB may delete it (TTL). */
  readonly expiresAt?: number
  readonly [attribute: string]: unknown
}

/** What must be true of the stored item for a write to go through. */
export type Expectation = 'absent' | 'present' | {readonly version: number}

/**
 * One step of a transaction: a state transition as a value. Without `put` or `remove` it only checks.
 * `refuse` names, from the item that was found instead, why the step could not be taken.
 */
export interface Write<Refusal> {
  /** Absent: the table of records. */
  readonly table?: 'audit'
  readonly key: Key
  readonly expect: Expectation
  readonly put?: Item
  readonly remove?: true
  readonly refuse: (found: Item | null) => Refusal
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Opaque; null on the last page. */
  readonly next: string | null
}

export interface PageRequest {
  readonly limit: number
  readonly cursor: string | null
}

export interface Query {
  readonly pk: string
  readonly skPrefix?: string
  readonly descending?: boolean
}

/**
 * The store's whole surface over one table. DynamoDB and memory implement it and pass one contract suite.
 * A cursor that was not made by the same query throws `BadCursor`.
 */
export interface Table {
  get(key: Key): Promise<Item | null>
  /** In any order; keys that are absent are left out. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>
  query(query: Query, page: PageRequest): Promise<Page<Item>>
  /** Every item of the partition, following pages. */
  queryAll(query: Query): Promise<readonly Item[]>
  /** Items on the index under `relatedTo`, ordered by `relatedAt`. */
  related(relatedTo: string, page: PageRequest): Promise<Page<Item>>
  relatedAll(relatedTo: string): Promise<readonly Item[]>
  /** All or none. At most 100 writes, no key twice. Retries conflicts between transactions and throttling. */
  transact<R>(writes: readonly Write<R>[]): Promise<Result<void, R>>
  /**
   * Puts items over whatever is there, some before others, and no key twice: for what nobody can see until a
   * transaction says so.
   */
  putUnseen(items: readonly Item[]): Promise<void>
}
