import {ok, type Result, refuse} from '../../../domain/result.ts'
import {OWN_TABLES, type OwnTable} from '../../../domain/ssda903/own-tables.ts'
import {TABLES, type TableName} from '../../../domain/ssda903/tables.ts'

export type AnyTable = TableName | OwnTable

export const COLUMNS: Readonly<Record<AnyTable, readonly string[]>> = {...TABLES, ...OWN_TABLES}

/** A table by its headings. */
export interface Recognised {
  readonly table: AnyTable
  /** For each column of the table, in the table's order, where it stands in the file; null when they stand alike. */
  readonly order: readonly number[] | null
}

/** Most headings that are named, and characters of each. */
const NAMED = 20
const LONGEST = 40

/** By the exact set of columns, in any order and case; else the words for it, with the difference to the nearest table. */
export function recognise(headings: readonly string[]): Result<Recognised, string> {
  const names = headings.map(heading => heading.trim().toUpperCase())
  const [nearest, ...others] = (Object.keys(COLUMNS) as AnyTable[]).map(table => difference(table, names))
  const best = others.reduce((a, b) => (b!.size < a!.size ? b : a), nearest)!
  if (best.size > 0) return refuse(words(best))
  const order = COLUMNS[best.table].map(column => names.indexOf(column))
  return ok({table: best.table, order: order.every((at, n) => at === n) ? null : order})
}

interface Difference {
  readonly table: AnyTable
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
  readonly twice: readonly string[]
  readonly size: number
}

function difference(table: AnyTable, names: readonly string[]): Difference {
  const columns = new Set(COLUMNS[table])
  const given = new Set(names)
  const missing = [...columns].filter(column => !given.has(column))
  const surplus = [...given].filter(name => !columns.has(name))
  const twice = [...columns].filter(column => names.indexOf(column) !== names.lastIndexOf(column))
  return {
    table,
    missing,
    surplus,
    twice,
    size: missing.length + names.length - (columns.size - missing.length),
  }
}

/** A file without headings begins with a child: names from it are told only where others of them are headings. */
function words({table, missing, surplus, twice}: Difference): string {
  if (missing.length === COLUMNS[table].length)
    return 'is not a table that Hearth reads: none of the headings of any table stands in its first line'
  const parts = [
    ['missing', missing],
    ['surplus', surplus],
    ['more than once', twice],
  ] as const
  const told = parts.filter(([, names]) => names.length > 0).map(([what, names]) => `${what} ${list(names)}`)
  return `is not a table that Hearth reads: nearest is ${table}; ${told.join('; ')}`
}

function list(names: readonly string[]): string {
  const told = names.slice(0, NAMED).map(name => name.slice(0, LONGEST) || '(a column without a heading)')
  return `${told.join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`
}
