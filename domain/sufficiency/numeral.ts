import type {Day} from '../calendar.ts'

/** Later than any day: the end of what has none. */
export const NO_END = 99_991_231

/**
 * A day as a number that sorts as days do and fits a column of 32 bits: `2025-03-31` is 20250331. A national history
 * has two million days; reading each through Date takes twenty times as long.
 */
export const numeral = (day: Day): number =>
  digits(day, 0, 4) * 10_000 + digits(day, 5, 7) * 100 + digits(day, 8, 10)

const ZERO = 48

function digits(day: Day, from: number, until: number): number {
  let number = 0
  for (let i = from; i < until; i++) number = number * 10 + day.charCodeAt(i) - ZERO
  return number
}

/** Completed years between two numerals. A birthday on 29 February is completed on 1 March. */
export const completedYears = (from: number, on: number): number => Math.floor((on - from) / 10_000)
