import {describe, expect, it} from 'vitest'
import {breakdownOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {publishBreakdown, publishedIndicatorsAt} from '../../../domain/sufficiency/publish.ts'
import {CENSUS_DAY, children, factsOf} from './a-history.ts'

const published = (id: string, by: string, histories: ReturnType<typeof children>) => {
  const {total, parts} = publishBreakdown(breakdownOf(id, by, prepare(factsOf({histories})), CENSUS_DAY)!)
  return {total, of: Object.fromEntries(parts.map(({key, ...numbers}) => [key, numbers]))}
}

describe('in what is published', () => {
  it('one to five are suppressed, six are not, and nought stays nought', () => {
    const histories = [
      ...children(5, {need: 'N1'}),
      ...children(1, {need: 'N2'}),
      ...children(6, {need: 'N3'}),
    ]
    const {total, of} = published('children-looked-after', 'need', histories)
    expect(total.numerator).toBe(12)
    expect(of).toMatchObject({
      N1: {numerator: 'c'},
      N2: {numerator: 'c'},
      N3: {numerator: 6},
      N4: {numerator: 0},
    })
  })

  it('one small number takes the next smallest with it, or the total would give it away', () => {
    const histories = [
      ...children(3, {need: 'N1'}),
      ...children(20, {need: 'N2'}),
      ...children(9, {need: 'N3'}),
    ]
    const {total, of} = published('children-looked-after', 'need', histories)
    expect(total.numerator).toBe(32)
    expect(of).toMatchObject({N1: {numerator: 'c'}, N2: {numerator: 20}, N3: {numerator: 'c'}})
  })

  it('a share of suppressed numbers is suppressed', () => {
    const histories = [...children(3), ...children(27, {place: 'K2', provider: 'PR4'})]
    expect(published('foster', 'sex', histories).total).toEqual({
      numerator: 'c',
      denominator: 30,
      unknown: 0,
      value: 'c',
    })
  })

  it('so is a share whose remainder is small', () => {
    const histories = [...children(27), ...children(3, {place: 'K2', provider: 'PR4'})]
    expect(published('foster', 'sex', histories).total.numerator).toBe('c')
  })

  it('the cost of a handful of children is not shown', () => {
    const histories = children(3)
    const costs = histories.map(({reference}) => ({
      reference,
      weeklyPence: 90_000,
      from: '2025-01-01',
      until: null,
      provision: null,
    }))
    const prepared = prepare(factsOf({histories, costs}))
    const unitCost = publishedIndicatorsAt(prepared, CENSUS_DAY).find(({id}) => id === 'unit-cost')
    expect(unitCost).toMatchObject({numerator: 'c', denominator: 'c', value: 'c'})
  })

  it('figures side by side do not give each other away', () => {
    const histories = [...children(40), ...children(60, {provider: 'PR4'}), ...children(2, {provider: 'PR2'})]
    const of = Object.fromEntries(
      publishedIndicatorsAt(prepare(factsOf({histories})), CENSUS_DAY).map(({id, numerator}) => [
        id,
        numerator,
      ]),
    )
    expect(of['other-authority-foster']).toBe('c')
    expect([of['foster'], of['in-house-foster'], of['ifa-foster'], of['kinship-foster']]).toContain('c')
    expect(of['own-provision-foster']).toBe('c')
    expect(of['in-house-of-foster']).toBe('c')
  })
})
