import {describe, expect, it} from 'vitest'
import {breakdownOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {sdqBand} from '../../../domain/sufficiency/sdq.ts'
import {aHistory, anEpisode, CENSUS_DAY, factsOf, figure, numbers, rows} from './a-history.ts'

const since = (from: string) => [anEpisode({from, began: 'S'})]
const scoring = (score: number | null, year = 2025) =>
  aHistory({episodes: since('2023-01-01'), sdq: [{year, score}]})
const HISTORIES = [13, 14, 16, 17, null].map(score => scoring(score))

it('a score of 13 is normal, of 14 and 16 borderline, of 17 a cause for concern', () => {
  expect([0, 13, 14, 16, 17, 40].map(sdqBand)).toEqual([
    'normal',
    'normal',
    'borderline',
    'borderline',
    'concern',
    'concern',
  ])
})

describe('the SDQ scores on 31 March 2025', () => {
  it('have their mean over those with a score; who has none is not known', () => {
    expect(numbers('sdq-mean', {histories: HISTORIES})).toEqual([60, 4, 1])
    expect(figure('sdq-mean', {histories: HISTORIES})).toMatchObject({value: 15, unit: 'points'})
  })

  it('are a cause for concern as a share of those with a score', () => {
    expect(numbers('sdq-concern', {histories: HISTORIES})).toEqual([1, 4, 0])
    expect(rows('sdq-concern', {histories: HISTORIES}).map(({words}) => words)).toEqual([
      'score 13: normal',
      'score 14: borderline',
      'score 16: borderline',
      'score 17: concern',
    ])
  })

  it('divide by band, and so that nobody is lost', () => {
    const {parts} = breakdownOf('sdq-mean', 'sdq-band', prepare(factsOf({histories: HISTORIES})), CENSUS_DAY)!
    expect(parts.map(({key, denominator, unknown}) => [key, denominator, unknown])).toEqual([
      ['normal', 1, 0],
      ['borderline', 2, 0],
      ['concern', 1, 0],
      ['not-known', 0, 1],
    ])
  })

  it('are asked of the ages of 4 to 16, or those of the policy', () => {
    const born = (dob: string) =>
      aHistory({dob, episodes: since('2023-01-01'), sdq: [{year: 2025, score: 20}]})
    const histories = ['2021-04-01', '2021-03-31', '2008-04-01', '2008-03-31'].map(born)
    expect(numbers('sdq-mean', {histories})).toEqual([40, 2, 0])
    expect(numbers('sdq-mean', {histories, sdqAges: {from: 3, to: 17}})).toEqual([80, 4, 0])
  })

  it('are asked of children looked after for the whole year, short breaks left out', () => {
    const all = ['2024-04-01', '2024-04-02'].map(from =>
      aHistory({episodes: since(from), sdq: [{year: 2025, score: 20}]}),
    )
    const shortBreaks = aHistory({
      episodes: [anEpisode({from: '2020-01-01', began: 'S', legalStatus: 'V4'})],
      sdq: [{year: 2025, score: 20}],
    })
    expect(numbers('sdq-mean', {histories: [...all, shortBreaks]})).toEqual([20, 1, 0])
  })

  it('are those of that year, not of the year before', () => {
    const twice = aHistory({
      episodes: since('2023-01-01'),
      sdq: [
        {year: 2024, score: 30},
        {year: 2025, score: 10},
      ],
    })
    const onlyBefore = scoring(30, 2024)
    expect(numbers('sdq-mean', {histories: [twice, onlyBefore]})).toEqual([10, 1, 1])
  })
})

describe('on another day', () => {
  it('the newest year that was over by then counts, and the definition says which', () => {
    const histories = [scoring(10, 2024), scoring(20, 2025)]
    expect(numbers('sdq-mean', {histories}, '2025-03-30')).toEqual([10, 1, 1])
    expect(figure('sdq-mean', {histories}, '2025-03-30').definition).toContain('those of 2023/24')
    expect(numbers('sdq-mean', {histories}, '2026-07-01')).toEqual([20, 1, 1])
  })

  it('before any return holds a score nothing is known', () => {
    const none = figure('sdq-mean', {histories: [scoring(20)]}, '2024-03-31')
    expect(none).toMatchObject({numerator: 0, denominator: 0, unknown: 1, value: null})
    expect(none.definition).toContain('No score is held')
  })
})
