import type {ChildReturn, Row, TableName} from '../ssda903/tables.ts'
import {columnsOf, type HeldRow, type HeldTables} from './child-version.ts'

/** What is held of a child, as a return says it. */
export function returnOf(child: string | null, {Costs: _, ...held}: HeldTables): ChildReturn {
  const tables = Object.entries(held).map(([table, rows]) => [
    table,
    rows.map((values: HeldRow, n: number): Row => ({row: n + 1, values: named(table as TableName, values)})),
  ])
  return {child, tables: Object.fromEntries(tables)}
}

/** Filled in place: of a large authority a million rows are read for one answer. */
function named(table: TableName, row: HeldRow): Row['values'] {
  const values: Record<string, string | null> = {}
  for (const [n, column] of columnsOf(table).entries()) values[column] = row[n] ?? null
  return values
}
