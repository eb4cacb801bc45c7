import {describe, expect, it} from 'vitest'
import {PLACE_CODES, PROVIDER_CODES} from '../../../domain/placement/codes.ts'
import {MAPPINGS, type Mapping, serviceTerm, standingIn} from '../../../domain/sufficiency/provision.ts'
import {aHistory, anEpisode, children, figure, numbers, rows} from './a-history.ts'

/** 470 children: 29% with the authority's own carers, 41% with IFAs', the others in children's homes. */
const headline = [
  ...children(40, {place: 'U3', provider: 'PR1'}),
  ...children(96, {place: 'U6', provider: 'PR1'}),
  ...children(193, {place: 'U4', provider: 'PR4'}),
  ...children(141, {place: 'K2', provider: 'PR4'}),
]
const percent = (id: string, histories = headline) => Number(figure(id, {histories}).value?.toFixed(1))

describe('the in-house and IFA shares', () => {
  it('are of all children looked after: 29% and 41% of 470 are 136 and 193, and 329 are fostered', () => {
    expect(numbers('own-provision-foster', {histories: headline})).toEqual([136, 470, 0])
    expect(numbers('all-ifa-foster', {histories: headline})).toEqual([193, 470, 0])
    expect(numbers('foster', {histories: headline})).toEqual([329, 470, 0])
    expect([percent('own-provision-foster'), percent('all-ifa-foster'), percent('foster')]).toEqual([
      28.9, 41.1, 70,
    ])
  })

  it('are other numbers among fostered children: 41.3% in-house and 58.7% IFA', () => {
    expect(numbers('in-house-of-foster', {histories: headline})).toEqual([136, 329, 0])
    expect(numbers('ifa-of-foster', {histories: headline})).toEqual([193, 329, 0])
    expect([percent('in-house-of-foster'), percent('ifa-of-foster')]).toEqual([41.3, 58.7])
  })

  it('keep kinship carers apart under the strict mapping, and add them under the headline one', () => {
    expect(numbers('in-house-foster', {histories: headline})).toEqual([96, 470, 0])
    expect(numbers('kinship-foster', {histories: headline})).toEqual([40, 470, 0])
    expect(figure('in-house-foster', {}).source).toContain('`strict`')
    expect(figure('own-provision-foster', {}).source).toContain('`headline`')
  })

  it('do not guess a provider that is not recorded: the child stays in the denominator', () => {
    const histories = [
      ...children(3),
      ...children(1, {provider: null}),
      ...children(1, {place: 'K2', provider: null}),
    ]
    expect(numbers('in-house-foster', {histories})).toEqual([3, 5, 1])
    expect(numbers('in-house-of-foster', {histories})).toEqual([3, 4, 1])
    expect(numbers('kinship-foster', {histories})).toEqual([0, 5, 0])
    expect(rows('in-house-foster', {histories}).find(({standing}) => standing === 'unknown')?.words).toBe(
      'U6, no provider recorded',
    )
  })
})

describe('other authorities’ carers', () => {
  const home = {place: 'U4', provider: 'PR2'} as const

  it('have a line of their own under the strict mapping, and are in-house under the regional one', () => {
    expect(serviceTerm('strict', home)).toBe('other-authority-foster')
    expect(serviceTerm('regional', home)).toBe('in-house-foster')
    const histories = children(2, home)
    expect(numbers('in-house-foster', {histories})).toEqual([0, 2, 0])
    expect(numbers('other-authority-foster', {histories})).toEqual([2, 2, 0])
    expect(numbers('in-house-foster-regional', {histories})).toEqual([2, 2, 0])
  })
})

it('a relative approved by an IFA is kinship under both mappings', () => {
  for (const mapping of ['strict', 'regional'] as const)
    expect(serviceTerm(mapping, {place: 'U3', provider: 'PR4'})).toBe('kinship-foster')
})

it('secure children’s homes are of the published group and not residential', () => {
  const histories = [
    ...children(1, {place: 'K1', provider: 'PR1'}),
    ...children(1, {place: 'K2', provider: 'PR4'}),
  ]
  expect(numbers('childrens-homes', {histories})).toEqual([2, 2, 0])
  expect(numbers('residential', {histories})).toEqual([1, 2, 0])
  expect(numbers('residential-external', {histories})).toEqual([1, 2, 0])
  expect(numbers('secure', {histories})).toEqual([1, 2, 0])
})

it('supported accommodation is K3, and H5 and P2 of older years', () => {
  const histories = (['K3', 'H5', 'P2'] as const).flatMap(place => children(1, {place, provider: 'PR4'}))
  expect(numbers('supported', {histories})).toEqual([3, 3, 0])
})

it.each(Object.keys(MAPPINGS) as Mapping[])('no home has two terms under the %s mapping', mapping => {
  for (const place of PLACE_CODES)
    for (const provider of PROVIDER_CODES) {
      const fitting = Object.values(MAPPINGS[mapping]).filter(
        provision => standingIn(provision, {place, provider}) === 'counted',
      )
      expect(fitting.length).toBeLessThan(2)
    }
})

describe('the rate', () => {
  const rate = (count: number, population: number) =>
    figure('rate-per-10000', {
      histories: children(count),
      population: {count: population, source: 'ONS mid-year estimate 2024', on: '2024-06-30'},
    })

  it.each([
    [470, 62_052, 75.7],
    [439, 62_052, 70.7],
    [469, 68_000, 69],
  ])('%i children of %i are %f for each 10,000', (count, population, value) => {
    expect(Number(rate(count, population).value?.toFixed(1))).toBe(value)
    expect(rate(count, population)).toMatchObject({
      numerator: count,
      denominator: population,
      unit: 'per-10000',
    })
  })

  it('469.2 of 68,000, which nobody can be, would be 69 for each 10,000; on 62,052 470 are 75.7', () => {
    expect((68_000 * 69) / 10_000).toBe(469.2)
    expect(rate(470, 68_000).value).toBeCloseTo(69.1, 1)
    expect(rate(470, 62_052).value).toBeCloseTo(75.7, 1)
  })

  it('says its population, and is not known without one', () => {
    expect(rate(1, 62_052).definition).toContain('62,052 children')
    expect(rate(1, 62_052).definition).toContain('ONS mid-year estimate 2024, 30 June 2024')
    expect(figure('rate-per-10000', {histories: children(1), population: null})).toMatchObject({
      denominator: null,
      value: null,
    })
  })
})

it.each([
  [300, 68.3],
  [149, 33.9],
  [290, 66.1],
  [76, 17.3],
  [51, 11.6],
  [39, 8.9],
  [131, 29.8],
  [252, 57.4],
  [18, 4.1],
  [42, 9.6],
])('%i of 439 children are %f%', (count, value) => {
  const histories = [...children(count), ...children(439 - count, {place: 'P1', provider: 'PR0'})]
  expect(percent('foster', histories)).toBe(value)
})

it('37 of 439 children with three placements are 8.4%', () => {
  const moved = Array.from({length: 37}, () =>
    aHistory({
      episodes: ['2024-05-01', '2024-06-01', '2024-07-01'].map((from, i, all) =>
        anEpisode({from, until: all[i + 1] ?? null, ceased: i < 2 ? 'X1' : null, began: i === 0 ? 'S' : 'P'}),
      ),
    }),
  )
  expect(percent('three-or-more-placements', [...moved, ...children(402)])).toBe(8.4)
})
