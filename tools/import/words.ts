import type {ImportResource} from './client.ts'

const count = (n: number) => n.toLocaleString('en-GB')

/** How far an import has come, in one line. */
export function progressLine({state, progress}: ImportResource): string {
  const {rowsRead, loaded, quarantined, secondsLeft} = progress
  if (rowsRead === 0) return state
  const left = secondsLeft === null ? '' : `, ${count(secondsLeft)} seconds left`
  return `${state}: ${count(rowsRead)} rows read, ${count(loaded)} loaded, ${count(quarantined)} quarantined${left}`
}

/** Whether anything was refused or quarantined. */
export const failed = ({state, tables}: ImportResource): boolean =>
  state !== 'loaded' || tables.some(({quarantined}) => quarantined > 0)

/** What came of an import, table by table. */
export function summary({state, year, tables, findings, refused, notes}: ImportResource): string {
  if (state === 'failed') return 'The import failed, again and again. Nothing was loaded.'
  if (state === 'refused')
    return ['Refused; nothing was loaded:', ...refused.map(({words}) => `  ${words}`)].join('\n')
  const heads = ['table', 'read', 'loaded', 'unchanged', 'quarantined', 'withdrawn']
  const rows = tables.map(each => [
    each.table,
    ...[each.read, each.loaded, each.unchanged, each.quarantined, each.withdrawn].map(count),
  ])
  const widths = heads.map((_, n) => Math.max(...[heads, ...rows].map(row => row[n]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  ')
  return [
    '',
    line(heads),
    ...rows.map(line),
    '',
    `Loaded for ${year}: ${count(findings.errors)} errors (those rows are quarantined), ${count(findings.warnings)} warnings, ` +
      `of which ${count(findings.disagreements)} are disagreements with Hearth.`,
    ...notes,
  ].join('\n')
}
