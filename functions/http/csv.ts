const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

export type CsvCell = string | number | null

/**
 * Rows as RFC 4180 CSV with a byte order mark, so that Excel reads it as UTF-8; null is empty. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map(row => `${row.map(field).join(',')}\r\n`).join('')

function field(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
