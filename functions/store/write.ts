import type {Expectation, Item, Write} from './table.ts'

/** TransactWriteItems takes no more. */
const MOST_WRITES = 100

/** Throws RangeError on a transaction that no table would take: a fault of the program, not of its caller. */
export function checkWrites(writes: readonly Write<unknown>[]): void {
  if (writes.length > MOST_WRITES)
    throw new RangeError(`A transaction has at most ${MOST_WRITES} writes, not ${writes.length}.`)
  const names = new Set(writes.map(({key}) => JSON.stringify([key.pk, key.sk])))
  if (names.size !== writes.length) throw new RangeError('A transaction writes each key once.')
  if (writes.some(({key, put}) => put && (put.pk !== key.pk || put.sk !== key.sk)))
    throw new RangeError('A write puts the item of its own key.')
}

export function isMet(expect: Expectation, found: Item | null): boolean {
  if (expect === 'absent') return found === null
  if (expect === 'present') return found !== null
  return found?.version === expect.version
}
