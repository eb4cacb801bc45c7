import {type AnyTable, COLUMNS, type Recognised} from './recognise.ts'
import {count} from './refused.ts'

// A row as one text, which costs a fifth of the memory and time of thirteen: the values in the table's order, whose
// first is the child or the household; then the row's number and its table. Files that hold these two characters are
// refused, so no value does.

/** Parts two rows in a temporary file. */
export const RECORD = '\x1e'
/** Parts two values of a row. */
export const UNIT = '\x1f'

const TABLE_NAMES = Object.keys(COLUMNS) as readonly AnyTable[]
const PADDED = new RegExp(`(^|${UNIT})\\s|\\s(${UNIT}|$)`)
/** Before the table of a malformed row. */
const MALFORMED = '!'
const LONGEST_SHOWN = 1_000

/** Writes the rows of one table: trimmed, in capitals but for the household list. Takes the record for its own. */
export function rowWriter({table, order}: Recognised): (record: string[], row: number) => string {
  const number = String(TABLE_NAMES.indexOf(table))
  return (record, row) => {
    const values = order === null ? record : order.map(at => record[at]!)
    values.push(String(row), number)
    const text = values.join(UNIT)
    const trimmed = PADDED.test(text) ? values.map(value => value.trim()).join(UNIT) : text
    return table === 'Households' ? trimmed : trimmed.toUpperCase()
  }
}

/** A row that has not as many values as the table has columns: it names nobody for certain, so its key is empty. */
export function malformedRow(table: AnyTable, record: readonly string[], row: number): string {
  const values = `${count(record.length)} ${record.length === 1 ? 'value' : 'values'}`
  const words = `has ${values} where the table has ${COLUMNS[table].length} columns`
  const text = record.join(',')
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
  return ['', words, shown, row, MALFORMED + TABLE_NAMES.indexOf(table)].join(UNIT)
}

/** By what rows belong together: the child or the household; empty where a row names none. */
export const keyOf = (text: string): string => text.slice(0, text.indexOf(UNIT))

/** Its values in the table's order; after them the row's number and its table. */
export const valuesIn = (text: string): readonly string[] => text.split(UNIT)

/** A row read back. */
export interface RowParts {
  readonly table: AnyTable
  readonly row: number
  readonly isMalformed: boolean
  /** Its values, in the table's order, or the words and the text of one that is malformed. */
  readonly parts: readonly string[]
}

export function partsOf(text: string): RowParts {
  const parts = valuesIn(text)
  const number = parts[parts.length - 1]!
  const isMalformed = number.startsWith(MALFORMED)
  const table = TABLE_NAMES[Number(isMalformed ? number.slice(1) : number)]!
  return {table, row: Number(parts[parts.length - 2]), isMalformed, parts}
}

/** The values by their columns, null where blank. */
export function valuesOf({table, parts}: RowParts): Readonly<Record<string, string | null>> {
  const values: Record<string, string | null> = {}
  const columns = COLUMNS[table]
  for (let n = 0; n < columns.length; n++) values[columns[n]!] = parts[n] || null
  return values
}
