import {expect, test} from 'vitest'
import {indicatorsAt} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {CENSUS_DAY, children, factsOf} from '../sufficiency/a-history.ts'
import {aReport, cellOf, someFacts, tableOf} from './a-report.ts'

const facts = someFacts()
const report = aReport('in-role', facts)
const indicators = new Map(indicatorsAt(prepare(facts), CENSUS_DAY).map(each => [each.id, each]))
const numerator = (id: string) => indicators.get(id)!.numerator

test('a report has the sixteen tables of a strategy, in order, each with a sentence, a source and columns', () => {
  expect(report.tables.map(({number, id}) => [number, id])).toEqual([
    [1, 'trend'],
    [2, 'people'],
    [3, 'legal-status'],
    [4, 'placements'],
    [5, 'location'],
    [6, 'flows'],
    [7, 'stability'],
    [8, 'siblings'],
    [9, 'supply'],
    [10, 'recruitment'],
    [11, 'costs'],
    [12, 'high-cost'],
    [13, 'forecast'],
    [14, 'gap'],
    [15, 'unmet'],
    [16, 'actions'],
  ])
  for (const {says, source, columns} of report.tables) {
    expect(says).toMatch(/^[A-Z0-9].*\.$/)
    expect(says).not.toMatch(/undefined|NaN|null|unknown number/)
    expect(source).not.toBe('')
    expect(columns[0]?.unit).toBeNull()
  }
})

test('every row has a cell for each column: words first, then numbers', () => {
  for (const {rows, columns} of report.tables)
    for (const [name, ...cells] of rows) {
      expect(name).toBeTypeOf('string')
      expect(cells).toHaveLength(columns.length - 1)
      for (const cell of cells) if (cell !== null) expect(cell).toSatisfy(Number.isFinite)
    }
})

test('what cannot be filled yet says what it waits for', () => {
  const waiting = report.tables.filter(({waitsFor}) => waitsFor !== null)
  expect(waiting.map(({id, waitsFor, rows}) => [id, waitsFor, rows.length > 0])).toEqual([
    ['recruitment', 'recruitment', false],
    ['high-cost', 'panel', true],
    ['forecast', 'forecast', false],
    ['gap', 'forecast', false],
    ['actions', 'people', false],
  ])
})

test('every indicator that a table or a headline rests on is defined at the end, once', () => {
  const defined = report.definitions.map(({id}) => id)
  expect(new Set(defined).size).toBe(defined.length)
  expect(new Set(defined)).toEqual(
    new Set([...report.headlines.map(({id}) => id), ...report.tables.flatMap(({indicators}) => indicators)]),
  )
  for (const {title, definition, source} of report.definitions)
    expect([title, definition, source]).not.toContain('')
})

test.each([
  ['children looked after, in the trend', 'trend', '31 March 2025', 'children', 'children-looked-after'],
  ['children looked after, by age', 'people', 'All', 'all', 'children-looked-after'],
  ['unaccompanied children', 'people', 'All', 'uasc', 'uasc'],
  ['children looked after, by legal status', 'legal-status', 'All', 'all', 'children-looked-after'],
  ['kinship', 'placements', 'Fostered by a relative or friend (U1-U3)', 'all', 'kinship-foster'],
  ['in-house fostering', 'placements', 'Fostered by another carer (U4-U6)', 'own', 'in-house-foster'],
  [
    "secure and children's homes",
    'placements',
    "Secure and children's homes (K1, K2)",
    'all',
    'childrens-homes',
  ],
  ['inside the authority', 'location', 'Inside the authority', 'all', 'inside-authority'],
  ['over 20 miles', 'location', 'All', 'over-20', 'over-20-miles'],
  ['distance not known', 'location', 'All', 'unknown', 'distance-unknown'],
  ['starts', 'flows', '1 April 2024 to 31 March 2025', 'started', 'starts-in-year'],
  ['ends', 'flows', '1 April 2024 to 31 March 2025', 'ceased', 'ceased-in-year'],
  [
    'three or more placements',
    'stability',
    'Three or more placements in the year',
    'counted-2025-03-31',
    'three-or-more-placements',
  ],
  ['siblings together', 'siblings', 'All together', 'groups', 'siblings-together'],
  ['weekly spend', 'costs', 'All', 'spend', 'weekly-spend'],
  ['unmet referrals', 'unmet', 'All referrals', 'unmet', 'referrals-unmet'],
])('the number of %s is that of the indicator', (_, table, row, column, indicator) => {
  expect(numerator(indicator)).toBeGreaterThan(0)
  expect(cellOf(report, table, row, column)).toBe(numerator(indicator))
})

