import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {finish} from '../../../domain/sufficiency/report-tables/suppress.ts'
import {column, type Draft} from '../../../domain/sufficiency/report-tables/table.ts'
import {children, factsOf} from '../sufficiency/a-history.ts'
import {aReport, cellOf, someFacts} from './a-report.ts'

/** Counts with their totals at the right and at the bottom, and the share of each row. */
function aDraft(counts: readonly (readonly number[])[]): Draft {
  const width = counts[0]!.length
  const ids = Array.from({length: width}, (_, n) => `c${n}`)
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const down = ids.map((_, c) => sum(counts.map(row => row[c]!)))
  const lines = [...counts, down].map((row, r) => {
    const all = sum(row)
    return [r === counts.length ? 'All' : `row ${r}`, ...row, all, all / 2]
  })
  return {
    number: 1,
    id: 'drawn',
    title: 'Drawn',
    says: look => `${look('row 0', 'c0')} of ${look('All', 'all')}.`,
    columns: [
      column('name', 'Name', null),
      ...ids.map(id => column(id, id, 'children')),
      column('all', 'All', 'children'),
      column('share', 'Share', 'percent'),
    ],
    rows: lines,
    notes: [],
    source: 'made',
    sums: [{total: 'all', parts: ids}],
    totalRow: true,
    workedFrom: {share: 'all'},
  }
}

const counts = fc.tuple(fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 5})).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({min: 0, max: 9}), fc.integer({min: 0, max: 90})), {
      minLength: columns,
      maxLength: columns,
    }),
    {minLength: rows, maxLength: rows},
  ),
)

type Line = {
  readonly total: readonly [number, number]
  readonly parts: readonly (readonly [number, number])[]
}

function linesOf(counts: readonly (readonly number[])[]): readonly Line[] {
  const [height, width] = [counts.length, counts[0]!.length]
  const across = Array.from(
    {length: height + 1},
    (_, r): Line => ({
      total: [r, width + 1],
      parts: Array.from({length: width}, (_, c) => [r, c + 1] as const),
    }),
  )
  const down = Array.from(
    {length: width + 1},
    (_, c): Line => ({
      total: [height, c + 1],
      parts: Array.from({length: height}, (_, r) => [r, c + 1] as const),
    }),
  )
  return [...across, ...down]
}

test('published, no count from 1 to 5 is shown, and every number that is shown is the true one', () => {
  fc.assert(
    fc.property(counts, counts => {
      const draft = aDraft(counts)
      const {rows} = finish(draft, 'public')
      for (const [r, row] of rows.entries())
        for (const [c, cell] of row.entries())
          if (cell !== 'c') {
            expect(cell).toBe(draft.rows[r]![c])
            if (c > 0 && c <= counts[0]!.length + 1) expect([1, 2, 3, 4, 5]).not.toContain(cell)
          }
    }),
  )
})

test('published, no sum gives away what it hides: its total is hidden, or two or more parts of six or more in all', () => {
  fc.assert(
    fc.property(counts, counts => {
      const draft = aDraft(counts)
      const {rows} = finish(draft, 'public')
      for (const {total, parts} of linesOf(counts)) {
        const hidden = parts.filter(([r, c]) => rows[r]![c] === 'c')
        if (rows[total[0]]![total[1]] === 'c') {
          expect(hidden.length).toBeGreaterThan(0)
          continue
        }
        if (hidden.length === 0) continue
        const away = hidden.reduce((sum, [r, c]) => sum + Number(draft.rows[r]![c]), 0)
        expect(hidden.length).toBeGreaterThan(1)
        expect(away).toBeGreaterThan(5)
      }
    }),
  )
})

