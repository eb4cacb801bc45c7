import {describe, expect, it} from 'vitest'
import type {Day} from '../../../domain/calendar.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {publishedIndicatorsAt} from '../../../domain/sufficiency/publish.ts'
import {
  aHistory,
  anEpisode,
  CENSUS_DAY,
  children,
  factsOf,
  figure,
  inARow,
  numbers,
  rows,
} from './a-history.ts'

const FOSTER = 'foster-unit-cost-in-year'
const RESIDENTIAL = 'residential-unit-cost-in-year'

const cost = (reference: string, weeklyPence: number, from: Day, until: Day | null = null) => ({
  reference,
  weeklyPence,
  from,
  until,
  provision: null,
})

/** Of 365 nights 350 cost £1,600 a week and 15 nothing: £80,000. */
const eightyThousand = (reference: string) => [
  cost(reference, 160_000, '2024-04-01', '2025-03-17'),
  cost(reference, 0, '2025-03-17'),
]

describe('the unit cost of fostering on 31 March', () => {
  const all = Array.from({length: 300}, () =>
    aHistory({episodes: [anEpisode({from: '2023-06-01', began: 'S'})]}),
  )
  const costs = all.flatMap(({reference}) => eightyThousand(reference))

  it('is the spend of the year by placements by 365 by 7: £24,000,000 for 300 are £1,534.25 a week', () => {
    const {numerator, denominator, value, unit} = figure(FOSTER, {histories: all, costs})
    expect([numerator, unit]).toEqual([2_400_000_000, 'pence-a-week'])
    expect(denominator).toBeCloseTo((300 * 365) / 7, 9)
    expect(Math.round(value!)).toBe(153_425)
  })

  it('has what those cost who have left by then, and no placement of theirs', () => {
    const left = aHistory({
      episodes: [anEpisode({from: '2023-06-01', began: 'S', until: '2024-04-08', ceased: 'E4A'})],
    })
    const more = {histories: [...all, left], costs: [...costs, cost(left.reference, 70_000, '2023-06-01')]}
    expect(figure(FOSTER, more).numerator).toBe(2_400_000_000 + 70_000)
    expect(figure(FOSTER, more).denominator).toBeCloseTo((300 * 365) / 7, 9)
  })

  it('is published to the penny and alone, so that nobody counts the placements back', () => {
    const published = publishedIndicatorsAt(prepare(factsOf({histories: all, costs})), CENSUS_DAY)
    const of = (id: string) => published.find(each => each.id === id)
    expect(of(FOSTER)).toMatchObject({numerator: 'c', denominator: 'c', unknown: 0, value: 153_425})
    expect(of(RESIDENTIAL)).toMatchObject({numerator: 0, denominator: 0, value: null})
    const few = {histories: all.slice(0, 5), costs}
    const alone = publishedIndicatorsAt(prepare(factsOf(few)), CENSUS_DAY).find(({id}) => id === FOSTER)
    expect(alone?.value).toBe('c')
  })
})

describe('the unit cost of residential care', () => {
  it('is by nights in K1, K2, R1 and S1, whenever in the year they were', () => {
    const history = aHistory({
      episodes: inARow(
        {from: '2024-01-01', place: 'U6'},
        {from: '2024-05-01', place: 'K2', provider: 'PR4'},
        {from: '2024-05-15', place: 'R1', provider: 'PR4'},
        {from: '2024-05-22', place: 'R3', provider: 'PR4'},
      ),
    })
    const costs = [
      cost(history.reference, 500_000, '2024-01-01', '2024-05-08'),
      cost(history.reference, 700_000, '2024-05-08'),
    ]
    const {numerator, denominator, value} = figure(RESIDENTIAL, {histories: [history], costs})
    expect([numerator, denominator]).toEqual([500_000 + 2 * 700_000, 3])
    expect(value).toBeCloseTo(633_333.33, 1)
  })

  it('adds up what is paid for one night, and counts a holiday where the child goes back to', () => {
    const history = aHistory({
      episodes: inARow(
        {from: '2025-03-01', place: 'K2', provider: 'PR4'},
        {from: '2025-03-08', place: 'T3', provider: null},
        {from: '2025-03-15', place: 'K2', provider: 'PR4'},
        {from: '2025-03-22', place: 'U6'},
      ),
    })
    const costs = [
      cost(history.reference, 500_000, '2025-03-01'),
      cost(history.reference, 10_000, '2025-03-08', '2025-03-15'),
    ]
    expect(numbers(RESIDENTIAL, {histories: [history], costs})).toEqual([1_510_000, 3, 0])
  })
})

describe('a child', () => {
  const [history] = children(1) as [ReturnType<typeof aHistory>]
  const {reference} = history

  it('with a night that has no cost is not known, and in neither number', () => {
    const gap = [cost(reference, 70_000, '2024-06-01', '2024-07-01'), cost(reference, 70_000, '2024-07-02')]
    expect(numbers(FOSTER, {histories: [history], costs: gap})).toEqual([0, 0, 1])
    const overlapping = [
      cost(reference, 70_000, '2024-06-01', '2024-07-01'),
      cost(reference, 7_000, '2024-06-15'),
    ]
    expect(numbers(FOSTER, {histories: [history], costs: overlapping})[2]).toBe(0)
  })

  it('is listed with nights and spend', () => {
    const costs = [cost(reference, 70_000, '2024-06-01')]
    expect(rows(FOSTER, {histories: [history], costs}, '2024-06-07')).toEqual([
      {about: reference, standing: 'counted', amount: 70_000, words: '7 nights, £700.00'},
    ])
    expect(rows(FOSTER, {histories: [history]}, '2024-06-07')).toEqual([
      {about: reference, standing: 'unknown', amount: 0, words: '7 nights, not all with a cost'},
    ])
  })

  it('of short breaks is in neither', () => {
    const shortBreaks = children(1, {legalStatus: 'V4'})
    expect(numbers(FOSTER, {histories: shortBreaks})).toEqual([0, 0, 0])
  })
})
