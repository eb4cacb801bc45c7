import type {Day, Instant} from '../calendar.ts'
import type {ChildId} from '../ids.ts'
import {onlyThose} from '../only-those.ts'
import type {Bedroom, Household} from './household.ts'
import type {Occupancy} from './occupancy.ts'

/** The nights from `from` up to, not including, `until`; null has no end. */
export interface Stay {
  readonly from: Day
  readonly until: Day | null
}

export interface Arriving {
  readonly childId: ChildId
  readonly dob: Day
  /** A recorded risk bars sharing a bedroom (NMS 10.6). */
  readonly mayNotShare: boolean
}

/** The children who would come to live in one home, as asked at a moment. */
export interface Arrival {
  readonly stay: Stay
  readonly at: Instant
  readonly children: readonly Arriving[]
  /** NMS 10.6: children past this birthday have a bedroom of their own, unless it is agreed that they share. */
  readonly ownBedroomOverYears: number
}

/**
 * Whether someone, or something, else takes this place on any night of the stay. A lapsed hold takes nothing,
 * nor does a place that one of the arriving children already has here.
 */
export function takes(occupancy: Occupancy, {stay, at, children}: Arrival): boolean {
  if (stay.until !== null && occupancy.from >= stay.until) return false
  if (occupancy.until !== null && occupancy.until <= stay.from) return false
  if (occupancy.expiresAt !== undefined && occupancy.expiresAt <= at) return false
  const childId = occupancy.occupant?.childId
  return childId === undefined || !children.some(child => child.childId === childId)
}

/** A fostered child, placed by whichever authority; not a Staying Put young adult. */
export const isFostered = ({kind}: Occupancy): boolean =>
  kind === 'placement' || kind === 'respite' || kind === 'hold'

/** Everyone sleeps somewhere; a place that is merely not available has no bed. */
const takesBed = ({kind}: Occupancy): boolean => kind !== 'not-available'

export const takesOn = (occupancy: Occupancy, night: Day, arrival: Arrival): boolean =>
  isThereOn(occupancy, night) && takes(occupancy, arrival)

const isThereOn = ({from, until}: Occupancy, night: Day): boolean =>
  from <= night && (until === null || night < until)

/**
 * The nights of the stay to look at: the first, and each later one on which somebody comes. Between those the
 * home only empties, so what there is room for on these there is room for on all.
 */
export const fullestNights = (calendar: readonly Occupancy[], arrival: Arrival): readonly Day[] => [
  arrival.stay.from,
  ...laterNights(takingIn(calendar, arrival), arrival),
]

/** Those of a calendar who take a place or a bed on any night of the stay. */
const takingIn = (calendar: readonly Occupancy[], arrival: Arrival): readonly Occupancy[] =>
  onlyThose(calendar, occupancy => takes(occupancy, arrival))

/** Of those who take a place or a bed during the stay: the nights after the first on which one of them comes. */
function laterNights(taking: readonly Occupancy[], {stay}: Arrival): readonly Day[] {
  const later = taking.filter(({from}) => from > stay.from)
  return later.length === 0 ? NO_NIGHTS : [...new Set(later.map(({from}) => from).toSorted())]
}

const NO_NIGHTS: readonly Day[] = []

/** What nights lack, for as many as are approved and for everybody to sleep; both are asked of every home. */
export function roomFor(
  {approval: {terms}, bedrooms}: Household,
  calendar: readonly Occupancy[],
  arrival: Arrival,
): {readonly placeless: Day | null; readonly bedless: Day | null} {
  const taking = takingIn(calendar, arrival)
  const {beds, night} = bedsBeside(taking, bedrooms, arrival)
  return {
    placeless: nightWithoutPlaceBeside(taking, terms.places, arrival),
    bedless: beds === 'none' ? night : null,
  }
}

/** The first night on which the arriving children have no place each; null when they always have. */
export const nightWithoutPlace = (
  places: number,
  calendar: readonly Occupancy[],
  arrival: Arrival,
): Day | null => nightWithoutPlaceBeside(takingIn(calendar, arrival), places, arrival)

function nightWithoutPlaceBeside(taking: readonly Occupancy[], places: number, arrival: Arrival): Day | null {
  const free = places - arrival.children.length
  if (taking.length <= free) return null
  // Most homes that are full are full at once.
  if (countOn(arrival.stay.from, taking) > free) return arrival.stay.from
  return laterNights(taking, arrival).find(night => countOn(night, taking) > free) ?? null
}

export type Beds = 'own-bedrooms' | 'sharing' | 'none'