test('published, no sums taken together give away what none of them does alone', () => {
  // The 3 is what the first two rows come to beyond the first two columns, were nothing else hidden.
  const {rows} = finish(
    aDraft([
      [4, 4, 20, 21],
      [4, 4, 3, 22],
      [23, 24, 4, 4],
      [25, 26, 4, 4],
    ]),
    'public',
  )
  expect(rows[1]![3]).toBe('c')
  const corners = [rows[0]![3], rows[0]![4], rows[1]![4], rows[2]![1], rows[2]![2], rows[3]![1], rows[3]![2]]
  const totals = [...rows.slice(0, 4).map(row => row[5]!), ...rows[4]!.slice(1, 6)]
  expect([...corners, ...totals]).toContain('c')
})

test('published, a count is hidden where all but a few of its total are in it', () => {
  const draft = (count: number): Draft => ({
    ...aDraft([[count, 40]]),
    columns: [
      column('name', 'Name', null),
      column('some', 'Some', 'children'),
      column('of', 'Of', 'children'),
    ],
    rows: [['row 0', count, 40]],
    sums: [{total: 'of', parts: ['some'], hasRest: true}],
    totalRow: false,
    workedFrom: {},
    says: '',
  })
  expect(finish(draft(38), 'public').rows).toEqual([['row 0', 'c', 40]])
  expect(finish(draft(34), 'public').rows).toEqual([['row 0', 34, 40]])
})

test('published, nothing is hidden that is nought, and nothing at all where all counts are large', () => {
  fc.assert(
    fc.property(counts, counts => {
      const draft = aDraft(counts)
      const {rows} = finish(draft, 'public')
      for (const [r, row] of rows.entries())
        for (const [c, cell] of row.entries()) if (cell === 'c') expect(draft.rows[r]![c]).not.toBe(0)
    }),
  )
  const large = aDraft([
    [6, 70],
    [8, 90],
  ])
  expect(finish(large, 'public').rows).toEqual(large.rows)
})

test('a share is hidden with the count that it is worked out from, and the sentence tells neither', () => {
  const {rows, says} = finish(
    aDraft([
      [2, 0],
      [30, 40],
    ]),
    'public',
  )
  expect(rows[0]).toEqual(['row 0', 'c', 0, 'c', 'c'])
  expect(says).toBe('a number too small to publish of 72.')
})

test('in a role nothing is hidden', () => {
  const draft = aDraft([
    [1, 2],
    [3, 4],
  ])
  expect(finish(draft, 'in-role')).toMatchObject({rows: draft.rows, says: '1 of 10.'})
  expect(JSON.stringify(aReport('in-role', someFacts()))).not.toContain('"c"')
})

test('a report for publication names no three children, whether in a table, a sentence or a headline', () => {
  const facts = factsOf({
    histories: [
      ...children(3, {place: 'U1', provider: 'PR1', distanceMiles: 25}),
      ...children(40, {place: 'U6', provider: 'PR4'}),
      ...children(30, {place: 'K2', provider: 'PR4'}),
    ],
  })
  const report = aReport('public', facts)
  expect(cellOf(report, 'placements', 'Fostered by a relative or friend (U1-U3)', 'all')).toBe('c')
  expect(cellOf(report, 'placements', 'Fostered by a relative or friend (U1-U3)', 'share')).toBe('c')
  expect(report.tables.map(({says}) => says).join(' ')).not.toMatch(/\b3 (were|children)|and 3 /)
  expect(report.headlines.find(({id}) => id === 'kinship-foster')?.value).toBe('c')
  // A whole percentage: 41.1 of 73 would be 30 children, and all but them and the 40 with agencies 3.
  expect(report.headlines.find(({id}) => id === 'residential')?.value).toBe(41)
})

test('a headline for publication is hidden where all but a few are counted', () => {
  const facts = factsOf({
    histories: [...children(40, {distanceMiles: 3}), ...children(2, {placementAuthority: 'E10000016'})],
  })
  const inside = (audience: 'public' | 'in-role') =>
    aReport(audience, facts).headlines.find(({id}) => id === 'inside-authority')?.value
  expect([inside('public'), inside('in-role')]).toEqual(['c', 95.2])
})
