import type {Instant} from '../../calendar.ts'
import type {Bedroom} from '../../household/household.ts'
import type {Occupancy} from '../../household/occupancy.ts'
import type {Home} from '../shortlist.ts'
import {dayNumeral, endNumeral} from './numerals.ts'

/** What an occupancy takes, one bit each. */
export const TAKES_BED = 1
/** A bed in a room that nobody else may share. */
export const SLEEPS_ALONE = 2
/** Only until it lapses. */
export const LAPSES = 4

/** Occupancies of all homes end to end; those of a row stand from `start[row]` up to `start[row + 1]`. */
export interface PackedCalendars {
  readonly start: Uint32Array
  readonly row: Uint32Array
  readonly from: Int32Array
  readonly until: Int32Array
  readonly takes: Uint8Array
  /** One bit for the bedroom that is taken; 0 where none is named. */
  readonly bedroom: Uint32Array
  readonly expiresAt: readonly (Instant | undefined)[]
  /** By row: how many bedrooms, and one bit for each that sleeps two. */
  readonly bedrooms: Uint8Array
  /** How many can sleep there: more than anybody asks for where a bedroom is ever booked beyond that. */
  readonly beds: Uint8Array
  readonly shareable: Uint32Array
}

/** Bedrooms are bits of a word, and occupancies are counted in bytes: a home with more cannot be packed. */
export const [MOST_BEDROOMS, MOST_OCCUPANCIES] = [31, 200]

export function packCalendars(homes: readonly Home[]): PackedCalendars {
  const start = new Uint32Array(homes.length + 1)
  for (const [row, {calendar}] of homes.entries()) start[row + 1] = start[row]! + calendar.length
  const all = homes.flatMap(({household, calendar}, row) =>
    calendar.map(occupancy => ({row, occupancy, bedroom: bedroomBit(household.bedrooms, occupancy)})),
  )
  return {
    start,
    row: Uint32Array.from(all, ({row}) => row),
    from: Int32Array.from(all, ({occupancy}) => dayNumeral(occupancy.from)),
    until: Int32Array.from(all, ({occupancy}) => endNumeral(occupancy.until)),
    takes: Uint8Array.from(all, ({occupancy}) => whatItTakes(occupancy)),
    bedroom: Uint32Array.from(all, ({bedroom}) => bedroom),
    expiresAt: all.map(({occupancy}) => occupancy.expiresAt),
    bedrooms: Uint8Array.from(homes, ({household}) => household.bedrooms.length),
    beds: Uint8Array.from(homes, mostBeds),
    shareable: Uint32Array.from(homes, ({household}) =>
      household.bedrooms.reduce((mask, {shareable}, i) => (shareable ? mask | (1 << i) : mask), 0),
    ),
  }
}

function bedroomBit(bedrooms: readonly Bedroom[], {bedroomId}: Occupancy): number {
  const at = bedrooms.findIndex(({id}) => id === bedroomId)
  return at < 0 ? 0 : 1 << at
}

function whatItTakes({kind, occupant, expiresAt}: Occupancy): number {
  const lapses = expiresAt === undefined ? 0 : LAPSES
  if (kind === 'not-available') return lapses
  const alone = kind === 'staying-put' || occupant === null || occupant.mayNotShare
  return lapses | (alone ? TAKES_BED | SLEEPS_ALONE : TAKES_BED)
}

function mostBeds({household: {bedrooms}, calendar}: Home): number {
  const isOverbooked = bedrooms.some(
    ({id, shareable}) => calendar.filter(({bedroomId}) => bedroomId === id).length > (shareable ? 2 : 1),
  )
  return isOverbooked ? 255 : bedrooms.reduce((beds, {shareable}) => beds + (shareable ? 2 : 1), 0)
}
