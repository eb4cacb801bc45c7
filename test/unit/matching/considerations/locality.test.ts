import {describe, expect, it} from 'vitest'
import type {AuthorityId} from '../../../../domain/ids.ts'
import {
  aChild,
  aHome,
  aHousehold,
  BEXLEY,
  BROMLEY,
  CATFORD,
  childId,
  eastOf,
  LEWISHAM,
} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const homeAt = (miles: number) => [aHome(aHousehold({home: eastOf(CATFORD, miles)}))]

describe('near home', () => {
  it.each([
    ['at the very door', 0, 1, 'under 0.1 miles from home'],
    ['up to 1 mile', 1, 1, '1 mile from home'],
    ['halfway between 1 and 20 miles', 10.5, 0.5, '10.5 miles from home'],
    ['at 20 miles', 20, 0, '20 miles from home'],
    ['beyond 20 miles', 21, 0, '21 miles from home'],
  ])('%s', (_, miles, score, words) => {
    expect(consider('locality.home', {supply: homeAt(miles)})).toMatchObject({score, words, known: true})
  })

  it("names the outward half of the home's postcode, never the whole", () => {
    const home = {...eastOf(CATFORD, 1.2), postcode: 'SE13 7RU'}
    expect(consider('locality.home', {supply: [aHome(aHousehold({home}))]})?.words).toBe(
      '1.2 miles from home (SE13)',
    )
  })

  it('does not apply to a child whose home is not known', () => {
    const {home: _, ...child} = aChild()
    expect(consider('locality.home', {children: [child], supply: homeAt(5)})).toBeUndefined()
  })

  it('is the mean over children who lived apart, and says which is which', () => {
    const children = [
      aChild(),
      aChild({id: childId('child-2'), dob: '2026-09-01', home: eastOf(CATFORD, 20)}),
    ]
    expect(consider('locality.home', {children, supply: homeAt(0)})).toMatchObject({
      score: 0.5,
      words: 'for the child aged 10: under 0.1 miles from home; for the baby: 20 miles from home',
    })
  })
})

describe('near school', () => {
  const atSchool = (keep: boolean) => [aChild({school: {location: CATFORD, keep, keyStage4: false}})]

  it.each([
    [1, 1],
    [5.5, 0.5],
    [10, 0],
  ])('%d miles from a school to keep', (miles, score) => {
    expect(consider('locality.school', {children: atSchool(true), supply: homeAt(miles)})).toMatchObject({
      score,
    })
  })

  it('does not apply when the child need not keep the school, or has none', () => {
    expect(consider('locality.school', {children: atSchool(false)})).toBeUndefined()
    expect(consider('locality.school', {children: [aChild({school: null})]})).toBeUndefined()
    expect(consider('locality.school', {})).toBeUndefined()
  })
})

describe('in the area', () => {
  it.each([
    ['own', LEWISHAM, 1, "in the authority's own area"],
    ['adjoining', BROMLEY, 0.5, 'in an adjoining area'],
    ['another', BEXLEY, 0, "outside the authority's area and those that adjoin it"],
    ['Welsh', 'W06000015' as AuthorityId, 0, "outside the authority's area and those that adjoin it"],
  ])('%s', (_, authorityId, score, words) => {
    const supply = [aHome(aHousehold({authorityId}))]
    expect(consider('locality.area', {supply})).toMatchObject({score, words, known: true})
  })
})

describe('near family time', () => {
  const visiting = (...places: [miles: number, visitsAMonth: number][]) => [
    aChild({
      familyTime: places.map(([miles, visitsAMonth]) => ({location: eastOf(CATFORD, miles), visitsAMonth})),
    }),
  ]

  it('weighs each place by its visits a month', () => {
    expect(
      consider('locality.family-time', {children: visiting([20, 1], [0, 3]), supply: homeAt(0)}),
    ).toMatchObject({
      score: 0.75,
      words: 'under 0.1 miles and 20 miles from family time',
    })
  })

  it('does not apply without a place that is visited', () => {
    expect(consider('locality.family-time', {children: visiting()})).toBeUndefined()
    expect(consider('locality.family-time', {children: visiting([3, 0])})).toBeUndefined()
    expect(consider('locality.family-time', {})).toBeUndefined()
  })

  it('is the same to the last bit in whatever order the places were recorded', () => {
    const places: [number, number][] = [
      [3.3, 1],
      [7.7, 3],
      [11.1, 7],
      [13.9, 11],
    ]
    const scores = [places, places.toReversed()].map(order =>
      consider('locality.family-time', {children: visiting(...order)}),
    )
    expect(scores[0]).toEqual(scores[1])
  })
})
