import {describe, expect, it} from 'vitest'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {spellsOf} from '../../../domain/sufficiency/spells.ts'
import {aHistory, anEpisode, inARow, numbers} from './a-history.ts'

const ELSEWHERE = 'BR1 1AA'
const starts = (episodes: readonly Episode[]) => spellsOf(episodes).map(({from}) => from)
const inYear = (episodes: readonly Episode[], asAt = '2025-03-31') =>
  numbers('three-or-more-placements', {histories: [aHistory({episodes})]}, asAt)

describe('what starts a placement', () => {
  it.each(['P', 'B'] as const)('%s starts one, even at the same address', began => {
    expect(starts(inARow({from: '2024-04-10'}, {from: '2024-07-01', began}))).toEqual([
      '2024-04-10',
      '2024-07-01',
    ])
  })

  it.each(['L', 'T', 'U'] as const)('%s goes on with the one there is, under whatever code', began => {
    const [spell, ...others] = spellsOf(
      inARow({from: '2024-04-10'}, {from: '2024-07-01', began, place: 'U4'}),
    )
    expect(others).toEqual([])
    expect(spell).toMatchObject({from: '2024-04-10', until: null, last: {place: 'U4'}})
  })

  it('coming back into care starts one, even with the same carer', () => {
    const left = anEpisode({from: '2024-04-10', began: 'S', until: '2024-06-01', ceased: 'E4A'})
    const back = anEpisode({from: '2024-09-01', began: 'S'})
    expect(starts([left, back])).toEqual(['2024-04-10', '2024-09-01'])
    expect(spellsOf([left, back]).map(({careFrom}) => careFrom)).toEqual(['2024-04-10', '2024-09-01'])
  })
})

describe('temporary moves', () => {
  it.each(['T0', 'T1', 'T2', 'T3', 'T4'] as const)('%s and the return from it are no placements', place => {
    const away = {from: '2024-07-01', place, provider: null, placementPostcode: ELSEWHERE}
    expect(starts(inARow({from: '2024-04-10'}, away, {from: '2024-07-15'}))).toEqual(['2024-04-10'])
  })

  it('one after another are still no placements', () => {
    const hospital = {from: '2024-07-01', place: 'T1', provider: null, placementPostcode: 'SE5 9RS'} as const
    const holiday = {from: '2024-07-09', place: 'T3', provider: null, placementPostcode: ELSEWHERE} as const
    const changed = {...holiday, from: '2024-07-12', began: 'L'} as const
    expect(starts(inARow({from: '2024-04-10'}, hospital, holiday, changed, {from: '2024-07-15'}))).toEqual([
      '2024-04-10',
    ])
  })

  it('a return to another code or address is a placement', () => {
    const away = {from: '2024-07-01', place: 'T3', provider: null, placementPostcode: ELSEWHERE} as const
    const both = ['2024-04-10', '2024-07-15']
    expect(starts(inARow({from: '2024-04-10'}, away, {from: '2024-07-15', place: 'U4'}))).toEqual(both)
    expect(
      starts(inARow({from: '2024-04-10'}, away, {from: '2024-07-15', placementPostcode: ELSEWHERE})),
    ).toEqual(both)
  })

  it('a return after leaving care from one is a placement', () => {
    const home = anEpisode({from: '2024-04-10', began: 'S', until: '2024-07-01', ceased: 'X1'})
    const away = anEpisode({
      from: '2024-07-01',
      place: 'T3',
      provider: null,
      until: '2024-07-10',
      ceased: 'E4A',
    })
    expect(starts([home, away, anEpisode({from: '2024-07-10', began: 'S'})])).toEqual([
      '2024-04-10',
      '2024-07-10',
    ])
  })

  it('the same postcode written without its space is the same address', () => {
    const away = {from: '2024-07-01', place: 'T3', provider: null} as const
    const back = {from: '2024-07-15', placementPostcode: 'SE135AB'}
    expect(starts(inARow({from: '2024-04-10'}, away, back))).toEqual(['2024-04-10'])
  })
})

describe('what is left out', () => {
  it('stays under 24 hours', () => {
    const [first, overnight, next] = [
      anEpisode({from: '2024-04-10', began: 'S', until: '2024-07-01', ceased: 'X1'}),
      anEpisode({from: '2024-07-01', until: '2024-07-01', ceased: 'X1', place: 'K2'}),
      anEpisode({from: '2024-07-01', placementPostcode: ELSEWHERE}),
    ]
    expect(starts([first, overnight, next])).toEqual(['2024-04-10', '2024-07-01'])
    expect(spellsOf([first, overnight, next]).map(({last}) => last.place)).toEqual(['U6', 'U6'])
  })

  it.each(['A3', 'A5'] as const)('adoption by the foster carer (%s), however the return began it', place => {
    for (const began of ['T', 'U', 'P', 'B'] as const)
      expect(starts(inARow({from: '2024-04-10'}, {from: '2024-07-01', began, place}))).toEqual(['2024-04-10'])
  })

  it('but not A4, A6 or an adoption that follows a children’s home', () => {
    const both = ['2024-04-10', '2024-07-01']
    expect(starts(inARow({from: '2024-04-10'}, {from: '2024-07-01', place: 'A6'}))).toEqual(both)
    expect(starts(inARow({from: '2024-04-10', place: 'K2'}, {from: '2024-07-01', place: 'A5'}))).toEqual(both)
  })

  it.each(['V3', 'V4'] as const)('short breaks (%s)', legalStatus => {
    const breaks = anEpisode({from: '2024-04-10', began: 'S', until: '2024-04-12', legalStatus, ceased: 'E8'})
    expect(starts([breaks, anEpisode({from: '2024-07-01', began: 'S'})])).toEqual(['2024-07-01'])
  })
})

describe('three or more placements in the year', () => {
  const moves = (...days: readonly string[]) =>
    inARow(...days.map((from, i) => ({from, placementPostcode: `SE${i + 1} 1AA`})))

  it('counts the placement that was open on 1 April and the one that is open at the end', () => {
    expect(inYear(moves('2023-01-01', '2024-08-01', '2025-03-31'))).toEqual([1, 1, 0])
  })

  it('leaves out one that ended on 1 April', () => {
    expect(inYear(moves('2023-01-01', '2024-04-01', '2024-08-01'))).toEqual([0, 1, 0])
  })

  it('leaves out what has not happened yet', () => {
    expect(inYear(moves('2023-01-01', '2024-08-01', '2025-02-01'), '2025-01-31')).toEqual([0, 1, 0])
  })

  it('counts only from the 1 April before the date', () => {
    expect(inYear(moves('2023-01-01', '2024-08-01', '2025-02-01'), '2025-04-01')).toEqual([0, 1, 0])
  })

  it('counts placements before leaving care and after coming back', () => {
    const before = anEpisode({from: '2024-04-10', began: 'S', until: '2024-05-01', ceased: 'E4A'})
    expect(inYear([before, ...moves('2024-09-01', '2024-10-01')])).toEqual([1, 1, 0])
  })
})
