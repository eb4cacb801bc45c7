import {dayOfReturn} from '../ssda903/return-day.ts'

/** A row of the cost extract: what a child's placement costs a week, from a day to a day. */
export interface CostRow {
  readonly row: number
  readonly values: Readonly<Record<string, string | null>>
}

/** Pence of a week, as whole pounds never reach: 63,000 pounds a week is the most that has been reported (LGA 2023). */
const MOST_PENCE = 100_000_00

/** What is wrong with a row of the cost extract, in words; null when nothing is. */
export function faultsOfCost({values}: CostRow): string | null {
  const {WEEKLY_PENCE: pence, FROM: from, TO: to} = values
  const words: string[] = []
  if (!/^\d{1,8}$/.test(pence ?? '') || Number(pence) > MOST_PENCE)
    words.push('WEEKLY_PENCE must be whole pence a week, up to 10000000')
  const [first, last] = [dayOfReturn(from), dayOfReturn(to)]
  if (first === null) words.push('FROM must be a day, dd/mm/yyyy')
  if (to !== null && to !== undefined && last === null) words.push('TO must be a day, dd/mm/yyyy, or blank')
  if (first !== null && last !== null && last < first) words.push('TO must not be before FROM')
  return words.length === 0 ? null : words.join('; ')
}
