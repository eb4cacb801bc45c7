import {addDays, type Day, startOfDay} from '../calendar.ts'
import {type PlaceTonight, placesByNight} from '../household/calendar.ts'
import type {Household} from '../household/household.ts'
import type {Home} from '../matching/shortlist.ts'

export type PlaceState = 'filled' | 'held' | 'not-available' | 'vacant'

/** One approved place on the night of a day. */
export interface PlaceAt {
  readonly household: Household
  /** From 1. */
  readonly place: number
  readonly state: PlaceState
  /** Why it is not available, or by what it is filled; null where nothing is to be said. */
  readonly reason: string | null
}

/**
 * Every place that the terms of fostering households, connected persons and supported lodgings allow on the night of
 * a day on which their approval stands: filled, held, not available or vacant, so that the four add up to those
 * approved. A Staying Put young adult has the place of a child and is not one: it is not available. A hold counts if it
 * still stands when the day ends. Children over the terms fill no approved place.
 */
export const placesAt = (homes: readonly Home[], asAt: Day): readonly PlaceAt[] =>
  homes.flatMap(home => (isApproved(home.household, asAt) ? placesOf(home, asAt) : []))

function isApproved({kind, approval: {from, until}}: Household, on: Day): boolean {
  return kind !== 'parent' && from !== null && from <= on && (until === null || until >= on)
}

const ORDER: readonly PlaceState[] = ['filled', 'not-available', 'held', 'vacant']

function placesOf({household, calendar}: Home, asAt: Day): readonly PlaceAt[] {
  const {places} = household.approval.terms
  const next = addDays(asAt, 1)
  const tonight = calendar.filter(({from, until}) => from <= asAt && (until === null || until > asAt))
  // Each who is there tonight has a row of their own, over the terms or not: the approved places go to children first.
  return placesByNight({household, calendar: tonight}, {from: asAt, until: next}, startOfDay(next))
    .map(({nights}) => told(nights[0]!))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .slice(0, places)
    .map((told, i) => ({household, place: i + 1, ...told}))
}

function told(tonight: PlaceTonight): Pick<PlaceAt, 'state' | 'reason'> {
  switch (tonight.state) {
    case 'vacant':
    case 'held':
      return {state: tonight.state, reason: null}
    case 'filled':
      return {state: 'filled', reason: tonight.by}
    case 'staying-put':
      return {state: 'not-available', reason: 'staying-put'}
    case 'not-available':
      return {state: 'not-available', reason: tonight.reason}
  }
}

/** As the authority plans its supply: connected persons and supported lodgings beside the schemes of fostering. */
export const schemeOf = ({kind, scheme}: Household): string =>
  kind === 'connected-person' ? 'connected-persons' : kind === 'supported-lodgings' ? kind : scheme