test.each(['people', 'legal-status', 'placements', 'location', 'supply', 'costs', 'high-cost', 'siblings'])(
  'in the table of %s the last row is the sum of the others',
  id => {
    const {rows, columns} = tableOf(report, id)
    const counts = columns.flatMap(({unit}, c) =>
      unit !== null && unit !== 'percent' && columns[c]?.id !== 'unit-cost' ? [c] : [],
    )
    const sum = (c: number) => rows.slice(0, -1).reduce((total, row) => total + Number(row[c]), 0)
    expect(counts.map(c => rows.at(-1)?.[c])).toEqual(counts.map(sum))
  },
)

test('children over the bands of distance, and those of unknown distance, come to all', () => {
  const {rows} = tableOf(report, 'location')
  for (const [, to5, to10, to20, over, unknown, all] of rows)
    expect(Number(to5) + Number(to10) + Number(to20) + Number(over) + Number(unknown)).toBe(all)
})

test('area authorities are named, those most children live in first, and by code where no name is held', () => {
  const areas = ['E10000016', 'E10000016', 'E06000099', 'WAL', null].map(
    placementAuthority => children(1, {placementAuthority})[0]!,
  )
  const {rows} = tableOf(aReport('in-role', factsOf({histories: areas})), 'location')
  expect(rows.map(([area, ...counts]) => [area, counts.at(-2)])).toEqual([
    ['Inside the authority', 0],
    ['Kent', 2],
    ['E06000099', 1],
    ['Wales', 1],
    ['Not known', 1],
    ['All', 5],
  ])
})

test('20.0 miles is not over 20, and 20.1 is', () => {
  const two = factsOf({
    histories: [...children(1, {distanceMiles: 20}), ...children(1, {distanceMiles: 20.1})],
  })
  const one = aReport('in-role', two)
  expect([cellOf(one, 'location', 'All', 'to-20'), cellOf(one, 'location', 'All', 'over-20')]).toEqual([1, 1])
})

test('filled, held, vacant and not available come to the places approved, in every scheme', () => {
  for (const [, , places, ...states] of tableOf(report, 'supply').rows)
    expect(states.slice(0, 6).reduce<number>((sum, each) => sum + Number(each), 0)).toBe(places)
})

test('136 and 193 of 470 are 28.9 and 41.1 per cent of all, and 41.3 and 58.7 of the fostered', () => {
  const golden = aReport(
    'in-role',
    factsOf({
      population: {count: 68_000, source: 'made', on: '2024-06-30'},
      histories: [
        ...children(136, {place: 'U6', provider: 'PR1'}),
        ...children(193, {place: 'U6', provider: 'PR4'}),
        ...children(141, {place: 'K2', provider: 'PR4'}),
      ],
    }),
  )
  const headline = (id: string) => golden.headlines.find(each => each.id === id)?.value
  expect(
    ['own-provision-foster', 'all-ifa-foster', 'in-house-of-foster', 'ifa-of-foster'].map(headline),
  ).toEqual([28.9, 41.1, 41.3, 58.7])
  expect(headline('rate-per-10000')).toBe(69.1)
  expect(cellOf(golden, 'placements', 'Fostered by another carer (U4-U6)', 'private')).toBe(193)
})

test('an authority of which nothing is known has a report all the same, with no share out of nothing', () => {
  const nothing = aReport('in-role', factsOf({population: null}))
  expect(cellOf(nothing, 'trend', '31 March 2025', 'rate')).toBeNull()
  expect(cellOf(nothing, 'siblings', 'All', 'share')).toBeNull()
  expect(cellOf(nothing, 'supply', 'All', 'occupancy')).toBeNull()
  expect(JSON.stringify(nothing)).not.toMatch(/NaN|Infinity/)
})
