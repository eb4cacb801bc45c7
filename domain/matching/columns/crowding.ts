import type {Arrival} from '../../household/capacity.ts'
import {dayNumeral, endNumeral} from './numerals.ts'
import {LAPSES, type PackedCalendars, SLEEPS_ALONE, TAKES_BED} from './pack-calendars.ts'

/**
 * Marks rows that on any night of the stay lack a place or a bed for strangers: the question of
 * `nightWithoutPlace` and `bedsFor`, with a bit for a bedroom. Who may share only by agreement makes no
 * difference here, because an agreement is an approval.
 */
export function markCrowded(
  calendars: PackedCalendars,
  places: Int32Array,
  {stay, at, children}: Arrival,
  broken: Uint16Array,
  mark: number,
): void {
  const {start, from, until, takes, bedroom, expiresAt, bedrooms, beds, shareable} = calendars
  const [firstNight, end] = [dayNumeral(stay.from), endNumeral(stay.until)]
  const coming = children.length
  const comingAlone = children.filter(({mayNotShare}) => mayNotShare).length

  function takesOn(i: number, night: number): boolean {
    if (from[i]! > night || until[i]! <= night) return false
    return (takes[i]! & LAPSES) === 0 || expiresAt[i]! > at
  }

  function lacksPlace(row: number, night: number): boolean {
    let free = places[row]! - coming
    // More children than the terms allow at all is H2, not a lack of places.
    if (free < 0) return false
    for (let i = start[row]!; i < start[row + 1]!; i++) if (takesOn(i, night)) free -= 1
    return free < 0
  }

  function lacksBed(row: number, night: number): boolean {
    let [once, twice, besideAlone] = [0, 0, 0]
    let [alone, sharing] = [comingAlone, coming - comingAlone]
    for (let i = start[row]!; i < start[row + 1]!; i++) {
      if ((takes[i]! & TAKES_BED) === 0 || !takesOn(i, night)) continue
      const room = bedroom[i]!
      twice |= once & room
      once |= room
      if ((takes[i]! & SLEEPS_ALONE) === 0) sharing += room === 0 ? 1 : 0
      else if (room === 0) alone += 1
      else besideAlone |= room
    }
    const doubles = bitsIn(shareable[row]! & ~once)
    const singles = bedrooms[row]! - bitsIn(shareable[row]! | once)
    if (alone > singles + doubles) return true
    const empty = alone <= singles ? singles - alone + 2 * doubles : 2 * (singles + doubles - alone)
    return sharing > empty + bitsIn(shareable[row]! & once & ~twice & ~besideAlone)
  }

  /** Later, a home is fullest whenever somebody comes; in between it only empties. */
  function isCrowded(row: number): boolean {
    if (lacksBed(row, firstNight)) return true
    for (let i = start[row]!; i < start[row + 1]!; i++) {
      const night = from[i]!
      if (night > firstNight && night < end && (lacksPlace(row, night) || lacksBed(row, night))) return true
    }
    return false
  }

  const {taken, sleeping, isJoined} = firstNightOf(calendars, {firstNight, end, at}, places.length)
  for (let row = 0; row < places.length; row++) {
    const lacks =
      (Number(places[row]! >= coming) & Number(places[row]! < coming + taken[row]!)) |
      Number(beds[row]! < coming + sleeping[row]!)
    const isRoomy = Number(bedrooms[row]! >= coming + sleeping[row]!) & ~isJoined[row]!
    broken[row]! |= mark * lacks
    if ((lacks | isRoomy) === 0 && isCrowded(row)) broken[row]! |= mark
  }
}

interface FirstNight {
  /** By row, how many take a place. */
  readonly taken: Uint8Array
  /** Of those, how many sleep there. */
  readonly sleeping: Uint8Array
  /** By row, 1 where somebody comes later in the stay. */
  readonly isJoined: Uint8Array
}

/** Down the occupancies without a branch: for most homes this already tells. */
function firstNightOf(
  {row, from, until, takes, expiresAt}: PackedCalendars,
  stay: {firstNight: number; end: number; at: string},
  rows: number,
): FirstNight {
  const {firstNight, end, at} = stay
  const taken = new Uint8Array(rows)
  const sleeping = new Uint8Array(rows)
  const isJoined = new Uint8Array(rows)
  for (let i = 0; i < row.length; i++) {
    const lapsed = (takes[i]! & LAPSES) !== 0 && expiresAt[i]! <= at
    const isThere = Number(from[i]! <= firstNight) & Number(until[i]! > firstNight) & Number(!lapsed)
    taken[row[i]!]! += isThere
    sleeping[row[i]!]! += isThere & (takes[i]! & TAKES_BED)
    isJoined[row[i]!]! |= Number(from[i]! > firstNight) & Number(from[i]! < end)
  }
  return {taken, sleeping, isJoined}
}

function bitsIn(word: number): number {
  let bits = 0
  for (let left = word; left !== 0; left &= left - 1) bits += 1
  return bits
}
