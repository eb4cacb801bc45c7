import {type ChildReturn, type Row, TABLE_NAMES, type TableName} from '../../../domain/ssda903/tables.ts'
import type {OwnRow} from './own-row.ts'
import type {AnyTable} from './recognise.ts'
import {partsOf, type RowParts, valuesOf} from './row-text.ts'

/** A row that is shorter or longer than its headings: nobody can say which value stands in which column. */
export interface MalformedRow {
  readonly table: AnyTable
  readonly row: number
  /** What is wrong, such as `has 12 values where the table has 13 columns`. */
  readonly words: string
  /** The row as it stands in the file, cut off after 1,000 characters. */
  readonly text: string
}

/** All that one import says of one child. A table that was handed in is there, empty where it says nothing of the child. */
export interface ChildRows extends ChildReturn {
  /** Absent when no cost extract was handed in. */
  readonly costs?: readonly OwnRow[]
  /** Of any table; only where `child` is null, for such a row names nobody for certain. */
  readonly malformed: readonly MalformedRow[]
}

interface Building {
  readonly child: string | null
  readonly tables: Partial<Record<TableName, Row[]>>
  readonly costs?: OwnRow[]
  readonly malformed: MalformedRow[]
}

/** The children of a piece, which has all rows of each. */
export function childrenIn(rows: readonly string[], handedIn: readonly AnyTable[]): readonly ChildRows[] {
  const begin = beginning(handedIn)
  const children = new Map<string, Building>()
  for (const text of rows) {
    const parts = partsOf(text)
    const key = parts.parts[0]!
    let child = children.get(key)
    if (child === undefined) {
      child = begin(key || null)
      children.set(key, child)
    }
    put(child, parts)
  }
  return [...children.values()]
}

function beginning(handedIn: readonly AnyTable[]) {
  const names = TABLE_NAMES.filter(table => handedIn.includes(table))
  const hasCosts = handedIn.includes('Costs')
  return (child: string | null): Building => {
    const tables: Building['tables'] = {}
    for (const name of names) tables[name] = []
    return {child, tables, ...(hasCosts && {costs: []}), malformed: []}
  }
}

function put({tables, costs, malformed}: Building, read: RowParts): void {
  const {table, row, parts} = read
  if (read.isMalformed) malformed.push({table, row, words: parts[1]!, text: parts[2]!})
  else if (table === 'Costs') costs!.push({row, values: valuesOf(read)})
  else tables[table as TableName]!.push({row, values: valuesOf(read)})
}
