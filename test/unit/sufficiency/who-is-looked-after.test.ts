import {describe, expect, it} from 'vitest'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {aHistory, anEpisode, figure, inARow, numbers, rows} from './a-history.ts'

const lookedAfter = (episodes: readonly Episode[], asAt = '2025-03-31') =>
  figure('children-looked-after', {histories: [aHistory({episodes})]}, asAt).numerator

describe('the census', () => {
  it('has a child from the first day of an episode', () => {
    const episodes = [anEpisode({from: '2025-03-31', began: 'S'})]
    expect(lookedAfter(episodes)).toBe(1)
    expect(lookedAfter(episodes, '2025-03-30')).toBe(0)
  })

  it('does not have a child who leaves care on the day', () => {
    const leaving = (until: string) => [anEpisode({from: '2024-06-01', began: 'S', until, ceased: 'E4A'})]
    expect(lookedAfter(leaving('2025-03-31'))).toBe(0)
    expect(lookedAfter(leaving('2025-04-01'))).toBe(1)
  })

  it('has a child who moves on the day once, in the new home', () => {
    const histories = [
      aHistory({episodes: inARow({from: '2024-06-01'}, {from: '2025-03-31', place: 'K2', provider: 'PR4'})}),
    ]
    expect(figure('children-looked-after', {histories}).numerator).toBe(1)
    expect(numbers('childrens-homes', {histories})).toEqual([1, 1, 0])
  })

  it.each(['V3', 'V4'] as const)(
    'does not have short breaks (%s), of whom nothing else is counted either',
    legalStatus => {
      const histories = [aHistory({episodes: [anEpisode({from: '2025-03-01', began: 'S', legalStatus})]})]
      expect(numbers('children-looked-after', {histories})).toEqual([0, null, 0])
      expect(numbers('starts-in-year', {histories})).toEqual([0, null, 0])
      expect(numbers('foster', {histories})).toEqual([0, 0, 0])
      expect(figure('foster', {histories}).value).toBeNull()
    },
  )

  it('has a child whose legal status is not recorded', () => {
    expect(lookedAfter([anEpisode({from: '2025-03-01', began: 'S', legalStatus: null})])).toBe(1)
  })

  it('looks through a temporary move at the placement that it interrupts', () => {
    const away = {
      from: '2025-03-25',
      place: 'T3',
      provider: null,
      placementAuthority: null,
      distanceMiles: null,
    } as const
    const histories = [aHistory({episodes: inARow({from: '2024-06-01', place: 'U4', provider: 'PR4'}, away)})]
    expect(numbers('ifa-foster', {histories})).toEqual([1, 1, 0])
    expect(numbers('over-20-miles', {histories})).toEqual([0, 1, 0])
    expect(rows('ifa-foster', {histories})[0]).toMatchObject({words: 'U4 with PR4; on a temporary move (T3)'})
  })

  it('takes a temporary move with nothing before it for another placement', () => {
    const histories = [
      aHistory({episodes: [anEpisode({from: '2025-03-25', began: 'S', place: 'T1', provider: null})]}),
    ]
    expect(numbers('other-placements', {histories})).toEqual([1, 1, 0])
  })
})

describe('starts and ends in the year', () => {
  const left = anEpisode({from: '2024-04-10', began: 'S', until: '2024-06-01', ceased: 'E4A'})

  it('count each child once, however often they come and go', () => {
    const again = anEpisode({from: '2024-09-01', began: 'S', until: '2025-01-01', ceased: 'E4B'})
    const histories = [aHistory({episodes: [left, again]})]
    expect(numbers('starts-in-year', {histories})).toEqual([1, null, 0])
    expect(numbers('ceased-in-year', {histories})).toEqual([1, null, 0])
  })

  it('count 1 April and the date itself, and neither the day before nor the day after', () => {
    const histories = ['2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01'].map(from =>
      aHistory({episodes: [anEpisode({from, began: 'S'})]}),
    )
    expect(figure('starts-in-year', {histories}).numerator).toBe(2)
    expect(figure('starts-in-year', {histories}, '2025-04-01').numerator).toBe(1)
    const ends = ['2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01'].map(until =>
      aHistory({episodes: [anEpisode({from: '2020-01-01', began: 'S', until, ceased: 'E4A'})]}),
    )
    expect(figure('ceased-in-year', {histories: ends}).numerator).toBe(2)
  })

  it('a move is neither', () => {
    const histories = [aHistory({episodes: inARow({from: '2023-06-01'}, {from: '2024-09-01'})})]
    expect(numbers('starts-in-year', {histories})).toEqual([0, null, 0])
    expect(numbers('ceased-in-year', {histories})).toEqual([0, null, 0])
  })

  it('an end without a reason is not known to be one', () => {
    const histories = [aHistory({episodes: [{...left, ceased: null}]})]
    expect(numbers('ceased-in-year', {histories})).toEqual([0, null, 1])
    expect(rows('ceased-in-year', {histories})[0]).toMatchObject({
      standing: 'unknown',
      words: 'no reason recorded on 1 June 2024',
    })
  })
})

describe('unaccompanied children', () => {
  it('are so until the day on which it ends, and always where no end is known', () => {
    const histories = [null, '2025-04-01', '2025-03-31'].map(uascUntil => aHistory({uasc: true, uascUntil}))
    expect(numbers('uasc', {histories: [...histories, aHistory()]})).toEqual([2, 4, 0])
  })
})
