import {describe, expect, it} from 'vitest'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {brokenAmong, episode} from './returns.ts'

describe('one episode after the other', () => {
  it('142 leaves only the last one open, however the rows stand', () => {
    expect(brokenAmong('142', episode('05/06 to -'), episode('01/06 to -'))).toEqual([2])
    expect(brokenAmong('142', episode('01/06 to 05/06 X1'), episode('05/06 to -'))).toEqual([])
  })

  it('142 finds an end without a reason, and one that does not exist, no end', () => {
    const later = episode('05/06 to -')
    expect(brokenAmong('142', episode('01/06 to 05/06'), later)).toEqual([1])
    expect(brokenAmong('142', episode('01/06 to 31/06 X1'), later)).toEqual([1])
  })

  it('501 finds an overlap, and no touch', () => {
    const first = episode('01/06 to 05/06 X1')
    expect(brokenAmong('501', first, episode('04/06 to -'))).toEqual([2])
    expect(brokenAmong('501', first, episode('05/06 to -'))).toEqual([])
  })

  it('388 wants an episode on the same day after X1, and only then', () => {
    expect(brokenAmong('388', episode('01/06 to 05/06 X1'), episode('06/06 to -'))).toEqual([1])
    expect(brokenAmong('388', episode('01/06 to 05/06 E4A'), episode('05/06 to -'))).toEqual([1])
    expect(brokenAmong('388', episode('01/06 to 05/06 X1'))).toEqual([1])
    expect(brokenAmong('388', episode('01/06 to 05/06 X1'), episode('05/06 to 09/06 E4A'))).toEqual([])
  })

  it('357 wants the first one of the year to be a start', () => {
    expect(brokenAmong('357', episode('01/06 to 05/06 X1 P'), episode('05/06 to - - P'))).toEqual([1])
    expect(brokenAmong('357', episode('01/06 to 05/06 X1 S'), episode('05/06 to - - P'))).toEqual([])
    expect(brokenAmong('357', episode('31/03 to 05/06 X1 P'))).toEqual([])
  })

  it('432 wants a start after care has ended', () => {
    expect(brokenAmong('432', episode('01/06 to 05/06 E4A S'), episode('09/06 to - - P'))).toEqual([2])
    expect(brokenAmong('432', episode('01/06 to 05/06 E4A S'), episode('09/06 to - - S'))).toEqual([])
    expect(brokenAmong('432', episode('01/06 to 05/06 X1 S'), episode('05/06 to - - P'))).toEqual([])
  })

  it.each(['P', 'L', 'T', 'U', 'B'])(
    '433 lets a continuation (%s) start on the day of the end before it',
    rne => {
      expect(brokenAmong('433', episode('01/06 to 05/06 X1 S'), episode(`06/06 to - - ${rne}`))).toEqual([2])
      expect(brokenAmong('433', episode('01/06 to 05/06 X1 S'), episode(`05/06 to - - ${rne}`))).toEqual([])
    },
  )

  it('433 lets a start be on any day', () => {
    expect(brokenAmong('433', episode('01/06 to 05/06 E4A S'), episode('06/06 to - - S'))).toEqual([])
  })

  it('431 lets a start be after that day', () => {
    expect(brokenAmong('431', episode('01/06 to 05/06 X1 S'), episode('05/06 to - - S'))).toEqual([2])
    expect(brokenAmong('431', episode('01/06 to 05/06 X1 S'), episode('06/06 to - - S'))).toEqual([])
  })

  it('437 has nothing follow a death or an age of 18', () => {
    const later = episode('09/06 to - - S')
    expect(brokenAmong('437', episode('01/06 to 05/06 E2 S'), later)).toEqual([1])
    expect(brokenAmong('437', episode('01/06 to 05/06 E15 S'), later)).toEqual([1])
    expect(brokenAmong('437', episode('01/06 to 05/06 E4A S'), later)).toEqual([])
    expect(brokenAmong('437', episode('01/06 to 05/06 E2 S'))).toEqual([])
  })

  it('504 keeps the category of need within a period of care', () => {
    const first = episode('01/06 to 05/06 X1', {CIN: 'N1'})
    expect(brokenAmong('504', first, episode('05/06 to -', {CIN: 'N2'}))).toEqual([2])
    expect(brokenAmong('504', first, episode('05/06 to -', {CIN: 'N1'}))).toEqual([])
    expect(brokenAmong('504', first, episode('06/06 to -', {CIN: 'N2'}))).toEqual([])
  })

  it('an episode whose start does not exist stands nowhere in the order', () => {
    const rows = [episode('01/06 to - - S'), {DECOM: '31/06/2025', RNE: 'P'}, {RNE: 'P'}]
    expect(brokenAmong('142', ...rows)).toEqual([])
    expect(brokenAmong('433', ...rows)).toEqual([])
  })
})

describe('what a new episode says has changed', () => {
  const home = {LS: 'C1', PLACE: 'U4', PL_POST: 'SE6 4RU', URN: null, PLACE_PROVIDER: 'PR1'}
  const first = episode('01/06 to 05/06 X1 S', home)
  const next = (RNE: string, change: Values) => episode(`05/06 to - - ${RNE}`, {...home, ...change})
  const status = {LS: 'C2'}
  const place = {URN: 'SC123456'}

  it.each([
    ['434', 'L', status, [{}, place, {...status, ...place}]],
    ['435', 'P', place, [{}, status, {...status, ...place}]],
    ['435', 'T', place, [{}, status, {...status, ...place}]],
    ['436', 'B', {...status, ...place}, [{}, status, place]],
    ['436', 'U', {...status, ...place}, [{}, status, place]],
  ])('%s: after %s that, and only that, has changed', (rule, rne, right, wrong) => {
    expect(brokenAmong(rule, first, next(rne, right))).toEqual([])
    for (const change of wrong)
      expect(brokenAmong(rule, first, next(rne, change)), JSON.stringify(change)).toEqual([2])
    expect(brokenAmong(rule, first, next('S', {}))).toEqual([])
  })

  it('225 wants a reason for a change of placement, unless either is temporary', () => {
    const moving = (change: Values) => ({...first, ...change})
    for (const rne of ['P', 'B', 'T', 'U'])
      expect(brokenAmong('225', moving({}), next(rne, {})), rne).toEqual([1])
    expect(brokenAmong('225', moving({REASON_PLACE_CHANGE: 'OTHER'}), next('P', {}))).toEqual([])
    expect(brokenAmong('225', moving({}), next('L', {}))).toEqual([])
    expect(brokenAmong('225', moving({}), next('P', {PLACE: 'T3'}))).toEqual([])
    expect(brokenAmong('225', moving({PLACE: 'T3'}), next('P', {}))).toEqual([])
  })

  it('226 wants none around a temporary placement', () => {
    const reason = {REASON_PLACE_CHANGE: 'OTHER'}
    expect(brokenAmong('226', {...first, ...reason}, next('P', {PLACE: 'T4'}))).toEqual([2])
    expect(brokenAmong('226', first, next('P', {PLACE: 'T4', ...reason}))).toEqual([2])
    expect(brokenAmong('226', {...first, ...reason}, next('P', {}))).toEqual([])
  })
})
