import {exactMiles} from '../location.ts'
import {type Part, sizeOf} from './partitions.ts'
import type {Scored} from './rank.ts'
import type {Home} from './shortlist.ts'

/** How many ways are found at most. */
export const MOST_WAYS = 5
/** For three or more homes: how many of the most suitable homes are tried for each part, and ways kept as they grow. */
const HOMES_A_PART = 20
const WAYS_KEPT = 50

/** Homes for the parts of a group, the same place in both lists. */
export interface Way {
  readonly parts: readonly Part[]
  readonly homes: readonly Home[]
  /** Between the homes, in all. */
  readonly miles: number
  /** Summed over the children. */
  readonly suitability: number
}

/** One part, and the homes that could take it, most suitable first. */
export interface Candidates {
  readonly part: Part
  readonly homes: readonly Scored[]
}

/** The best ways to find a home for each part: all of them weighed for two parts, the most suitable for more. */
export function waysFor(parts: readonly Candidates[]): readonly Way[] {
  const tried = parts.length === 2 ? Number.POSITIVE_INFINITY : HOMES_A_PART
  const [first, ...others] = parts.map(({part, homes}) => ({part, homes: homes.slice(0, tried)}))
  if (first === undefined) return []
  let ways: readonly Way[] = first.homes.map(home => extended(NOWHERE, first.part, home, 0))
  for (const next of others) ways = bestExtended(ways, next, next === others.at(-1) ? MOST_WAYS : WAYS_KEPT)
  return ways
}

const NOWHERE: Way = {parts: [], homes: [], miles: 0, suitability: 0}

/**
 * The best ways to go on with a home for one part more, another home than the way has already. Homes are tried
 * outwards from the way's first, east and west, and no farther than the worst of the best could still be beaten.
 */
function bestExtended(ways: readonly Way[], {part, homes}: Candidates, most: number): readonly Way[] {
  const fromWest = homes.toSorted((a, b) => eastingOf(a) - eastingOf(b))
  const best: Way[] = []
  const consider = (way: Way, candidate: Scored): boolean => {
    const limit = best.length < most ? Number.POSITIVE_INFINITY : tenths(best.at(-1)?.miles ?? 0)
    if (tenths(way.miles + milesEastOrWest(way, candidate)) > limit) return false
    if (way.homes.includes(candidate.home)) return true
    const miles = way.miles + milesToAll(way.homes, candidate.home)
    if (tenths(miles) <= limit) insert(best, extended(way, part, candidate, miles), most)
    return true
  }
  for (const way of ways) {
    const start = firstEastOf(fromWest, way.homes[0])
    for (let i = start; i < fromWest.length && consider(way, fromWest[i]!); i++);
    for (let i = start - 1; i >= 0 && consider(way, fromWest[i]!); i--);
  }
  return best
}

const eastingOf = ({home}: Scored): number => home.household.home.easting

/** No home is nearer than it is to the east or west. */
function milesEastOrWest({homes: [first]}: Way, {home}: Scored): number {
  if (first === undefined) return 0
  const {easting, northing} = first.household.home
  return exactMiles({easting, northing}, {easting: home.household.home.easting, northing})
}

function firstEastOf(fromWest: readonly Scored[], home: Home | undefined): number {
  let [low, high] = [0, fromWest.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (eastingOf(fromWest[middle]!) < (home?.household.home.easting ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

const extended = (way: Way, part: Part, {home, value}: Scored, miles: number): Way => ({
  parts: [...way.parts, part],
  homes: [...way.homes, home],
  miles,
  suitability: way.suitability + value * sizeOf(part),
})

const milesToAll = (homes: readonly Home[], {household}: Home): number =>
  homes.reduce((sum, other) => sum + exactMiles(other.household.home, household.home), 0)

function insert(best: Way[], way: Way, most: number): void {
  const worse = best.findIndex(other => byMerit(way, other) < 0)
  best.splice(worse < 0 ? best.length : worse, 0, way)
  if (best.length > most) best.pop()
}

/** Miles count as they are shown, in tenths; ids and parts decide what is left, so that the input's order never does. */
export function byMerit(a: Way, b: Way): number {
  return tenths(a.miles) - tenths(b.miles) || b.suitability - a.suitability || (keyOf(a) < keyOf(b) ? -1 : 1)
}

/** As miles are shown, to one decimal. */
export const tenths = (miles: number): number => Math.round(miles * 10)
const keyOf = ({homes, parts}: Way): string =>
  [...homes.map(({household}) => household.id), ...parts].join(' ')
