import {describe, expect, test} from 'vitest'
import {isLinearizable, type Operation} from '../../support/linearizability.ts'
import {type Asked, type Heard, household} from './household.ts'

type Told = Operation<Asked, Heard>

const heard = (call: number, end: number, input: Asked, output: Heard): Told => ({
  call,
  return: end,
  input,
  output,
})
const lost = (call: number, input: Asked): Told => ({call, return: null, input})
const isPossible = (places: number, ...told: readonly Told[]) => isLinearizable(told, household(places))

describe('with one caller at a time', () => {
  test('nothing has happened, and that can be explained', () => expect(isPossible(1)).toBe(true))

  test('the only place is held, given back and held again', () =>
    expect(
      isPossible(
        1,
        heard(0, 1, 'hold', 'held'),
        heard(2, 3, 'release', 'released'),
        heard(4, 5, 'hold', 'held'),
      ),
    ).toBe(true))

  test('the only place is not held twice', () =>
    expect(isPossible(1, heard(0, 1, 'hold', 'held'), heard(2, 3, 'hold', 'held'))).toBe(false))

  test('nobody is turned away from an empty home', () =>
    expect(isPossible(1, heard(0, 1, 'hold', 'full'))).toBe(false))

  test('a read is not stale', () =>
    expect(isPossible(1, heard(0, 1, 'hold', 'held'), heard(2, 3, 'read', 0))).toBe(false))
})

describe('with callers at once', () => {
  test('either of two may get the last place', () => {
    expect(isPossible(1, heard(0, 5, 'hold', 'held'), heard(1, 4, 'hold', 'full'))).toBe(true)
    expect(isPossible(1, heard(0, 5, 'hold', 'full'), heard(1, 4, 'hold', 'held'))).toBe(true)
  })

  test('both may not', () =>
    expect(isPossible(1, heard(0, 5, 'hold', 'held'), heard(1, 4, 'hold', 'held'))).toBe(false))

  test('a read beside a hold may see it or not, but not see it and then not', () => {
    const hold = heard(0, 10, 'hold', 'held')
    expect(isPossible(1, hold, heard(1, 2, 'read', 0), heard(3, 4, 'read', 1))).toBe(true)
    expect(isPossible(1, hold, heard(1, 2, 'read', 1), heard(3, 4, 'read', 0))).toBe(false)
  })

  test('one who was answered before another called came first', () =>
    expect(isPossible(1, heard(0, 1, 'hold', 'full'), heard(2, 3, 'hold', 'held'))).toBe(false))

  test('a call at the very moment of a return overlaps it', () =>
    expect(isPossible(1, heard(0, 2, 'hold', 'full'), heard(2, 3, 'hold', 'held'))).toBe(true))

  test('it does not matter in which order the history is told', () => {
    const told = [
      heard(0, 1, 'hold', 'held'),
      heard(2, 6, 'release', 'released'),
      heard(3, 7, 'hold', 'held'),
    ] as const
    expect(isPossible(1, ...told)).toBe(true)
    expect(isPossible(1, ...told.toReversed())).toBe(true)
  })
})

describe('when a reply was lost', () => {
  test('what was asked may have happened', () =>
    expect(isPossible(1, lost(0, 'hold'), heard(5, 6, 'hold', 'full'))).toBe(true))

  test('or not', () => expect(isPossible(1, lost(0, 'hold'), heard(5, 6, 'hold', 'held'))).toBe(true))

  test('or later than others who called later', () =>
    expect(
      isPossible(1, lost(0, 'hold'), heard(5, 6, 'read', 0), heard(7, 8, 'read', 1), heard(9, 10, 'read', 1)),
    ).toBe(true))

  test('but not before it was asked', () =>
    expect(isPossible(1, heard(0, 1, 'read', 1), lost(2, 'hold'))).toBe(false))

  test('nor twice', () =>
    expect(
      isPossible(
        2,
        lost(0, 'hold'),
        heard(1, 2, 'read', 1),
        heard(3, 4, 'hold', 'held'),
        heard(5, 6, 'hold', 'held'),
      ),
    ).toBe(false))
})

test('64 callers who were all told that they hold one of 3 places are found out soon', () => {
  const told = Array.from({length: 64}, (_, index) =>
    heard(index, 1_000, 'hold', index < 4 ? 'held' : 'full'),
  )
  expect(isPossible(3, ...told)).toBe(false)
  expect(isPossible(4, ...told)).toBe(true)
})
