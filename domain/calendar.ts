/** A day, `YYYY-MM-DD`. Strings of this form sort as dates do. */
export type Day = string
/** A moment, ISO 8601 in UTC, `2026-11-23T09:30:00.000Z`. */
export type Instant = string

const DAY_MS = 86_400_000

/** Days since 1970-01-01; NaN when the text is not a day that exists (`2026-02-30`). */
export function dayNumber(day: Day): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return Number.NaN
  return ms / DAY_MS
}

export const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)
export const isDay = (text: string): boolean => !Number.isNaN(dayNumber(text))

/** Completed years on a day; negative before birth. A birthday on 29 February is completed on 1 March. */
export function ageOn(dob: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(dob.slice(0, 4))
  return on.slice(5) < dob.slice(5) ? years - 1 : years
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-12-04` as it is said: `4 December 2026`. */
export const dayInWords = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
