import {type Cell, cellsToSuppress, isSmall, type Sum} from '../suppress.ts'
import {type Audience, type Draft, type ReportTable, SUPPRESSED} from './table.ts'

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
 * Counts from 1 to 5 become `c`, and others with them, so that none can be worked out from the sums of the table. What is
 * worked out from a hidden count is hidden with it.
 */
function suppress(draft: Draft): ReportTable['rows'] {
  const {columns, rows, workedFrom = {}} = draft
  const at = (id: string) => columns.findIndex(column => column.id === id)
  const counts = columns.flatMap(({unit}, c) => (isCount(unit) ? [c] : []))
  const sums = [...sumsOfRows(draft, at), ...sumsOfColumns(draft, counts)]
  const suppressed = cellsToSuppress(new Map([...cellsOf(rows, counts), ...restsOf(draft, at)]), sums)
  const hidden = rows.map((row, r) => row.map((_, c) => suppressed.has(placeOf(r, c))))
  for (const [figure, count] of Object.entries(workedFrom))
    for (const row of hidden) row[at(figure)] ||= row[at(count)]!
  return rows.map((row, r) => row.map((cell, c) => (hidden[r]![c] && cell !== null ? SUPPRESSED : cell)))
}

const isCount = (unit: string | null): boolean =>
  unit !== null && !['percent', 'per-10000', 'days', 'points', 'pence-a-week'].includes(unit)

const placeOf = (row: number, column: number): string => `${row} ${column}`
const restOf = (row: number, total: string, parts: readonly string[]): string =>
  `${row} ${total} without ${parts.join()}`

const cellsOf = (rows: Draft['rows'], counts: readonly number[]): readonly (readonly [string, Cell])[] =>
  rows.flatMap((row, r) =>
    counts.flatMap(c => {
      const value = row[c]
      return typeof value === 'number' ? [[placeOf(r, c), {value, small: isSmall(value)}] as const] : []
    }),
  )

/** What is left of a total beside the parts that are shown: not in the table, but anybody can work it out. */
function restsOf({rows, sums = []}: Draft, at: (id: string) => number): readonly (readonly [string, Cell])[] {
  return sums
    .filter(({hasRest}) => hasRest)
    .flatMap(({total, parts}) =>
      rows.map((row, r) => {
        const value = parts.reduce((left, part) => left - Number(row[at(part)]), Number(row[at(total)]))
        return [restOf(r, total, parts), {value, small: isSmall(value), implied: true}] as const
      }),
    )
}

const sumsOfRows = ({rows, sums = []}: Draft, at: (id: string) => number): readonly Sum[] =>
  rows.flatMap((_, r) =>
    sums.map(({total, parts, hasRest}) => ({
      whole: placeOf(r, at(total)),
      parts: [...parts.map(part => placeOf(r, at(part))), ...(hasRest ? [restOf(r, total, parts)] : [])],
    })),
  )

function sumsOfColumns({rows, totalRow = false}: Draft, counts: readonly number[]): readonly Sum[] {
  if (!totalRow) return []
  return counts.map(c => ({
    whole: placeOf(rows.length - 1, c),
    parts: rows.slice(0, -1).map((_, r) => placeOf(r, c)),
  }))
}
