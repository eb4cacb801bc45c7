import {type Audience, type Cell, type Draft, type ReportTable, SUPPRESSED} from './table.ts'

/** From one to so many is a small number: it could be somebody. */
const MOST_SMALL = 5

/** A place in the table: row and column. */
type Place = readonly [number, number]
/** Places that add up to the first of them. */
interface Sum {
  readonly total: Place
  readonly parts: readonly Place[]
}

/** The table as its readers get it, with its sentence. Publication hides small numbers and what would give them away. */
export function finish(draft: Draft, audience: Audience): ReportTable {
  const {sums, totalRow, workedFrom, says, rowIndicators = [], waitsFor = null, ...table} = draft
  const rows = audience === 'public' ? suppress(draft) : draft.rows
  return {
    ...table,
    rows,
    rowIndicators,
    waitsFor,
    says: typeof says === 'string' ? says : says(lookAt(draft, rows)),
    indicators: [...new Set([...draft.columns.map(({indicator}) => indicator), ...rowIndicators])].filter(
      id => id !== null,
    ),
  }
}

function lookAt({columns}: Draft, rows: ReportTable['rows']) {
  return (row: string, column: string): string => {
    const cell = rows.find(([name]) => name === row)?.[columns.findIndex(({id}) => id === column)]
    if (cell === SUPPRESSED) return 'a number too small to publish'
    return typeof cell === 'number' ? cell.toLocaleString('en-GB') : (cell ?? 'an unknown number')
  }
}

/**
 * Counts from 1 to 5 become `c`. In each sum whose total is shown, what is hidden then comes to six or more in at least two
 * places: else the smallest part still shown is hidden too. What is worked out from a hidden count is hidden with it.
 */
function suppress({columns, rows, sums = [], totalRow = false, workedFrom = {}}: Draft): ReportTable['rows'] {
  const hidden = rows.map(row => row.map((cell, at) => isCount(columns[at]!.unit) && isSmall(cell)))
  const at = (id: string) => columns.findIndex(column => column.id === id)
  const all = [...sumsOfRows(rows, sums, at), ...(totalRow ? sumsOfColumns(rows, columns) : [])]
  while (all.some(sum => hideOneMore(rows, hidden, sum)));
  for (const [figure, count] of Object.entries(workedFrom))
    for (const row of hidden) row[at(figure)] ||= row[at(count)]!
  return rows.map((row, r) => row.map((cell, c) => (hidden[r]![c] && cell !== null ? SUPPRESSED : cell)))
}

const isCount = (unit: string | null): boolean =>
  unit !== null && !['percent', 'per-10000', 'days', 'points', 'pence-a-week'].includes(unit)

export const isSmall = (cell: Cell): boolean => typeof cell === 'number' && cell >= 1 && cell <= MOST_SMALL

const sumsOfRows = (
  rows: Draft['rows'],
  sums: NonNullable<Draft['sums']>,
  at: (id: string) => number,
): readonly Sum[] =>
  rows.flatMap((_, r) =>
    sums.map(({total, parts}) => ({total: [r, at(total)], parts: parts.map(part => [r, at(part)])}) as const),
  )

const sumsOfColumns = (rows: Draft['rows'], columns: Draft['columns']): readonly Sum[] =>
  columns.flatMap(({unit}, c) => {
    if (!isCount(unit)) return []
    const parts = rows.slice(0, -1).map((_, r) => [r, c] as const)
    return [{total: [rows.length - 1, c] as const, parts}]
  })

/** Whether it hid one. */
function hideOneMore(rows: Draft['rows'], hidden: readonly boolean[][], {total, parts}: Sum): boolean {
  const value = ([r, c]: Place): number => Number(rows[r]![c])
  const isHidden = ([r, c]: Place): boolean => hidden[r]![c]!
  const away = parts.filter(isHidden)
  const [single] = away
  if (
    isHidden(total)
      ? away.length > 0
      : single === undefined || (away.length > 1 && sumOf(away, value) > MOST_SMALL)
  )
    return false
  const shown = parts.filter(place => !isHidden(place) && value(place) > 0)
  const next = shown.length > 0 ? shown.reduce((a, b) => (value(b) < value(a) ? b : a)) : total
  if (isHidden(next)) return false
  hidden[next[0]]![next[1]] = true
  return true
}

const sumOf = (places: readonly Place[], value: (place: Place) => number): number =>
  places.reduce((sum, place) => sum + value(place), 0)
