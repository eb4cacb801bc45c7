import type {Cell, Column, ReportTable} from '../../../../domain/sufficiency/report-tables/table.ts'

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as RFC 4180 CSV with a byte order mark, so that Excel reads it as UTF-8. Money is whole pence, what is not known is
 * empty, what is hidden is `c`. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const reportCsv = ({columns, rows}: ReportTable): string =>
  BYTE_ORDER_MARK + [columns.map(heading), ...rows].map(row => `${row.map(field).join(',')}\r\n`).join('')

const heading = ({title, unit}: Column): string =>
  unit === 'percent' ? `${title} (%)` : unit === 'pence-a-week' ? `${title} (pence a week)` : title

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
