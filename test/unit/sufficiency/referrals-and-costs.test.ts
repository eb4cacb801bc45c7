import {describe, expect, it} from 'vitest'
import type {ReferralId} from '../../../domain/ids.ts'
import type {Cost, ReferralRecord} from '../../../domain/sufficiency/facts.ts'
import {breakdownOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {aHistory, anEpisode, CENSUS_DAY, children, factsOf, figure, numbers, rows} from './a-history.ts'

let made = 0
function aReferral(facts: Partial<ReferralRecord> = {}): ReferralRecord {
  made += 1
  return {
    id: `referral-${made}` as ReferralId,
    opened: '2025-03-01',
    placed: null,
    withdrawn: null,
    refusals: [],
    ...facts,
  }
}

describe('from referral to placement', () => {
  it('is the days from opening to the home of the last child, of those placed in the year', () => {
    const referrals = [
      aReferral({opened: '2025-03-01', placed: '2025-03-01'}),
      aReferral({opened: '2025-03-01', placed: '2025-03-03'}),
      aReferral({opened: '2024-03-01', placed: '2024-04-01'}),
      aReferral({opened: '2024-03-01', placed: '2024-03-31'}),
      aReferral({opened: '2025-03-01', placed: '2025-04-01'}),
    ]
    expect(figure('referral-to-placement-days', {referrals})).toMatchObject({
      numerator: 33,
      denominator: 3,
      value: 11,
    })
    expect(figure('referral-to-placement-days-median', {referrals})).toMatchObject({numerator: 3, value: 2})
  })

  it('is not known in a year with none', () => {
    expect(figure('referral-to-placement-days', {}).value).toBeNull()
    expect(figure('referral-to-placement-days-median', {}).value).toBeNull()
  })

  it('has the middle of the two middle ones where they are even in number', () => {
    const referrals = ['2025-03-02', '2025-03-05'].map(placed => aReferral({placed}))
    expect(figure('referral-to-placement-days-median', {referrals}).value).toBe(2.5)
  })
})

describe('referrals unmet', () => {
  const referrals = [
    aReferral({
      refusals: [
        {on: '2025-03-02', reason: 'no-vacancy'},
        {on: '2025-03-03', reason: 'no-vacancy'},
        {on: '2025-03-03', reason: 'cost'},
        {on: '2025-04-02', reason: 'age'},
      ],
    }),
    aReferral(),
    aReferral({placed: '2025-03-31'}),
    aReferral({placed: '2025-04-01'}),
    aReferral({withdrawn: '2025-03-10'}),
    aReferral({opened: '2025-04-01'}),
  ]

  it('are open at the date; placed and withdrawn ones are not', () => {
    expect(numbers('referrals-unmet', {referrals})).toEqual([3, null, 0])
    expect(numbers('referrals-withdrawn', {referrals})).toEqual([1, null, 0])
  })

  it('say who said no by then, and why', () => {
    expect(rows('referrals-unmet', {referrals})[0]?.words).toBe(
      'open since 1 March 2025; no: 2 no-vacancy, 1 cost',
    )
    const parts = breakdownOf('referrals-unmet', 'reason', prepare(factsOf({referrals})), CENSUS_DAY)!.parts
    expect(Object.fromEntries(parts.map(({key, numerator}) => [key, numerator]))).toMatchObject({
      'no-vacancy': 1,
      cost: 1,
      age: 0,
      'nobody-has-said-no': 2,
    })
  })
})

describe('costs', () => {
  const cost = (reference: string, weeklyPence: number, facts: Partial<Cost> = {}): Cost => ({
    reference,
    weeklyPence,
    from: '2024-06-01',
    until: null,
    provision: null,
    ...facts,
  })
  const child = (reference: string, place: 'U6' | 'K2' = 'U6') =>
    aHistory({reference, episodes: [anEpisode({from: '2024-06-01', began: 'S', place, provider: 'PR4'})]})

  it('add up, and children without one are not known', () => {
    const facts = {
      histories: [child('A'), child('B', 'K2'), child('C')],
      costs: [cost('A', 90_000), cost('B', 700_000)],
    }
    expect(numbers('weekly-spend', facts)).toEqual([790_000, null, 1])
    expect(figure('unit-cost', facts)).toMatchObject({
      numerator: 790_000,
      denominator: 2,
      unknown: 1,
      value: 395_000,
    })
    expect(rows('weekly-spend', facts)).toEqual([
      {about: 'A', standing: 'counted', amount: 90_000, words: '£900.00 a week, U6 with PR4'},
      {about: 'B', standing: 'counted', amount: 700_000, words: '£7,000.00 a week, K2 with PR4'},
      {about: 'C', standing: 'unknown', amount: 0, words: 'no cost recorded, U6 with PR4'},
    ])
  })

  it('run from their first day up to, not including, their last', () => {
    const facts = {
      costs: [
        cost('A', 100, {from: '2025-03-31'}),
        cost('B', 10, {until: '2025-04-01'}),
        cost('C', 1, {until: '2025-03-31'}),
      ],
    }
    expect(numbers('weekly-spend', facts)).toEqual([110, null, 0])
  })

  it('are high from the band up, everything for one child together', () => {
    const facts = {
      histories: [child('A'), child('B')],
      costs: [cost('A', 999_999), cost('B', 600_000), cost('B', 400_000)],
    }
    expect(numbers('high-cost-placements', facts)).toEqual([1, null, 0])
    expect(figure('high-cost-placements', facts).definition).toContain('£10,000 a week')
  })

  it('are told by provision', () => {
    const facts = factsOf({
      histories: [child('A'), child('B', 'K2')],
      costs: [
        cost('A', 90_000),
        cost('B', 700_000),
        cost('X', 5, {provision: {place: 'K3', provider: 'PR4'}}),
        cost('Y', 7),
      ],
    })
    const {parts} = breakdownOf('unit-cost', 'provision', prepare(facts), CENSUS_DAY)!
    expect(
      Object.fromEntries(parts.flatMap(({key, value}) => (value === null ? [] : [[key, value]]))),
    ).toEqual({
      'ifa-foster': 90_000,
      'residential-external': 700_000,
      supported: 5,
      'not-known': 7,
    })
  })

  it('of nobody are none', () => {
    expect(figure('unit-cost', {histories: children(1)})).toMatchObject({
      denominator: 0,
      unknown: 1,
      value: null,
    })
  })
})
