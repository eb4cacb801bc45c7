import type {ReportTable} from '../../../../domain/sufficiency/report-tables/table.ts'
import type {Chart} from './chart.ts'
import {shown} from './shown.ts'

/** Down a column, row by row; or along the last row, column by column. */
type Drawing = {readonly title: string} & (
  | {readonly kind: 'bars' | 'line'; readonly down: string}
  | {readonly kind: 'bars'; readonly along: readonly string[]}
)

/** What is drawn beside each table; totals are left out, they would dwarf the rest. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  trend: {title: 'Children looked after, by month', kind: 'line', down: 'children'},
  people: {title: 'Children by age', kind: 'bars', down: 'all'},
  'legal-status': {title: 'Children by legal status', kind: 'bars', down: 'all'},
  placements: {title: 'Children by type of placement', kind: 'bars', down: 'all'},
  location: {
    title: 'Children by distance from home',
    kind: 'bars',
    along: ['to-5', 'to-10', 'to-20', 'over-20', 'unknown'],
  },
  flows: {title: 'Children who started to be looked after, by year', kind: 'bars', down: 'started'},
  siblings: {title: 'Sibling groups', kind: 'bars', down: 'groups'},
  supply: {
    title: 'Approved places by state',
    kind: 'bars',
    along: ['filled', 'held', 'vacant', 'staying-put', 'closed', 'away'],
  },
  recruitment: {
    title: 'Households that came to each stage since 1 April',
    kind: 'bars',
    down: 'since',
  },
  costs: {title: 'Unit cost by provision, £ a week', kind: 'bars', down: 'unit-cost'},
  'high-cost': {title: 'Placements by weekly cost', kind: 'bars', down: 'placements'},
  unmet: {title: 'Refusals since 1 April, by reason', kind: 'bars', down: 'refusals'},
}
/** Rows that sum up others. */
const TOTALS: readonly unknown[] = ['All', 'All referrals']

/** null: nothing is drawn of it, or there would be nothing but noughts to see. */
export function chartOf({id, columns, rows}: ReportTable): Chart | null {
  const drawing = DRAWINGS[id]
  if (drawing === undefined || rows.length === 0) return null
  const mark = (name: string, row: ReportTable['rows'][number], column: string) => {
    const at = columns.findIndex(each => each.id === column)
    return {name, value: row[at]!, text: shown(row[at]!, columns[at]!.unit)}
  }
  const marks =
    'down' in drawing
      ? rows.filter(([name]) => !TOTALS.includes(name)).map(row => mark(String(row[0]), row, drawing.down))
      : drawing.along.map(column => mark(columns.find(({id}) => id === column)!.title, rows.at(-1)!, column))
  if (!marks.some(({value}) => typeof value === 'number' && value > 0)) return null
  return {id: `chart-${id}`, title: drawing.title, kind: drawing.kind, marks}
}
