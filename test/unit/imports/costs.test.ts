import {describe, expect, test} from 'vitest'
import {faultsOfCost} from '../../../domain/imports/cost.ts'
import {dayOfReturn} from '../../../domain/ssda903/return-day.ts'

const row = (facts: Readonly<Record<string, string | null>> = {}) => ({
  row: 1,
  values: {CHILD: 'LCS-1', PROVIDER: 'SC1', WEEKLY_PENCE: '98000', FROM: '01/04/2025', TO: null, ...facts},
})

describe('a row of the cost extract', () => {
  test('is whole pence a week, from a day, to a day or on and on', () => {
    expect(faultsOfCost(row())).toBeNull()
    expect(faultsOfCost(row({TO: '31/03/2026', WEEKLY_PENCE: '0'}))).toBeNull()
    expect(faultsOfCost(row({WEEKLY_PENCE: '10000000', TO: '01/04/2025'}))).toBeNull()
  })

  test.each([
    [{WEEKLY_PENCE: '980.00'}, 'WEEKLY_PENCE'],
    [{WEEKLY_PENCE: '-1'}, 'WEEKLY_PENCE'],
    [{WEEKLY_PENCE: '10000001'}, 'WEEKLY_PENCE'],
    [{WEEKLY_PENCE: null}, 'WEEKLY_PENCE'],
    [{FROM: null}, 'FROM'],
    [{FROM: '2025-04-01'}, 'FROM'],
    [{FROM: '31/02/2025'}, 'FROM'],
    [{TO: '45747'}, 'TO'],
    [{TO: '31/03/2025'}, 'TO'],
  ])('%o is kept aside, and the column is named', (facts, column) => {
    expect(faultsOfCost(row(facts))).toMatch(new RegExp(`^${column} must`))
  })

  test('has all its faults named at once, and none of its values', () => {
    const words = faultsOfCost(row({WEEKLY_PENCE: 'dear', FROM: 'then', TO: 'now'}))
    expect(words?.split('; ')).toHaveLength(3)
    expect(words).not.toMatch(/dear|then|now|LCS/)
  })
})

test.each([
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['1/4/2025', null],
  ['05/13/2025', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%s is the day %s', (text, day) => {
  expect(dayOfReturn(text)).toBe(day)
})
