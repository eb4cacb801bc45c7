import type {Cell, Column, TableUnit} from '../../../../domain/sufficiency/report-tables/table.ts'

const UNIT_WORDS: Readonly<Record<Exclude<TableUnit, 'percent' | 'pence-a-week' | 'pence'>, string>> = {
  children: 'children',
  'per-10000': 'per 10,000',
  places: 'places',
  days: 'days',
  referrals: 'referrals',
  points: 'points',
  placements: 'placements',
  cases: 'cases',
  decisions: 'decisions',
  actions: 'actions',
  households: 'households',
  'sibling-groups': 'groups',
  refusals: 'refusals',
}

/** Shares, rates and means: counts and days are whole. */
const ONE_DECIMAL: readonly (TableUnit | null)[] = ['percent', 'per-10000', 'points']

const decimals = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits})

/** A cell as it is read (money in pounds; in JSON and CSV it is whole pence): `1,534.25`, `41.3`, `c`, and a dash for what is not known. */
export function shown(cell: Cell, unit: TableUnit | null): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (unit === 'pence-a-week' || unit === 'pence') return decimals(cell / 100, 2)
  return decimals(cell, ONE_DECIMAL.includes(unit) ? 1 : 0)
}

/** A figure that stands alone: `470 children`, `28.9%`, `29%`, `£1,734.02 a week`. */
export function figureInWords(cell: Cell, unit: TableUnit): string {
  const figure = shown(cell, unit)
  if (typeof cell !== 'number') return figure
  if (unit === 'percent') return `${cell}%`
  if (unit === 'pence') return `£${figure}`
  return unit === 'pence-a-week' ? `£${figure} a week` : `${figure} ${UNIT_WORDS[unit]}`
}

/** A title with its unit, where the title does not say what is counted. */
export function heading({title, unit}: Column): string {
  if (unit === 'percent') return `${title} (%)`
  if (unit === 'pence') return `${title} (£)`
  return unit === 'pence-a-week' ? `${title} (£ a week)` : title
}
