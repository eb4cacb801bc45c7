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

/** `2026-12-04` as it is said: `4 December 2026`. A shortlist says one day of hundreds of homes, so the last is remembered. */
export function dayInWords(day: Day): string {
  if (day !== said.day)
    said = {day, words: `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`}
  return said.words
}

let said: {readonly day: Day; readonly words: string} = {day: '', words: ''}

const HOUR_MS = 3_600_000

/** The last Sunday of a month that has 31 days. */
function lastSunday(year: string, month: '03' | '10'): Day {
  const last = dayNumber(`${year}-${month}-31`)
  // 1 January 1970 was a Thursday, so Sundays are 3 over a multiple of 7.
  return dayOf(last - ((last + 4) % 7))
}

/** The moment at which a day starts in England: an hour before UTC's in summer time (SI 2002/262). */
export function startOfDay(day: Day): Instant {
  const year = day.slice(0, 4)
  // The clocks change at 01:00 UTC, after midnight: the day of the change starts in the time before it.
  const isSummer = day > lastSunday(year, '03') && day <= lastSunday(year, '10')
  return new Date(dayNumber(day) * DAY_MS - (isSummer ? HOUR_MS : 0)).toISOString()
}

/** The day that it is in England at a moment. */
export function dayInEngland(at: Instant): Day {
  const next = addDays(at.slice(0, 10), 1)
  return at >= startOfDay(next) ? next : at.slice(0, 10)
}
