import {describe, expect, test} from 'vitest'
import type {HeldTables} from '../../../domain/imports/child-version.ts'
import {episodesOf, personOf, type YearOfChild} from '../../../domain/imports/episodes-of.ts'
import {returnOf} from '../../../domain/imports/held-return.ts'

const where = {
  authorityId: 'E09000023',
  areaOf: (postcode: string) =>
    postcode === 'ZZ9 9ZZ'
      ? null
      : {
          grid: {easting: 537_600, northing: postcode === 'SE6 4RU' ? 173_900 : 190_000},
          authorityId: 'E09000023',
        },
}

/** DECOM, RNE, DEC and REC, and whatever else is of interest. */
function episode(
  from: string,
  began: string,
  until: string | null = null,
  ceased: string | null = null,
  facts: {place?: string | null; home?: string} = {},
) {
  const {place = 'U6', home = 'SE6 4RU'} = facts
  return [
    'LCS-1',
    from,
    began,
    'C2',
    'N1',
    place,
    'PR4',
    until,
    ceased,
    until && 'CARPL',
    home,
    'SE23 3HN',
    'SC1',
  ]
}

const year = (year: number, tables: HeldTables): YearOfChild => ({year, returned: returnOf('LCS-1', tables)})
const said = (...years: readonly YearOfChild[]) =>
  episodesOf(years, where).map(({from, until, ceased, place}) => [from, until, ceased, place].join(' '))

describe('the episodes of several returns', () => {
  test('an episode that was open in one return and ended in the next is one, as the newest says', () => {
    const first = year(2025, {Episodes: [episode('04/05/2024', 'S')]})
    const second = year(2026, {
      Episodes: [episode('04/05/2024', 'S', '10/06/2025', 'X1'), episode('10/06/2025', 'P')],
    })
    const both = ['2024-05-04 2025-06-10 X1 U6', '2025-06-10   U6']
    expect(said(first, second)).toEqual(both)
    expect(said(second, first)).toEqual(both)
  })

  test('the newest return has the last word on what an older one said', () => {
    const first = year(2025, {Episodes: [episode('04/05/2024', 'S', null, null, {place: 'K2'})]})
    const second = year(2026, {Episodes: [episode('04/05/2024', 'S')]})
    expect(said(first, second)).toEqual(['2024-05-04   U6'])
  })

  test('what only the older return has stays, up to the night on which the newer one begins', () => {
    const first = year(2025, {
      Episodes: [episode('04/05/2024', 'S', '01/09/2024', 'X1'), episode('01/09/2024', 'P')],
    })
    const second = year(2026, {Episodes: [episode('01/06/2025', 'P')]})
    expect(said(first, second)).toEqual([
      '2024-05-04 2024-09-01 X1 U6',
      '2024-09-01 2025-06-01 X1 U6',
      '2025-06-01   U6',
    ])
  })

  test('no night is in two episodes: the one that began later has it', () => {
    const overlapping = year(2026, {
      Episodes: [episode('01/05/2025', 'S', '01/09/2025', 'E4A'), episode('01/07/2025', 'P')],
    })
    expect(said(overlapping)).toEqual(['2025-05-01 2025-07-01 X1 U6', '2025-07-01   U6'])
  })

  test('a row that says neither where nor since when is no episode', () => {
    const rows = year(2026, {
      Episodes: [
        episode('31/06/2025', 'S'),
        episode('01/06/2025', 'Q'),
        episode('01/07/2025', 'S', null, null, {place: 'Q9'}),
      ],
    })
    expect(said(rows)).toEqual([])
  })

  test('a distance is in miles, and not known from outside England or from nowhere', () => {
    const miles = (home: string) =>
      episodesOf([year(2026, {Episodes: [episode('01/05/2025', 'S', null, null, {home})]})], where)[0]!
        .distanceMiles
    expect(miles('SE6 4RU')).toBe(10)
    expect(miles('ZZ9 9ZZ')).toBeNull()
    const wales = {
      ...where,
      areaOf: (postcode: string) => ({
        grid: {easting: 1, northing: 1},
        authorityId: postcode === 'SE6 4RU' ? 'WAL' : 'E09000023',
      }),
    }
    expect(
      episodesOf([year(2026, {Episodes: [episode('01/05/2025', 'S')]})], wales)[0]!.distanceMiles,
    ).toBeNull()
  })
})

describe('who the child is', () => {
  const header = (sex: string, dob: string, ethnic: string) => ['LCS-1', sex, dob, ethnic, 'UN1', null, null]

  test('the newest return that has a Header says it', () => {
    const years = [
      year(2024, {Header: [header('1', '01/02/2012', 'WBRI')]}),
      year(2026, {Episodes: [episode('01/05/2025', 'S')]}),
      year(2025, {Header: [header('F', '01/02/2011', 'BAFR')]}),
    ]
    expect(personOf('LCS-1', years)).toMatchObject({
      dob: '2011-02-01',
      sex: 'F',
      ethnicity: 'BAFR',
      uasc: false,
    })
  })

  test.each([
    ['1', 'M'],
    ['2', 'F'],
    ['M', 'M'],
    ['U', 'U'],
    ['9', 'U'],
  ])('sex %s is %s', (given, sex) => {
    expect(personOf('LCS-1', [year(2024, {Header: [header(given, '01/02/2012', 'WBRI')]})])?.sex).toBe(sex)
  })

  test('came alone, while the return says so', () => {
    const years = [
      year(2025, {
        Header: [header('M', '01/02/2009', 'AOTH')],
        UASC: [['LCS-1', 'M', '01/02/2009', '01/06/2024']],
      }),
    ]
    expect(personOf('LCS-1', years)).toMatchObject({uasc: true, uascUntil: '2024-06-01'})
  })

  test.each([
    ['17', 17],
    ['0', 0],
    ['41', null],
    ['', null],
    [null, null],
  ])('an SDQ score of %j is %j, in its year; a year without the health table has none', (given, score) => {
    const years = [
      year(2025, {
        Header: [header('M', '01/02/2012', 'WBRI')],
        OC2: [['LCS-1', '01/02/2012', given, 'SDQ1', '0', null, '1', '1', '1', '0', null, null]],
      }),
      year(2026, {Episodes: [episode('01/05/2025', 'S')]}),
    ]
    expect(personOf('LCS-1', years)?.sdq).toEqual([{year: 2025, score}])
  })

  test('is nobody without a Header, or without a day of birth in it', () => {
    expect(personOf('LCS-1', [year(2026, {Episodes: [episode('01/05/2025', 'S')]})])).toBeNull()
    expect(personOf('LCS-1', [year(2026, {Header: [header('M', '30/02/2012', 'WBRI')]})])).toBeNull()
  })
})
