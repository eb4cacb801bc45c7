import {type Day, dayInWords, type Instant} from '../calendar.ts'
import {type Arrival, nightWithoutPlace, roomFor, takes, takesOn} from '../household/capacity.ts'
import type {Occupancy} from '../household/occupancy.ts'
import {h05Capacity} from '../matching/rules/h05-capacity.ts'
import type {Home} from '../matching/shortlist.ts'

interface Of {
  readonly rule: 'H5'
  readonly source: string
  readonly words: string
  /** The first night on which it is so. */
  readonly on: Day
}

export type ShortOfRoom =
  | (Of & {
      readonly short: 'places'
      readonly places: number
      readonly free: number
      readonly wanted: number
      /** From this night on there are places to the end of the stay, as far as is known; null: not known. */
      readonly freeFrom: Day | null
      /** When the first of the holds that are in the way lapses; null: none is. */
      readonly heldUntil: Instant | null
    })
  | (Of & {readonly short: 'bedrooms'; readonly bedrooms: number})

/** What is missing for each arriving child to have a place and a bed on every night, and what is true now. */
export function shortOfRoom({household, calendar}: Home, arrival: Arrival): readonly ShortOfRoom[] {
  const {places} = household.approval.terms
  const {placeless, bedless} = roomFor(household, calendar, arrival)
  return [
    ...(placeless === null ? [] : [shortOfPlaces(places, placeless, calendar, arrival)]),
    ...(bedless === null ? [] : [shortOfBedrooms(household.bedrooms.length, bedless)]),
  ]
}

function shortOfPlaces(
  places: number,
  on: Day,
  calendar: readonly Occupancy[],
  arrival: Arrival,
): ShortOfRoom {
  const there = calendar.filter(occupancy => takesOn(occupancy, on, arrival))
  const free = Math.max(0, places - there.length)
  const wanted = arrival.children.length
  return {
    rule: 'H5',
    source: h05Capacity.source,
    words: `${free} of ${places} places free on ${dayInWords(on)}, ${wanted} wanted`,
    short: 'places',
    on,
    places,
    free,
    wanted,
    freeFrom: freeFrom(places, on, calendar, arrival),
    heldUntil: there.flatMap(({expiresAt}) => expiresAt ?? []).toSorted()[0] ?? null,
  }
}

function freeFrom(places: number, after: Day, calendar: readonly Occupancy[], arrival: Arrival): Day | null {
  const {until} = arrival.stay
  const leavings = calendar.flatMap(occupancy =>
    occupancy.until !== null && occupancy.until > after && takes(occupancy, arrival) ? [occupancy.until] : [],
  )
  return (
    leavings
      .filter(day => until === null || day < until)
      .toSorted()
      .find(from => nightWithoutPlace(places, calendar, {...arrival, stay: {from, until}}) === null) ?? null
  )
}

const shortOfBedrooms = (bedrooms: number, on: Day): ShortOfRoom => ({
  rule: 'H5',
  source: h05Capacity.source,
  words: `not enough bedrooms on ${dayInWords(on)}`,
  short: 'bedrooms',
  on,
  bedrooms,
})
