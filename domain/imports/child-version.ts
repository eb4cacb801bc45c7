import {OWN_TABLES, type OwnTable} from '../ssda903/own-tables.ts'
import {TABLES, type TableName} from '../ssda903/tables.ts'
import {NO_ROWS, type RowCounts} from './import.ts'

export type HeldTable = TableName | Extract<OwnTable, 'Costs'>

/** A row as it is held: its values in the order of the table's columns. */
export type HeldRow = readonly (string | null)[]

/** All that is held of one child for one collection year. */
export type HeldTables = Readonly<Partial<Record<HeldTable, readonly HeldRow[]>>>

/** The columns of a table, in order. */
export const columnsOf = (table: HeldTable): readonly string[] =>
  table === 'Costs' ? OWN_TABLES.Costs : TABLES[table]

/** A row of an import, and whether a rule keeps it aside. */
export interface DecidedRow {
  readonly values: HeldRow
  readonly isQuarantined: boolean
}

export interface NextVersion {
  /** null: everything is as it was held. */
  readonly tables: HeldTables | null
  readonly counts: ReadonlyMap<HeldTable, RowCounts & {readonly withdrawn: number}>
}

/**
 * What an import makes of what is held of a child: each table that it has takes the place of the one that was held,
 * row by row, and the others stay. Rows that are quarantined are not held; where all of a table's are, what was held
 * stays. The same rows again change nothing.
 */
export function nextVersion(
  held: HeldTables,
  came: ReadonlyMap<HeldTable, readonly DecidedRow[]>,
): NextVersion {
  const counts = new Map<HeldTable, RowCounts & {readonly withdrawn: number}>()
  let next: HeldTables | null = null
  for (const [table, rows] of came) {
    const before = new Map<string, number>()
    for (const row of held[table] ?? []) before.set(nameOf(row), (before.get(nameOf(row)) ?? 0) + 1)
    const kept: HeldRow[] = []
    const count = {...NO_ROWS, withdrawn: 0, read: rows.length}
    for (const {values, isQuarantined} of rows) {
      if (isQuarantined) {
        count.quarantined += 1
        continue
      }
      kept.push(values)
      count[takenFrom(before, values) ? 'unchanged' : 'loaded'] += 1
    }
    if (kept.length > 0) for (const times of before.values()) count.withdrawn += times
    counts.set(table, count)
    if (count.loaded > 0 || count.withdrawn > 0) next = {...(next ?? held), [table]: kept}
  }
  return {tables: next, counts}
}

/** Whether the row is among those that were held; each of them is taken once. */
function takenFrom(before: Map<string, number>, row: HeldRow): boolean {
  if (before.size === 0) return false
  const name = nameOf(row)
  const times = before.get(name) ?? 0
  if (times > 0) before.set(name, times - 1)
  return times > 0
}

/** Two rows with one name are the same row. */
const nameOf = (row: HeldRow): string => JSON.stringify(row)
