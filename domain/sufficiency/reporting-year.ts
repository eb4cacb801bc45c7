import {addDays, type Day} from '../calendar.ts'

/** The first day of the year, 1 April to 31 March, that contains a day. */
export function yearStart(day: Day): Day {
  const year = Number(day.slice(0, 4))
  return `${day.slice(5) < '04-01' ? year - 1 : year}-04-01`
}

/** The newest collection year, by its end, that is over when a day ends: on 31 March its own. */
export const lastYearEnded = (day: Day): number => Number(yearStart(addDays(day, 1)).slice(0, 4))

/**
 * The same day of an earlier month, or the last of that month where it is shorter: 30 months before 31 March 2025
 * is 30 September 2022, the day that DfE's long-term stability measure asks for.
 */
export function monthsBefore(day: Day, months: number): Day {
  const month = monthOf(day) - months
  const same = `${firstOf(month).slice(0, 8)}${day.slice(8)}`
  const last = lastOf(month)
  return same < last ? same : last
}

/** The last day of each month, from the month of one day to the month of another; the latter day itself, if that comes first. */
export function monthEnds(from: Day, until: Day): readonly Day[] {
  const count = Math.max(0, monthOf(until) - monthOf(from) + 1)
  return Array.from({length: count}, (_, i) => {
    const last = lastOf(monthOf(from) + i)
    return last < until ? last : until
  })
}

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const lastOf = (month: number): Day => addDays(firstOf(month + 1), -1)
const firstOf = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
