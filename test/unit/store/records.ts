import type {Refusal} from '../../../functions/store/refusal.ts'
import type {Table, Write} from '../../../functions/store/table.ts'

export const AT = '2026-11-23T09:30:00.000Z'
export const LATER = '2026-11-24T10:00:00.000Z'
export const FIRST_PAGE = {limit: 50, cursor: null}

/** Commits the writes; throws when they are refused, for steps that a test takes for granted. */
export async function commit(table: Table, ...writes: readonly Write<Refusal>[][]): Promise<void> {
  const done = await table.transact(writes.flat())
  if (!done.ok) throw new Error(`Refused: ${done.error.kind}`)
}

/** The refusal that the writes meet; null when they are taken. */
export async function refusalOf(table: Table, writes: readonly Write<Refusal>[]): Promise<Refusal | null> {
  const done = await table.transact(writes)
  return done.ok ? null : done.error
}
