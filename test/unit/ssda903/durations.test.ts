import {describe, expect, it} from 'vitest'
import type {Values} from '../../../domain/ssda903/tables.ts'
import {brokenAmong, brokenBy, episode, episodes} from './returns.ts'

describe('how long something lasts', () => {
  const lasting = (LS: string, days: number) => {
    const end = new Date(Date.UTC(2025, 5, 1 + days))
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/')
    return {LS, PLACE: LS, DECOM: '01/06/2025', DEC: end}
  }

  it.each([
    ['361', 'L1', 3],
    ['362', 'L2', 21],
    ['363', 'L3', 7],
    ['364', 'J2', 21],
    ['365', 'V3', 17],
    ['375', 'T1', 42],
    ['376', 'T3', 21],
    ['379', 'T4', 7],
  ])(
    '%s: %s may last %i days and no longer; while it is open it lasts until the year ends',
    (rule, code, days) => {
      expect(brokenAmong(rule, lasting(code, days))).toEqual([])
      expect(brokenAmong(rule, lasting(code, days + 1))).toEqual([1])
      expect(brokenAmong(rule, {LS: code, PLACE: code, DECOM: '01/06/2025'})).toEqual([1])
      expect(brokenAmong(rule, {LS: code, PLACE: code, DECOM: '30/03/2026'})).toEqual([])
    },
  )

  it('an order that goes on in the next episode lasts on; one after a gap is another', () => {
    const order = {LS: 'L2'}
    const first = episode('01/06 to 15/06 X1', order)
    expect(brokenAmong('362', first, episode('15/06 to 29/06 X1', order))).toEqual([1, 2])
    expect(brokenAmong('362', first, episode('16/06 to 29/06 X1', order))).toEqual([])
    expect(
      brokenAmong('362', first, episode('15/06 to 16/06 X1', {LS: 'C1'}), episode('16/06 to 29/06', order)),
    ).toEqual([])
  })

  it('367 allows 75 days of short breaks in the year, and counts no others', () => {
    // 15 days, 30 days, and from 1 September on.
    const breaks = (end: string) => [
      {LS: 'V3', DECOM: '01/01/2025', DEC: '16/04/2025'},
      {LS: 'V3', DECOM: '01/06/2025', DEC: '01/07/2025'},
      {LS: 'C2', DECOM: '01/07/2025', DEC: '01/09/2025'},
      {LS: 'V3', DECOM: '01/09/2025', DEC: `${end}/2025`},
    ]
    expect(brokenAmong('367', ...breaks('02/10'))).toEqual([1, 2, 4])
    expect(brokenAmong('367', ...breaks('01/10'))).toEqual([])
  })

  it('426 allows one kind of short breaks', () => {
    expect(brokenAmong('426', {LS: 'V3'}, {LS: 'V4'}, {LS: 'C2'})).toEqual([1, 2])
    expect(brokenAmong('426', {LS: 'V3'}, {LS: 'V3'})).toEqual([])
    expect(brokenAmong('426', {LS: 'V3'}, {LS: 'C2'})).toEqual([])
  })

  it('377 allows two holidays of the carers in 12 months', () => {
    const holiday = (DECOM: string, RNE = 'P') => ({PLACE: 'T3', DECOM, RNE})
    const two = [holiday('01/06/2025'), holiday('01/08/2025')]
    expect(brokenAmong('377', ...two)).toEqual([])
    expect(brokenAmong('377', ...two, holiday('31/05/2026'))).toEqual([1, 2, 3])
    expect(brokenAmong('377', ...two, holiday('01/06/2026'))).toEqual([])
    expect(brokenAmong('377', ...two, holiday('09/08/2025', 'L'))).toEqual([])
  })
})

describe('383: after a temporary placement the child goes back', () => {
  const home = episode('01/06 to 05/06 X1 S', {PLACE: 'U4', PL_POST: 'SE6 4RU'})
  const away = episode('05/06 to 09/06 X1 P', {PLACE: 'T3'})
  const back = (RNE: string, more: Values = {}) =>
    episode(`09/06 to - - ${RNE}`, {PLACE: 'U4', PL_POST: 'SE6 4RU', ...more})

  it('as a change of placement, to the same one', () => {
    expect(brokenAmong('383', home, away, back('P'))).toEqual([])
    expect(brokenAmong('383', home, away, back('T'))).toEqual([3])
    expect(brokenAmong('383', home, away, back('P', {PLACE: 'U6'}))).toEqual([3])
    expect(brokenAmong('383', away, back('T'))).toEqual([])
  })

  it('and since 2026 to the same postcode', () => {
    const elsewhere = episodes(home, away, back('P', {PL_POST: 'BR1 1AA'}))
    expect(brokenBy('383', elsewhere, {year: 2025})).toEqual([])
    expect(brokenBy('383', elsewhere, {year: 2026})).toEqual([3])
  })

  it('from a second temporary placement to the one before both', () => {
    const again = episode('09/06 to 12/06 X1 P', {PLACE: 'T1'})
    expect(brokenAmong('383', home, away, again, {...back('P'), DECOM: '12/06/2025'})).toEqual([3])
  })
})
