import {addDays, type Day, dayNumber} from '../calendar.ts'
import {monthsBefore} from '../sufficiency/reporting-year.ts'
import {addWorkingDays, workingDaysBetween} from '../working-days.ts'
import type {Pause} from './application.ts'

/** How long a clock runs. The day of the event is not counted. */
export interface Limit {
  readonly value: number
  readonly unit: 'working-days' | 'days' | 'months'
}

/** The same day of a later month, or the last of that month where it is shorter. */
export const monthsAfter = (day: Day, months: number): Day => monthsBefore(day, -months)

/** The last day of a limit that began on a day; a pause that lasts is taken to end on the day after `asOf`. */
export function lastDayOf(from: Day, limit: Limit, pauses: readonly Pause[], asOf: Day): Day {
  let due = spanAfter(from, limit)
  for (const pause of pauses) {
    if (pause.from > due) break
    const first = pause.from > from ? pause.from : addDays(from, 1)
    const end = pause.until ?? addDays(asOf, 1)
    due = laterBy(due, limit, first, end)
  }
  return due
}

function spanAfter(from: Day, {value, unit}: Limit): Day {
  if (unit === 'months') return monthsAfter(from, value)
  return unit === 'days' ? addDays(from, value) : addWorkingDays(from, value)
}

/** By as much as the time from `first` up to, not including, `end` has of what the limit counts. */
function laterBy(due: Day, {unit}: Limit, first: Day, end: Day): Day {
  if (end <= first) return due
  if (unit === 'working-days')
    return addWorkingDays(due, workingDaysBetween(addDays(first, -1), addDays(end, -1)))
  return addDays(due, dayNumber(end) - dayNumber(first))
}
