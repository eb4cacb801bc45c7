import type {Table} from '../../functions/store/table.ts'

/** Whatever the table does, `meet` is told of each call first, and may throw or wait; then of its end. */
export function meeting(
  table: Table,
  meet: (n: number, when: 'before' | 'after', call: string) => void | Promise<void>,
): Table {
  let calls = 0
  const watched =
    (name: string, call: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]) => {
      const n = ++calls
      await meet(n, 'before', name)
      const answer = await call(...args)
      await meet(n, 'after', name)
      return answer
    }
  return Object.fromEntries(
    Object.entries(table).map(([name, call]) => [name, watched(name, call)]),
  ) as unknown as Table
}

/** The worker, at that moment. */
export class Died extends Error {}

export const dying = (table: Table, call: number, moment: 'before' | 'after') =>
  meeting(table, (n, when) => {
    if (n === call && when === moment) throw new Died()
  })
