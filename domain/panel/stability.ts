import type {Day} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {ChildId} from '../ids.ts'
import {type GridReference, milesBetween} from '../location.ts'
import type {Placement} from '../placement/placement.ts'
import {nightsBetween} from './money.ts'
import {spanInWords} from './words.ts'

/** What a child has where they live, and would lose by a move. */
export interface Stability {
  /** Nights in this placement so far. */
  readonly nights: number
  /** Long enough there, or with a brother or sister: never to be looked at as a saving alone. */
  readonly settled: boolean
  /** Brothers and sisters in the same home. */
  readonly siblingsThere: readonly ChildId[]
  /** From here to school, in miles; null: no school or place is known. */
  readonly schoolMiles: number | null
  readonly words: readonly string[]
}

/** Where a child lives now. */
export type LivesIn = Pick<Placement, 'from' | 'location'>

export function stabilityOf(
  {school}: Pick<Child, 'school'>,
  {from, location}: LivesIn,
  siblingsThere: readonly ChildId[],
  day: Day,
  settledNights: number,
): Stability {
  const nights = nightsBetween(from, day)
  const schoolMiles = school ? milesBetween(school.location, location) : null
  return {
    nights,
    settled: nights >= settledNights || siblingsThere.length > 0,
    siblingsThere,
    schoolMiles,
    words: [
      nights === 0 ? 'came here today' : `has lived here for ${spanInWords(nights)}`,
      ...(siblingsThere.length > 0 ? [`lives here with ${siblingsInWords(siblingsThere.length)}`] : []),
      ...(schoolMiles === null ? [] : [`school is ${schoolMiles} miles from here`]),
    ],
  }
}

/** What would be lost by moving to a home, in words; never empty. */
export function wouldLose(
  {nights, siblingsThere, schoolMiles}: Stability,
  school: Child['school'] | undefined,
  there: GridReference,
): readonly string[] {
  const miles = school ? milesBetween(school.location, there) : null
  return [
    nights === 0 ? 'a home since today' : `a home of ${spanInWords(nights)}`,
    ...(siblingsThere.length > 0 ? [`living with ${siblingsInWords(siblingsThere.length)}`] : []),
    ...(miles !== null && schoolMiles !== null && miles > schoolMiles
      ? [`a school ${schoolMiles} miles away: from there it is ${miles} miles`]
      : []),
  ]
}

const siblingsInWords = (count: number): string =>
  count === 1 ? 'a brother or sister' : `${count} brothers and sisters`
