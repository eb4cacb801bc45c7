import {describe, expect, it} from 'vitest'
import {milesBetween} from '../../../domain/location.ts'
import {BROMLEY, LEWISHAM} from '../../support/matching.ts'
import {children, numbers, rows} from './a-history.ts'

const at = (east: number, north: number) =>
  milesBetween({easting: 530_000, northing: 170_000}, {easting: 530_000 + east, northing: 170_000 + north})

describe('over 20 miles', () => {
  it.each([
    [3_000, 4_000, 3.1, 0],
    [10_000, 0, 6.2, 0],
    [32_186, 0, 20, 0],
    [32_300, 0, 20.1, 1],
    [0, 0, 0, 0],
  ])('%i m east and %i m north are %f miles', (east, north, miles, counted) => {
    expect(at(east, north)).toBe(miles)
    expect(numbers('over-20-miles', {histories: children(1, {distanceMiles: miles})})).toEqual([
      counted,
      1,
      0,
    ])
    expect(numbers('within-20-miles', {histories: children(1, {distanceMiles: miles})})).toEqual([
      1 - counted,
      1,
      0,
    ])
  })

  it.each([null, 999.9])('a distance of %s is not known and stays in the denominator', distanceMiles => {
    const histories = [...children(2, {distanceMiles: 25}), ...children(1, {distanceMiles})]
    expect(numbers('over-20-miles', {histories})).toEqual([2, 3, 1])
    expect(numbers('within-20-miles', {histories})).toEqual([0, 3, 1])
    expect(numbers('distance-unknown', {histories})).toEqual([1, 3, 0])
    expect(rows('over-20-miles', {histories}).map(({words}) => words)).toContain(
      'distance not known, inside the authority',
    )
  })
})

describe('over 20 miles and outside the authority', () => {
  it.each([
    [25, BROMLEY, [1, 1, 0]],
    [25, 'E09000023', [0, 1, 0]],
    [20, BROMLEY, [0, 1, 0]],
    [25, null, [0, 1, 1]],
    [null, BROMLEY, [0, 1, 1]],
    [null, 'E09000023', [0, 1, 0]],
    [4, null, [0, 1, 0]],
    [25, 'SCO', [1, 1, 0]],
  ])('%s miles in %s', (distanceMiles, placementAuthority, expected) => {
    const histories = children(1, {distanceMiles, placementAuthority})
    expect(numbers('over-20-miles-outside', {histories})).toEqual(expected)
  })
})

it('inside the authority is by the area in which the home stands; one that is not known stays', () => {
  const histories = [
    ...children(3),
    ...children(2, {placementAuthority: BROMLEY}),
    ...children(1, {placementAuthority: 'SCO'}),
    ...children(1, {placementAuthority: null}),
  ]
  expect(numbers('inside-authority', {histories})).toEqual([3, 7, 1])
})

it('the rows behind a distance say where the home stands, by name', () => {
  const histories = [LEWISHAM, BROMLEY, 'SCO', null].map(
    placementAuthority => children(1, {placementAuthority, distanceMiles: 23.4})[0]!,
  )
  expect(rows('over-20-miles', {histories}).map(({words}) => words)).toEqual([
    '23.4 miles, inside the authority',
    '23.4 miles, in Bromley',
    '23.4 miles, in Scotland',
    '23.4 miles, area not known',
  ])
})
