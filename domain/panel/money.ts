import {type Day, dayNumber, dayOf} from '../calendar.ts'

/** Days in a year, as money is annualised: a week's cost times 365/7, never times 52. */
const YEAR_NIGHTS = 365

/** A seventh of pence, to whole pence, half a penny up. Exact: the sum of nights stays a whole number until here. */
export const aSeventh = (pence: number): number => Math.floor((2 * pence + 7) / 14)

/** A week's cost for so many nights. */
export const forNights = (penceAWeek: number, nights: number): number => aSeventh(penceAWeek * nights)

export const forAYear = (penceAWeek: number): number => forNights(penceAWeek, YEAR_NIGHTS)

/** How many nights lie from a day up to, not including, another. */
export const nightsBetween = (from: Day, until: Day): number =>
  Math.max(0, dayNumber(until) - dayNumber(from))

/** What one who funds a part takes of it: hundredths of a percent. */
export interface Share {
  readonly funder: string
  readonly basisPoints: number
}

const WHOLE = 10_000

/** Shares that come to more than the whole cannot be taken. */
export const isOverWhole = (shares: readonly Pick<Share, 'basisPoints'>[]): boolean =>
  shares.reduce((sum, {basisPoints}) => sum + basisPoints, 0) > WHOLE

/** Who takes what the shares leave. */
export const REST = 'social-care'

/**
 * Pence by funder, the rest first. They always add to the whole: pence that do not divide go to the largest
 * remainders, of equal ones to the first. Throws RangeError when the shares come to more than the whole.
 */
export function shareOut(
  pence: number,
  shares: readonly Share[],
): readonly {readonly funder: string; readonly pence: number}[] {
  if (isOverWhole(shares)) throw new RangeError('Shares come to more than the whole.')
  const taken = shares.reduce((sum, {basisPoints}) => sum + basisPoints, 0)
  const all = [{funder: REST, basisPoints: WHOLE - taken}, ...shares].map(({funder, basisPoints}) => {
    // Pence times 10,000 can pass 2^53; whole pounds of hundreds and what is left cannot.
    const [tenThousands, left] = [Math.floor(pence / WHOLE), pence % WHOLE]
    const parts = left * basisPoints
    return {
      funder,
      pence: tenThousands * basisPoints + Math.floor(parts / WHOLE),
      remainder: parts % WHOLE,
    }
  })
  const short = pence - all.reduce((sum, each) => sum + each.pence, 0)
  const first = new Set(all.toSorted((a, b) => b.remainder - a.remainder).slice(0, short))
  return all.map(each => ({funder: each.funder, pence: each.pence + (first.has(each) ? 1 : 0)}))
}

/** One week of a sum by nights; the last may be a part one. */
export interface WeekOfMoney {
  readonly from: Day
  /** The first night that it does not count. */
  readonly until: Day
  readonly pence: number
}

/**
 * Amounts of nights, each a week's cost of which the night is a seventh, week by week from their first night.
 * Each week is the rounded sum up to its end less the one up to its start, so that weeks add to the total.
 */
export function byWeek(from: Day, nights: readonly number[]): readonly WeekOfMoney[] {
  const first = dayNumber(from)
  const weeks: WeekOfMoney[] = []
  let sum = 0
  for (let start = 0; start < nights.length; start += 7) {
    const end = Math.min(start + 7, nights.length)
    const before = aSeventh(sum)
    for (let night = start; night < end; night++) sum += nights[night]!
    weeks.push({from: dayOf(first + start), until: dayOf(first + end), pence: aSeventh(sum) - before})
  }
  return weeks
}

export const total = (amounts: readonly {readonly pence: number}[]): number =>
  amounts.reduce((sum, {pence}) => sum + pence, 0)
