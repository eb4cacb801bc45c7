import {describe, expect, test} from 'vitest'
import {type DecidedRow, type HeldTable, nextVersion} from '../../../domain/imports/child-version.ts'

const [A, B, C] = [
  ['LCS-1', 'a'],
  ['LCS-1', 'b'],
  ['LCS-1', null],
] as const
const good = (values: readonly (string | null)[]): DecidedRow => ({values, isQuarantined: false})
const wrong = (values: readonly (string | null)[]): DecidedRow => ({values, isQuarantined: true})
const came = (...rows: readonly DecidedRow[]) =>
  new Map<HeldTable, readonly DecidedRow[]>([['Reviews', rows]])

describe('what an import makes of what is held of a child', () => {
  test('the same rows again, in any order, change nothing', () => {
    const {tables, counts} = nextVersion({Reviews: [A, B]}, came(good([...B]), good([...A])))
    expect(tables).toBeNull()
    expect(counts.get('Reviews')).toEqual({read: 2, loaded: 0, unchanged: 2, quarantined: 0, withdrawn: 0})
  })

  test('a row that stands twice is counted twice, and is unchanged only as often as it was held', () => {
    const {tables, counts} = nextVersion({Reviews: [A]}, came(good(A), good(A)))
    expect(tables).toEqual({Reviews: [A, A]})
    expect(counts.get('Reviews')).toMatchObject({read: 2, loaded: 1, unchanged: 1})
  })

  test('a row that stood twice and stands once is withdrawn once', () => {
    const {tables, counts} = nextVersion({Reviews: [A, A]}, came(good(A)))
    expect(tables).toEqual({Reviews: [A]})
    expect(counts.get('Reviews')).toMatchObject({unchanged: 1, withdrawn: 1})
  })

  test('a table that did not come stays, and a table that is new is added beside it', () => {
    const {tables} = nextVersion({Header: [A]}, came(good(B)))
    expect(tables).toEqual({Header: [A], Reviews: [B]})
    expect(nextVersion({Header: [A]}, new Map()).tables).toBeNull()
  })

  test('a corrected row takes the place of the one before, which is withdrawn', () => {
    const {tables, counts} = nextVersion({Reviews: [A, B]}, came(good(A), good(C)))
    expect(tables).toEqual({Reviews: [A, C]})
    expect(counts.get('Reviews')).toEqual({read: 2, loaded: 1, unchanged: 1, quarantined: 0, withdrawn: 1})
  })

  test('a row that is quarantined is not held, and what it stood for before is withdrawn', () => {
    const {tables, counts} = nextVersion({Reviews: [A, B]}, came(good(A), wrong(B)))
    expect(tables).toEqual({Reviews: [A]})
    expect(counts.get('Reviews')).toEqual({read: 2, loaded: 0, unchanged: 1, quarantined: 1, withdrawn: 1})
  })

  test('only quarantined rows of a child of whom nothing is held leave nothing held', () => {
    expect(nextVersion({}, came(wrong(A))).tables).toBeNull()
  })

  test('a blank is not the word null, nor are two values one', () => {
    const {counts} = nextVersion(
      {
        Reviews: [
          ['x', null],
          ['a,b', ''],
        ],
      },
      came(good(['x', 'null']), good(['a', 'b'])),
    )
    expect(counts.get('Reviews')).toMatchObject({loaded: 2, unchanged: 0, withdrawn: 2})
  })
})
