import {parse} from 'csv-parse/sync'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Cell, column, type ReportTable} from '../../../domain/sufficiency/report-tables/table.ts'
import {reportCsv} from '../../../functions/http/sufficiency/report/report-csv.ts'
import {aReport, tableOf} from './a-report.ts'

const read = (csv: string): readonly (readonly string[])[] => parse(csv, {bom: true})
const report = aReport()
const aTable = (rows: readonly (readonly Cell[])[]): ReportTable => ({
  ...tableOf(report, 'siblings'),
  columns: [column('name', 'Name', null), column('count', 'Count', 'children')],
  rows,
})

test('a table read back from its CSV has the same numbers, in the same order', () => {
  for (const table of report.tables) {
    const [header, ...rows] = read(reportCsv(table))
    expect(header).toHaveLength(table.columns.length)
    expect(
      rows.map(([name, ...cells]) => [name, ...cells.map(cell => (cell === '' ? null : Number(cell)))]),
    ).toEqual(table.rows)
  }
})

test('it begins with a byte order mark and ends every line as Windows does, so that Excel reads it', () => {
  const csv = reportCsv(tableOf(report, 'trend'))
  expect(csv.startsWith('\uFEFFOn,Children looked after,')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(csv.endsWith('\r\n')).toBe(true)
})

test('the header says in what percentages and money are', () => {
  expect(read(reportCsv(tableOf(report, 'high-cost')))[0]).toEqual([
    'Weekly cost',
    'Placements',
    'Weekly spend (pence a week)',
    'Share of weekly spend (%)',
  ])
})

test('what is hidden is c, and what is not known is empty', () => {
  expect(
    reportCsv(
      aTable([
        ['a', 'c'],
        ['b', null],
      ]),
    ),
  ).toBe('\uFEFFName,Count\r\na,c\r\nb,\r\n')
})

test.each(['=1+1', '+44', '-2', '@SUM(A1)', '\tx', '\r=x'])('%j does not begin a formula', text => {
  expect(read(reportCsv(aTable([[text, 1]])))[1]).toEqual([`'${text}`, '1'])
})

test('a negative number stays a number', () => {
  expect(read(reportCsv(aTable([['a', -3]])))[1]).toEqual(['a', '-3'])
})

test('any text comes back as it was, but for the apostrophe before what would be a formula', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', minLength: 1}), text => {
      const [, [back] = []] = read(reportCsv(aTable([[text, 1]])))
      expect(back === text || back === `'${text}`).toBe(true)
    }),
  )
})
