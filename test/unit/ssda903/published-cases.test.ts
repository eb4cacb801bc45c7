import {describe, expect, it} from 'vitest'
import {Case, namedIn} from '../../../tools/ssda903-case.ts'

const table = (
  columns: readonly string[],
  index: readonly (string | number)[],
  rows: readonly unknown[][],
) => ({
  columns,
  index,
  rows,
})

const run = (rule: string, input: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  namedIn(Case.parse({id: 'a', rule, definedIn: 'lac2025_26', input, metadata: {}, expected: {}, ...more}))

describe('a published case', () => {
  it('names rows by the labels that it gives them, of every table', () => {
    const input = {
      Header: table(
        ['CHILD', 'DOB'],
        ['x', 'y'],
        [
          [1, {$date: '2026-01-01'}],
          [2, '01/01/2000'],
        ],
      ),
      Episodes: table(
        ['CHILD', 'DECOM'],
        [7, 8],
        [
          ['1', '01/06/2025'],
          ['2', '01/06/2025'],
        ],
      ),
    }
    expect(run('302', input)).toEqual({Episodes: ['7'], Header: ['x']})
  })

  it('is run in the year whose rule it is, with that year’s end', () => {
    const Episodes = table(['DECOM'], [0, 1, 2], [['31/03/2025'], ['01/04/2025'], ['01/04/2026']])
    expect(run('354', {Episodes})).toEqual({Episodes: ['2']})
    expect(run('354', {Episodes}, {definedIn: 'lac2024_25'})).toEqual({Episodes: ['1', '2']})
    expect(run('354', {Episodes}, {metadata: {collection_end: '31/12/2030'}})).toEqual({})
  })

  it('takes rows without CHILD as children of their own, and compares UPNs between them', () => {
    const upns = [['A'], ['UN1'], ['A'], ['UN1'], ['B']]
    expect(run('444', {Header: table(['UPN'], [0, 1, 2, 3, 4], upns)})).toEqual({Header: ['0', '2']})
  })

  it('takes tables that end in _last as last year’s', () => {
    const columns = ['CHILD', 'DECOM', 'DEC']
    const input = {
      Episodes: table(columns, [0], [['1', '02/02/2025', null]]),
      Episodes_last: table(columns, [0], [['1', '01/02/2025', null]]),
    }
    expect(run('502', input)).toEqual({Episodes: ['0']})
  })

  it('takes auth for the authority that makes the return', () => {
    const Episodes = table(
      ['PL_LOCATION', 'PL_LA'],
      [0, 1],
      [
        ['IN', 'auth'],
        ['IN', 'other'],
      ],
    )
    expect(run('411', {Episodes})).toEqual({Episodes: ['1']})
  })

  it('has no answer from a rule that there is not in its year', () => {
    expect(run('444', {}, {definedIn: 'lac2024_25'})).toBeNull()
    expect(run('SW01', {})).toBeNull()
  })
})
