import type {Arrival} from '../../household/capacity.ts'
import {type Coming, comingOf} from './coming.ts'
import {isCrowded} from './crowded-home.ts'
import {LAPSES, type PackedCalendars, TAKES_BED} from './pack-calendars.ts'

/**
 * Marks rows that on any night of the stay lack a place or a bed for strangers: H5. For most the count of the
 * first night tells; only the others are looked at night by night and bed by bed.
 */
export function markCrowded(
  calendars: PackedCalendars,
  places: Int32Array,
  arrival: Arrival,
  broken: Uint16Array,
  mark: number,
): void {
  const {bedrooms, beds} = calendars
  const coming = comingOf(arrival)
  const {children} = coming
  const tally = tallyFirstNight(calendars, coming, places.length)
  for (let row = 0; row < places.length; row++) {
    const all = children + (tally[row]! & COUNT)
    const sleeping = children + ((tally[row]! >>> SLEEPING) & COUNT)
    const isJoined = Number(tally[row]! >>> JOINED !== 0)
    // More children than the terms allow at all is H2, not a lack of places.
    const lacks =
      (Number(places[row]! >= children) & Number(places[row]! < all)) | Number(beds[row]! < sleeping)
    const isRoomy = Number(bedrooms[row]! >= sleeping) & ~isJoined
    broken[row]! |= mark * lacks
    if ((lacks | isRoomy) === 0 && isCrowded(calendars, places[row]!, row, coming)) broken[row]! |= mark
  }
}

/** Three counts to a word: who takes a place on the first night, who of those sleeps there, who comes later. */
const [SLEEPING, JOINED, COUNT] = [8, 16, 0xff]

/** Down the occupancies without a branch. */
function tallyFirstNight(
  {row, from, until, takes, expiresAt}: PackedCalendars,
  coming: Coming,
  rows: number,
): Uint32Array {
  const {firstNight, end, at} = coming
  const tally = new Uint32Array(rows)
  for (let i = 0; i < row.length; i++) {
    const isLapsed = (takes[i]! & LAPSES) !== 0 && expiresAt[i]! <= at
    const isThere = Number(from[i]! <= firstNight) & Number(until[i]! > firstNight) & Number(!isLapsed)
    const sleeps = isThere & Number((takes[i]! & TAKES_BED) !== 0)
    const comesLater = Number(from[i]! > firstNight) & Number(from[i]! < end)
    tally[row[i]!]! += isThere | (sleeps << SLEEPING) | (comesLater << JOINED)
  }
  return tally
}
