import {join} from 'node:path'
import {hash53} from './hash.ts'
import type {Limits} from './limits.ts'
import {bytes, Refused} from './refused.ts'
import {keyOf} from './row-text.ts'
import {appendRows, rowsIn} from './temporary-file.ts'

/** Rows are kept apart by the hash of their key in this many lists, each with a file once memory is full. */
const LISTS = 256
/** Each list is 64 buckets, of which as many are handed over at once as a piece allows. */
const BUCKETS = 64

/** Rows, to be had again key by key. */
export interface RowStore {
  /** Throws Refused when one key has more rows than allowed. */
  add(row: string): void
  /** To be awaited now and then: writes to disk once memory is full. Throws NoRoom when the disk is full as well. */
  settle(): Promise<void>
  /** Every row once, all rows of one key together and in the order in which they came. */
  pieces(): AsyncGenerator<readonly string[]>
}

export function rowStore(
  directory: string,
  name: string,
  limits: Pick<Limits, 'child' | 'memory' | 'piece' | 'temporary'>,
): RowStore {
  const lists = Array.from({length: LISTS}, (_, n) => rowList(join(directory, `${name}-${n}`)))
  let held = 0
  let spilled = 0
  return {
    add(row) {
      const bucket = hash53(keyOf(row)) % (LISTS * BUCKETS)
      const size = lists[Math.floor(bucket / BUCKETS)]!.add(row, bucket % BUCKETS)
      if (size > limits.child)
        throw new Refused(
          `has more than ${bytes(limits.child)} of rows for one child or household, or of rows that name none`,
        )
      held += row.length
    },
    async settle() {
      if (held < limits.memory) return
      spilled += held
      if (spilled > limits.temporary)
        throw new Refused(`needs more than ${bytes(limits.temporary)} for temporary files`)
      held = 0
      for (const list of lists) await list.spill()
    },
    async *pieces() {
      for (const list of lists) yield* list.pieces(limits.piece)
    },
  }
}

function rowList(path: string) {
  const sizes = new Float64Array(BUCKETS)
  let held: string[] = []
  let isSpilled = false
  /** All of a list, from its file and from memory. */
  async function* all(): AsyncGenerator<readonly string[]> {
    if (isSpilled) yield* rowsIn(path)
    yield held
  }
  return {
    add(row: string, bucket: number): number {
      held.push(row)
      sizes[bucket]! += row.length
      return sizes[bucket]!
    },
    async spill() {
      if (held.length === 0) return
      isSpilled = true
      await appendRows(path, held)
      held = []
    },
    /** A list that is larger than a piece is read once for each of its pieces, so that no more than one is in memory. */
    async *pieces(most: number): AsyncGenerator<readonly string[]> {
      const pieces = grouped(sizes, most)
      for (const [from, to] of pieces) {
        const rows: string[] = []
        for await (const some of all())
          for (const row of some) if (pieces.length === 1 || isBetween(row, from, to)) rows.push(row)
        if (rows.length > 0) yield rows
      }
    },
  }
}

function isBetween(row: string, from: number, to: number): boolean {
  const bucket = hash53(keyOf(row)) % BUCKETS
  return bucket >= from && bucket < to
}

/** Neighbouring buckets, [from, to), that together hold no more than a piece, or a single one that does. */
function grouped(sizes: Float64Array, most: number): readonly (readonly [from: number, to: number])[] {
  const pieces: [number, number][] = []
  let size = Number.POSITIVE_INFINITY
  for (let bucket = 0; bucket < sizes.length; bucket++) {
    size += sizes[bucket]!
    if (size <= most) pieces[pieces.length - 1]![1] = bucket + 1
    else {
      pieces.push([bucket, bucket + 1])
      size = sizes[bucket]!
    }
  }
  return pieces
}
