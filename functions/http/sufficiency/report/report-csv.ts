import type {Column, ReportTable} from '../../../../domain/sufficiency/report-tables/table.ts'
import {csvOf} from '../../csv.ts'

/** A table as CSV. Money is whole pence, what is not known is empty, what is hidden is `c`. */
export const reportCsv = ({columns, rows}: ReportTable): string => csvOf([columns.map(heading), ...rows])

const heading = ({title, unit}: Column): string =>
  unit === 'percent' ? `${title} (%)` : unit === 'pence-a-week' ? `${title} (pence a week)` : title
