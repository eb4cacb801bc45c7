import {describe, expect, it} from 'vitest'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {aHistory, anEpisode, figure, inARow, numbers} from './a-history.ts'

const stability = (episodes: readonly Episode[], dob = '2015-01-15') =>
  numbers('long-term-stability', {histories: [aHistory({episodes, dob})]})

describe('long-term stability on 31 March 2025', () => {
  it('is of children looked after continuously since 30 September 2022 or longer', () => {
    expect(stability(inARow({from: '2022-09-30'}))).toEqual([1, 1, 0])
    expect(stability(inARow({from: '2022-10-01'}))).toEqual([0, 0, 0])
  })

  it('is of children under 16 on the day', () => {
    expect(stability(inARow({from: '2015-01-01'}), '2009-04-01')).toEqual([1, 1, 0])
    expect(stability(inARow({from: '2015-01-01'}), '2009-03-31')).toEqual([0, 0, 0])
  })

  it('asks for the same placement since 31 March 2023', () => {
    const moved = (from: string) => inARow({from: '2020-01-01'}, {from, placementPostcode: 'BR1 1AA'})
    expect(stability(moved('2023-03-31'))).toEqual([1, 1, 0])
    expect(stability(moved('2023-04-01'))).toEqual([0, 1, 0])
  })

  it('is not broken by a change of legal status or a holiday', () => {
    const away = {from: '2024-08-01', place: 'T3', provider: null, placementPostcode: 'CT1 1AA'} as const
    expect(
      stability(
        inARow({from: '2020-01-01'}, {from: '2024-05-01', began: 'L', legalStatus: 'E1'}, away, {
          from: '2024-08-15',
        }),
      ),
    ).toEqual([1, 1, 0])
    expect(stability(inARow({from: '2020-01-01'}, {...away, from: '2025-03-20'}))).toEqual([1, 1, 0])
  })

  it('takes adoption together with the placement before it', () => {
    const adopted = {from: '2024-10-01', place: 'A6', placementPostcode: 'BR1 1AA'} as const
    expect(
      stability(inARow({from: '2020-01-01'}, {from: '2022-12-01', placementPostcode: 'BR2 1AA'}, adopted)),
    ).toEqual([1, 1, 0])
    expect(
      stability(inARow({from: '2020-01-01'}, {from: '2023-12-01', placementPostcode: 'BR2 1AA'}, adopted)),
    ).toEqual([0, 1, 0])
  })

  it('starts again after leaving care', () => {
    const left = anEpisode({from: '2018-01-01', began: 'S', until: '2023-06-01', ceased: 'E4A'})
    expect(stability([left, anEpisode({from: '2023-06-20', began: 'S'})])).toEqual([0, 0, 0])
  })

  it('78 of 121 are 64%', () => {
    const histories = Array.from({length: 121}, (_, i) =>
      aHistory({episodes: inARow({from: '2020-01-01'}, {from: i < 78 ? '2021-01-01' : '2024-01-01'})}),
    )
    expect(figure('long-term-stability', {histories}).value).toBeCloseTo(64.46, 2)
  })
})

it('three placements in two years are of children looked after for two years', () => {
  const long = inARow({from: '2022-01-01'}, {from: '2023-05-01'}, {from: '2024-05-01'})
  const short = inARow({from: '2023-04-01'}, {from: '2023-05-01'}, {from: '2024-05-01'})
  const histories = [long, short].map(episodes => aHistory({episodes}))
  expect(numbers('three-or-more-placements-in-two-years', {histories})).toEqual([1, 1, 0])
})

it('coming back into care in the year is a change of carer, unless care did not run on 1 April', () => {
  const left = (from: string, until: string) => anEpisode({from, began: 'S', until, ceased: 'E4A'})
  const back = anEpisode({from: '2024-09-01', began: 'S'})
  const inCareInApril = aHistory({episodes: [left('2023-01-01', '2024-06-01'), back]})
  const firstOfTheYear = aHistory({episodes: [left('2023-01-01', '2024-02-01'), back]})
  const shortBreak = aHistory({episodes: [{...left('2024-05-01', '2024-06-01'), legalStatus: 'V4'}, back]})
  expect(numbers('placement-change', {histories: [inCareInApril]})).toEqual([1, 1, 0])
  expect(numbers('placement-change', {histories: [firstOfTheYear, shortBreak]})).toEqual([0, 2, 0])
})

it('a change of carer is a second placement in the year; coming first into care is none', () => {
  const histories = [
    inARow({from: '2024-06-01'}),
    inARow({from: '2024-06-01'}, {from: '2024-07-01'}),
    inARow({from: '2020-06-01'}, {from: '2020-07-01'}),
  ].map(episodes => aHistory({episodes}))
  expect(numbers('placement-change', {histories})).toEqual([1, 3, 0])
})
