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

const named = (table: TableName, values: HeldRow): Row['values'] =>
  Object.fromEntries(columnsOf(table).map((column, n) => [column, values[n] ?? null]))
