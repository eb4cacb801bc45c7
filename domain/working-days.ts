import {BANK_HOLIDAYS} from './bank-holidays.ts'
import {addDays, type Day, dayNumber} from './calendar.ts'

/**
 * Working days leave out Saturdays, Sundays and the bank holidays of England and Wales. The day of the event is
 * never counted. All throw RangeError for a year whose bank holidays are not known: guessed, a day that the law
 * sets would be wrong in silence.
 */

/** Whether the bank holidays of a day's year are known. */
export const hasWorkingDays = (day: Day): boolean => BANK_HOLIDAYS.has(Number(day.slice(0, 4)))

export function isWorkingDay(day: Day): boolean {
  const holidays = BANK_HOLIDAYS.get(Number(day.slice(0, 4)))
  if (holidays === undefined) throw new RangeError('The bank holidays of that year are not known.')
  // 1 January 1970 was a Thursday: days 2 and 3 were a Saturday and a Sunday.
  const isWeekend = [2, 3].includes(dayNumber(day) % 7)
  return !isWeekend && !holidays.includes(day.slice(5))
}

/** The working day so many after a day, or before it when negative; with none, the day itself. */
export function addWorkingDays(day: Day, workingDays: number): Day {
  const step = Math.sign(workingDays)
  let reached = day
  for (let left = Math.abs(workingDays); left > 0; ) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/** How many working days come after `from`, up to and including `to`; negative when `to` is the earlier. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(to, from)
  let counted = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) counted += 1
  return counted
}
