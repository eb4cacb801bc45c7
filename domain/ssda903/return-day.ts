import type {Day} from '../calendar.ts'

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days since 1970-01-01 of a day that may lie past the end of its month: 29 February of a common year is 1 March. */
function dayNumberOf(year: number, month: number, day: number): number {
  // Counted from March, so that the leap day ends a year (H. Hinnant, "chrono-compatible low-level date algorithms").
  const y = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function isReal(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && isLeap ? 29 : DAYS_IN_MONTH[month - 1]!)
}

/**
 * Days since 1970-01-01 of a date of the return, `dd/mm/yyyy`, or of its anniversary so many years later; NaN when it is
 * blank or no date that exists, so that no comparison with it holds. An anniversary of 29 February is 1 March.
 */
export function returnDay(text: string | null | undefined, yearsLater = 0): number {
  if (text?.length !== 10 || text[2] !== '/' || text[5] !== '/') return Number.NaN
  const year = digits(text, 6, 10)
  const month = digits(text, 3, 5)
  const day = digits(text, 0, 2)
  return isReal(year, month, day) ? dayNumberOf(year + yearsLater, month, day) : Number.NaN
}

/** The same of `YYYY-MM-DD`. Ten times as fast as the calendar's, and asked twice for every child. */
export function isoDay(text: string): number {
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  return isReal(year, month, day) ? dayNumberOf(year, month, day) : Number.NaN
}

/** `31/03/2025` as `2025-03-31`; null when it is blank or no date that exists. */
export const dayOfReturn = (text: string | null | undefined): Day | null =>
  Number.isNaN(returnDay(text)) ? null : `${text!.slice(6)}-${text!.slice(3, 5)}-${text!.slice(0, 2)}`
