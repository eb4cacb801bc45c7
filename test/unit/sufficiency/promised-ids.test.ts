import {expect, it} from 'vitest'
import {INDICATOR_IDS} from '../../../domain/sufficiency/indicator-ids.ts'
import {FIGURES} from '../../../domain/sufficiency/indicators.ts'
import {figure} from './a-history.ts'

it.each([
  ['children-looked-after', 'children'],
  ['rate-per-10000', 'per-10000'],
  ['foster', 'percent'],
  ['kinship-foster', 'percent'],
  ['in-house-foster', 'percent'],
  ['ifa-foster', 'percent'],
  ['own-provision-foster', 'percent'],
  ['all-ifa-foster', 'percent'],
  ['in-house-of-foster', 'percent'],
  ['ifa-of-foster', 'percent'],
  ['childrens-homes', 'percent'],
  ['supported', 'percent'],
  ['with-parents', 'percent'],
  ['placed-for-adoption', 'percent'],
  ['inside-authority', 'percent'],
  ['over-20-miles', 'percent'],
  ['siblings-together', 'percent'],
  ['three-or-more-placements', 'percent'],
  ['long-term-stability', 'percent'],
  ['sdq-mean', 'points'],
  ['sdq-concern', 'percent'],
  ['uasc', 'percent'],
  ['starts-in-year', 'children'],
  ['ceased-in-year', 'children'],
  ['places-approved', 'places'],
  ['places-filled', 'places'],
  ['places-vacant', 'places'],
  ['places-not-available', 'places'],
  ['referral-to-placement-days', 'days'],
  ['referrals-unmet', 'referrals'],
  ['weekly-spend', 'pence-a-week'],
  ['high-cost-placements', 'placements'],
])('%s is an indicator in %s', (id, unit) => {
  expect(INDICATOR_IDS).toContain(id)
  const {title, definition, source, unit: of} = figure(id, {})
  expect(of).toBe(unit)
  for (const words of [title, definition, source]) expect(words).not.toBe('')
})

it('the list of ids, which schemas read, names every figure in its order', () => {
  expect(FIGURES.map(({id}) => id)).toEqual(INDICATOR_IDS)
})
