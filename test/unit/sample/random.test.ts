import {expect, it} from 'vitest'
import {makeRandom} from '../../../sample/random.ts'

const draws = (seed: number | string) => {
  const random = makeRandom(seed)
  return Array.from({length: 50}, random.next)
}

it('draws the same from the same seed, and something else from another', () => {
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
  expect(draws('7/people')).not.toEqual(draws('7/homes'))
})

it('does not let one theme change what another draws', () => {
  const untouched = makeRandom(7)
  const busy = makeRandom(7)
  for (let turn = 0; turn < 100; turn++) busy.next()
  expect(busy.fork('homes').next()).toBe(untouched.fork('homes').next())
  expect(busy.fork('homes').next()).not.toBe(untouched.fork('people').next())
})

it('draws evenly, and by weight where weights are given', () => {
  const random = makeRandom(1)
  const tally = {a: 0, b: 0, c: 0}
  for (let turn = 0; turn < 20_000; turn++) tally[random.byWeight({a: 1, b: 3, c: 0})] += 1
  expect(tally.a / 20_000).toBeCloseTo(0.25, 1)
  expect(tally.c).toBe(0)
  const numbers = Array.from({length: 20_000}, () => random.integer(1, 6))
  for (const face of [1, 2, 3, 4, 5, 6])
    expect(numbers.filter(each => each === face).length / 20_000).toBeCloseTo(1 / 6, 1)
})

it('shuffles without losing or doubling anybody', () => {
  const cards = Array.from({length: 52}, (_, index) => index)
  const shuffled = makeRandom(3).shuffle(cards)
  expect(shuffled).not.toEqual(cards)
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(cards)
  expect(makeRandom(3).some(cards, 5)).toHaveLength(5)
})

it('makes UUIDs that differ', () => {
  const random = makeRandom(11)
  const ids = Array.from({length: 5000}, random.uuid)
  expect(new Set(ids).size).toBe(5000)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
