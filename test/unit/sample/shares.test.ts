import {expect, it} from 'vitest'
import {makeRandom} from '../../../sample/random.ts'
import {allot, draw, largestRemainder} from '../../../sample/shares.ts'

it('parts 470 children into 136 in-house, 193 with agencies and 141 elsewhere', () => {
  expect(largestRemainder(470, {inHouse: 29, ifa: 41, rest: 30})).toEqual({inHouse: 136, ifa: 193, rest: 141})
})

it('gives the last to the first of equals', () => {
  expect(largestRemainder(3, {a: 1, b: 1})).toEqual({a: 2, b: 1})
  expect(largestRemainder(0, {a: 1, b: 1})).toEqual({a: 0, b: 0})
})

const groups = [[1, 2, 3], [4, 5], [6, 7], [8], [9], [10], [11]]
const size = (group: readonly number[]) => group.length

it('draws groups until the quota is met exactly, keeping everybody in one of the two piles', () => {
  for (const quota of [0, 1, 2, 5, 10, 11]) {
    const {drawn, rest} = draw(groups, quota, makeRandom(quota), () => 1, size)
    expect(drawn.flat()).toHaveLength(quota)
    expect([...drawn, ...rest].flat().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  }
})

it('takes those first who must be drawn, and never those who cannot be', () => {
  const weight = (each: number) => (each === 3 ? Number.POSITIVE_INFINITY : each === 5 ? 0 : 1)
  for (let seed = 0; seed < 30; seed++) {
    expect(draw([1, 2, 3, 4, 5], 1, makeRandom(seed), weight).drawn).toEqual([3])
    expect(draw([1, 2, 3, 4, 5], 5, makeRandom(seed), weight).rest).toEqual([5])
  }
})

it('allots every group whole, filling each quota', () => {
  for (let seed = 0; seed < 30; seed++) {
    const allotted = allot(groups, {a: 6, b: 5}, makeRandom(seed), size)
    const inA = groups.filter(group => allotted.get(group) === 'a')
    expect(allotted.size).toBe(groups.length)
    expect(inA.flat()).toHaveLength(6)
  }
})
