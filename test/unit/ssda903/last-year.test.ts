import {describe, expect, it} from 'vitest'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {brokenBy, episodes, returnOf} from './returns.ts'

describe('this year’s return goes on where last year’s ended', () => {
  const open = {
    DECOM: '01/02/2025',
    RNE: 'P',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'H5',
    URN: null,
    PL_DISTANCE: '5.0',
  }
  const lastYear = returnOf({Episodes: [{...open, DECOM: '01/01/2025', DEC: '01/02/2025', REC: 'X1'}, open]})
  const against = (rule: string, first: Values, last = lastYear) =>
    brokenBy(rule, episodes({DECOM: '01/06/2025'}, first), {lastYear: last})

  it('502 and 562: with the same first episode', () => {
    expect(against('502', open)).toEqual([])
    expect(against('562', open)).toEqual([])
    expect(against('502', {...open, DECOM: '02/02/2025'})).toEqual([2])
    expect(against('562', {...open, DECOM: '02/02/2025'})).toEqual([2])
  })

  it.each([
    ['503A', 'RNE', 'S'],
    ['503B', 'LS', 'E1'],
    ['503C', 'CIN', null],
    ['503D', 'PLACE', 'K2'],
    ['503E', 'PLACE_PROVIDER', 'PR4'],
    ['503F', 'URN', 'SC123456'],
    ['503G', 'PL_DISTANCE', '5.2'],
    ['503G', 'PL_DISTANCE', null],
  ])('%s: with the same %s', (rule, column, other) => {
    expect(against(rule, open)).toEqual([])
    expect(against(rule, {...open, [column]: other})).toEqual([2])
  })

  it.each([
    ['503H', 'PL_LA', 'E09000006'],
    ['503J', 'PL_LOCATION', 'OUT'],
  ])('%s: with the same %s, once both years have it', (rule, column, other) => {
    const last = returnOf({Episodes: [{...open, [column]: null}]})
    expect(against(rule, {...open, [column]: other}, last)).toEqual([2])
    expect(against(rule, {...open, [column]: null}, last)).toEqual([])
    expect(against(rule, {...open, [column]: other})).toEqual([])
  })

  it('a tenth of a mile and a new name of a placement are no difference', () => {
    expect(against('503G', {...open, PL_DISTANCE: '5.1'})).toEqual([])
    const near = returnOf({Episodes: [{...open, PL_DISTANCE: '0.1'}]})
    expect(against('503G', {...open, PL_DISTANCE: '0.3'}, near)).toEqual([2])
    expect(against('503D', {...open, PLACE: 'K3'})).toEqual([])
    const other = returnOf({Episodes: [{...open, PLACE: 'Z1'}]})
    for (const PLACE of ['Z11', 'Z12', 'Z13', 'Z14'])
      expect(against('503D', {...open, PLACE}, other), PLACE).toEqual([])
    expect(against('503D', {...open, PLACE: 'K3'}, other)).toEqual([2])
    expect(against('503D', {...open, PLACE: 'Z13'})).toEqual([2])
  })

  it('a child whose last episode had ended may start as it likes', () => {
    const ended = returnOf({Episodes: [{...open, DEC: '01/03/2025', REC: 'E4A'}]})
    expect(against('502', {...open, DECOM: '01/05/2025'}, ended)).toEqual([])
    expect(against('503A', {...open, RNE: 'S'}, ended)).toEqual([])
  })

  it('562 misses a child whom last year’s return does not mention, and is silent without one', () => {
    expect(against('562', open, returnOf({}))).toEqual([2])
    expect(brokenBy('562', episodes(open))).toEqual([])
  })
})