/**
 * How everybody would sleep on the worst night, and the first night that is so. `sharing`: they fit only if
 * somebody past `ownBedroomOverYears` shares a room, which takes an agreement (NMS 10.6). Nobody shares with a
 * Staying Put adult, nor against a recorded bar.
 */
export const bedsFor = (
  bedrooms: readonly Bedroom[],
  calendar: readonly Occupancy[],
  arrival: Arrival,
): BedsOnNight => bedsBeside(takingIn(calendar, arrival), bedrooms, arrival)

interface BedsOnNight {
  readonly beds: Beds
  readonly night: Day
}

function bedsBeside(
  taking: readonly Occupancy[],
  bedrooms: readonly Bedroom[],
  arrival: Arrival,
): BedsOnNight {
  const sleeping = onlyThose(taking, takesBed)
  const first = arrival.stay.from
  if (sleeping.length + arrival.children.length <= bedrooms.length)
    return {beds: 'own-bedrooms', night: first}
  const bedsAt = (night: Day): Beds =>
    bedsOn(
      bedrooms,
      onlyThose(sleeping, occupancy => isThereOn(occupancy, night)),
      arrival,
    )
  let worst: BedsOnNight = {beds: bedsAt(first), night: first}
  if (worst.beds === 'none') return worst
  for (const night of laterNights(sleeping, arrival)) {
    const beds = bedsAt(night)
    if (beds === 'none') return {beds, night}
    if (beds === 'sharing' && worst.beds === 'own-bedrooms') worst = {beds, night}
  }
  return worst
}

/** May share with nobody; only by agreement; or, being small, with another small child. */
type Sleeper = 'alone' | 'older' | 'small'

/**
 * One night. Whoever has a room keeps it; the others are bedded as kindly as the rooms allow. Only counts
 * matter: single rooms are filled before shareable ones, and small children first join small children.
 */
function bedsOn(bedrooms: readonly Bedroom[], sleeping: readonly Occupancy[], arrival: Arrival): Beds {
  const beds = {single: 0, shareable: 0, besideOlder: 0, besideSmall: 0}
  let roomless = sleeping.length
  for (const {id, shareable} of bedrooms) {
    let [first, inRoom]: [Occupancy | undefined, number] = [undefined, 0]
    for (const occupancy of sleeping)
      if (occupancy.bedroomId === id) {
        first ??= occupancy
        inRoom += 1
      }
    roomless -= inRoom
    if (first === undefined) beds[shareable ? 'shareable' : 'single'] += 1
    else if (shareable && inRoom === 1) {
      const sleeper = sleeperIn(first, arrival)
      if (sleeper !== 'alone') beds[sleeper === 'older' ? 'besideOlder' : 'besideSmall'] += 1
    }
  }
  const looking = {alone: 0, older: 0, small: 0}
  for (const child of arrival.children) looking[sleeperOf(child, arrival)] += 1
  if (roomless > 0)
    for (const occupancy of sleeping)
      if (!bedrooms.some(({id}) => id === occupancy.bedroomId)) looking[sleeperIn(occupancy, arrival)] += 1
  const {alone, older, small} = looking
  if (bedsLeft(beds, alone + older) >= small - Math.min(small, beds.besideSmall)) return 'own-bedrooms'
  return bedsLeft(beds, alone) + beds.besideSmall + beds.besideOlder >= older + small ? 'sharing' : 'none'
}

/** Beds in the empty rooms once so many have taken a room each; negative infinity when there are too few rooms. */
function bedsLeft({single, shareable}: {single: number; shareable: number}, alone: number): number {
  if (alone > single + shareable) return Number.NEGATIVE_INFINITY
  return alone <= single ? single - alone + 2 * shareable : 2 * (shareable - (alone - single))
}

/** A place held for somebody not yet known is taken to need a room alone. */
const sleeperIn = ({kind, occupant}: Occupancy, arrival: Arrival): Sleeper =>
  occupant === null || kind === 'staying-put' ? 'alone' : sleeperOf(occupant, arrival)

function sleeperOf({dob, mayNotShare}: {dob: Day; mayNotShare: boolean}, arrival: Arrival): Sleeper {
  if (mayNotShare) return 'alone'
  return isPastBirthday(dob, arrival.ownBedroomOverYears, arrival.stay.from) ? 'older' : 'small'
}

/** NMS 10.6 says *over* three: from the day after the birthday on. */
function isPastBirthday(dob: Day, years: number, on: Day): boolean {
  const passed = Number(on.slice(0, 4)) - Number(dob.slice(0, 4))
  return passed === years ? on.slice(5) > dob.slice(5) : passed > years
}

function countOn(night: Day, taking: readonly Occupancy[]): number {
  let counted = 0
  for (const occupancy of taking) if (isThereOn(occupancy, night)) counted += 1
  return counted
}
