import {addDays, type Day, dayNumber, type Instant} from '../calendar.ts'
import type {ChildId, OccupancyId} from '../ids.ts'
import {standsOn} from './approval.ts'
import type {Household} from './household.ts'
import type {Occupancy} from './occupancy.ts'

/** Why nobody can come to a place that is empty: what the calendar says of the place, or what the record says of the home. */
export type NotAvailable =
  | {readonly of: 'place'; readonly occupancyId: OccupancyId; readonly reason: string | null}
  | {readonly of: 'household'; readonly reason: 'not-approved' | 'on-hold' | 'suspended' | 'notice-given'}

/** Who or what has a place on one night. */
export type PlaceTonight =
  | {readonly state: 'vacant'}
  | ({readonly state: 'not-available'} & NotAvailable)
  | {
      readonly state: 'held'
      readonly occupancyId: OccupancyId
      readonly childId: ChildId | null
      readonly expiresAt: Instant | null
    }
  | {
      readonly state: 'filled'
      readonly by: 'placement' | 'respite'
      readonly occupancyId: OccupancyId
      readonly childId: ChildId | null
    }
  | {readonly state: 'staying-put'; readonly occupancyId: OccupancyId}

export interface PlaceNights {
  /** From 1. */
  readonly place: number
  /** More places are taken on some night of the calendar than the terms allow: this one is over them. */
  readonly beyondTerms: boolean
  readonly nights: readonly ({readonly night: Day} & PlaceTonight)[]
}

/** Without the holds that have lapsed: they take nothing, and whoever writes the calendar next drops them. */
export const withoutLapsedHolds = (calendar: readonly Occupancy[], at: Instant): readonly Occupancy[] =>
  calendar.filter(({expiresAt}) => expiresAt === undefined || expiresAt > at)

/**
 * Each place of a household, night by night from `from` up to, not including, `until`, as it stands at a moment.
 * An occupancy keeps one place for all its nights, whatever span is asked for.
 */
export function placesByNight(
  {household, calendar}: {readonly household: Household; readonly calendar: readonly Occupancy[]},
  {from, until}: {readonly from: Day; readonly until: Day},
  at: Instant,
): readonly PlaceNights[] {
  const {places} = household.approval.terms
  const rows = assignPlaces(withoutLapsedHolds(calendar, at), places)
  const nights: Day[] = []
  for (let night = from; night < until; night = addDays(night, 1)) nights.push(night)
  return rows.map((taken, i) => ({
    place: i + 1,
    beyondTerms: i >= places,
    nights: nights.map(night => ({night, ...tonight(household, taken, night)})),
  }))
}

/** Nights of places, each place on each night counted once. */
export interface NightsOfPlaces {
  /** On which somebody had the place or could have come to it. */
  readonly inUse: number
  /** Of those, the ones on which nobody had it. */
  readonly vacant: number
}

/**
 * What `placesByNight` says of the places that the terms allow, counted. Between two days on which anything changes
 * all nights are alike, so years cost no more than days.
 */
export function nightsOfPlaces(
  {household, calendar}: {readonly household: Household; readonly calendar: readonly Occupancy[]},
  {from, until}: {readonly from: Day; readonly until: Day},
  at: Instant,
): NightsOfPlaces {
  const {places} = household.approval.terms
  const rows = assignPlaces(withoutLapsedHolds(calendar, at), places).slice(0, places)
  const changes = [from, ...daysOfChange(household, calendar), until]
    .filter(day => day >= from && day <= until)
    .toSorted()
  let [inUse, vacant] = [0, 0]
  for (let i = 1; i < changes.length; i++) {
    const [first, next] = [changes[i - 1]!, changes[i]!]
    const nights = dayNumber(next) - dayNumber(first)
    if (nights === 0) continue
    for (const taken of rows) {
      const {state} = tonight(household, taken, first)
      if (state !== 'not-available') inUse += nights
      if (state === 'vacant') vacant += nights
    }
  }
  return {inUse, vacant}
}

/** Every day on which somebody comes or goes, or the home as a whole opens or closes. */
function daysOfChange({approval, status}: Household, calendar: readonly Occupancy[]): readonly Day[] {
  const dayAfter = (day: Day | null): readonly Day[] => (day === null ? [] : [addDays(day, 1)])
  return [
    ...calendar.flatMap(({from, until}) => (until === null ? [from] : [from, until])),
    ...(approval.from === null ? [] : [approval.from]),
    ...dayAfter(approval.until),
    status.from,
    ...dayAfter(status.until),
  ]
}

/**
 * The occupancies of each place. In the order of their first nights each takes the lowest place that is free by
 * then, so that no more places are used than are taken on the fullest night.
 */
function assignPlaces(calendar: readonly Occupancy[], places: number): readonly (readonly Occupancy[])[] {
  const rows: Occupancy[][] = Array.from({length: places}, () => [])
  for (const occupancy of calendar.toSorted(byFirstNight)) {
    const free = rows.find(row => {
      const last = row.at(-1)
      return last === undefined || (last.until !== null && last.until <= occupancy.from)
    })
    if (free) free.push(occupancy)
    else rows.push([occupancy])
  }
  return rows
}

const byFirstNight = (a: Occupancy, b: Occupancy): number =>
  a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1

function tonight(household: Household, taken: readonly Occupancy[], night: Day): PlaceTonight {
  const occupancy = taken.find(({from, until}) => from <= night && (until === null || night < until))
  if (occupancy === undefined) {
    const reason = closedOn(household, night)
    return reason === null ? {state: 'vacant'} : {state: 'not-available', of: 'household', reason}
  }
  const {id: occupancyId, kind, occupant, expiresAt, reason} = occupancy
  const childId = occupant?.childId ?? null
  switch (kind) {
    case 'placement':
    case 'respite':
      return {state: 'filled', by: kind, occupancyId, childId}
    case 'hold':
      return {state: 'held', occupancyId, childId, expiresAt: expiresAt ?? null}
    case 'staying-put':
      return {state: 'staying-put', occupancyId}
    case 'not-available':
      return {state: 'not-available', of: 'place', occupancyId, reason: reason ?? null}
  }
}

/** Why the home as a whole takes nobody new that night; a parent needs no approval. */
function closedOn({kind, approval, status}: Household, night: Day) {
  if (kind !== 'parent' && !standsOn(approval, night)) return 'not-approved'
  if (status.state === 'available' || night < status.from) return null
  return status.until === null || night <= status.until ? status.state : null
}
