import {describe, expect, it} from 'vitest'
import {derive, type PostcodeFacts} from '../../../domain/ssda903/derive.ts'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {LEWISHAM, returnOf, type Tables} from './returns.ts'

const grid = (easting: number, northing: number) => ({
  easting: 537_000 + easting,
  northing: 173_000 + northing,
})

const KNOWN: Readonly<Record<string, PostcodeFacts>> = {
  'SE6 4RU': {grid: grid(0, 0), authorityId: LEWISHAM},
  'BR1 1AA': {grid: grid(3_000, 4_000), authorityId: 'E09000006'},
  'EH1 1YZ': {grid: grid(0, 500_000), authorityId: 'SCO'},
  'JE2 3AB': {grid: null, authorityId: null},
}

const derived = (tables: Tables, lastYear: Tables = {}) =>
  derive(returnOf(tables), {
    authorityId: LEWISHAM,
    areaOf: postcode => KNOWN[postcode] ?? null,
    lastYear: returnOf(lastYear),
  }).tables

const placed = (episode: Values, more: Tables = {}, lastYear: Tables = {}) => {
  const {PL_LA, PL_LOCATION, PL_DISTANCE} = derived({Episodes: [episode], ...more}, lastYear).Episodes![0]!
    .values
  return [PL_LA, PL_LOCATION, PL_DISTANCE]
}

const HOME_POST = 'SE6 4RU'
const UASC = [{SEX: 'M', DOB: '10/05/2010', DUC: null}]

describe('where a placement is, by its postcode', () => {
  it.each([
    ['in the own area', 'SE6 4RU', [LEWISHAM, 'IN', '0.0']],
    ['in another', 'BR1 1AA', ['E09000006', 'OUT', '3.1']],
    ['in Scotland', 'EH1 1YZ', ['SCO', 'OUT', '310.7']],
    ['where nobody knows the authority', 'JE2 3AB', [null, null, null]],
    ['nowhere', 'ZZ9 9ZZ', [null, null, null]],
    ['not said', null, [null, null, null]],
  ])('%s', (_, PL_POST, expected) => {
    expect(placed({LS: 'C2', HOME_POST, PL_POST})).toEqual(expected)
  })

  it('a home outside England has the distance 999.9, one that nobody knows has none', () => {
    expect(placed({HOME_POST: 'EH1 1YZ', PL_POST: 'SE6 4RU'})).toEqual([LEWISHAM, 'IN', '999.9'])
    expect(placed({HOME_POST: 'ZZ9 9ZZ', PL_POST: 'SE6 4RU'})).toEqual([LEWISHAM, 'IN', null])
  })

  it.each(['V3', 'V4'])('short breaks (%s) are nowhere', LS => {
    expect(placed({LS, HOME_POST, PL_POST: 'BR1 1AA'})).toEqual([null, null, null])
  })

  it('unaccompanied children of this year or last have no distance', () => {
    const episode = {HOME_POST, PL_POST: 'BR1 1AA'}
    expect(placed(episode, {UASC})).toEqual(['E09000006', 'OUT', null])
    expect(placed(episode, {}, {UASC})).toEqual(['E09000006', 'OUT', null])
  })
})

describe('the Header’s flag', () => {
  it('says whether the child is in the UASC table', () => {
    expect(derived({Header: [{}], UASC}).Header![0]!.values.UASC).toBe('1')
    expect(derived({Header: [{}]}).Header![0]!.values.UASC).toBe('0')
  })

  it('leaves tables out that were not handed in', () => {
    expect(derived({UASC})).toEqual(returnOf({UASC}).tables)
  })
})
