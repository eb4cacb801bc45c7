import {describe, expect, it} from 'vitest'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {aHistory, anEpisode, numbers, rows} from './a-history.ts'

const family = (...homes: readonly Partial<Episode>[]) =>
  homes.map(home =>
    aHistory({siblingGroupId: 'family', episodes: [anEpisode({from: '2024-06-01', began: 'S', ...home})]}),
  )
const together = (...homes: readonly Partial<Episode>[]) =>
  numbers('siblings-together', {histories: family(...homes)})

describe('brothers and sisters', () => {
  it('are together in one household, whatever the postcodes say', () => {
    expect(together({householdId: 'a'}, {householdId: 'a', placementPostcode: 'BR1 1AA'})).toEqual([1, 1, 0])
    expect(together({householdId: 'a'}, {householdId: 'b'})).toEqual([0, 1, 0])
  })

  it('are together at one postcode and URN', () => {
    expect(together({}, {placementPostcode: 'SE135AB'}, {})).toEqual([1, 1, 0])
    expect(together({urn: 'SC1'}, {urn: 'SC2'})).toEqual([0, 1, 0])
    expect(together({}, {placementPostcode: 'BR1 1AA'}, {})).toEqual([0, 1, 0])
  })

  it('are not known to be together where a postcode is missing, unless others are apart', () => {
    expect(together({}, {placementPostcode: null})).toEqual([0, 1, 1])
    expect(together({}, {placementPostcode: null}, {placementPostcode: 'BR1 1AA'})).toEqual([0, 1, 0])
  })

  it('are no group when only one of them is looked after', () => {
    const [looked, left] = family({}, {until: '2025-01-01', ceased: 'E4A'})
    expect(numbers('siblings-together', {histories: [looked!, left!, aHistory()]})).toEqual([0, 0, 0])
  })

  it('who live apart by plan are shown apart', () => {
    const facts = {histories: family({}, {placementPostcode: 'BR1 1AA'}), apartByPlan: ['family']}
    expect(numbers('siblings-together', facts)).toEqual([0, 1, 0])
    expect(numbers('siblings-apart-by-plan', facts)).toEqual([1, 1, 0])
    expect(rows('siblings-together', facts)).toEqual([
      {about: 'family', standing: 'not-counted', amount: 0, words: '2 looked after, apart; apart by plan'},
    ])
  })
})
