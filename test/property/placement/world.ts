import {addDays, dayNumber} from '../../../domain/calendar.ts'
import type {
  AuthorityId,
  ChildId,
  HoldId,
  HouseholdId,
  OccupancyId,
  PlacementId,
} from '../../../domain/ids.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {correctDates} from '../../../domain/placement/correct-dates.ts'
import {decideHold, type HoldDecided} from '../../../domain/placement/decide-hold.ts'
import {endPlacement} from '../../../domain/placement/end-placement.ts'
import {expireHold} from '../../../domain/placement/expire-hold.ts'
import type {Hold} from '../../../domain/placement/hold.ts'
import {movePlacement} from '../../../domain/placement/move-placement.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {PlacementRequest, PlacementsDecided} from '../../../domain/placement/placement-request.ts'
import {releaseHold} from '../../../domain/placement/release-hold.ts'
import {startPlacement} from '../../../domain/placement/start-placement.ts'
import {endStayingPut, stayPut} from '../../../domain/placement/staying-put.ts'
import {nowhereYet, type Whereabouts} from '../../../domain/placement/whereabouts.ts'
import type {Result} from '../../../domain/result.ts'
import {
  ANY_CHILD,
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  CATFORD,
  childId,
  householdId,
  LEWISHAM,
} from '../../support/matching.ts'
import {aHoldRequest, aPlacementRequest, openReferral, POLICY} from '../../support/placing.ts'
import type {Places, Until} from './plain-model.ts'

const FIRST = '2026-12-01'
/** The night on which those who are nearly 18 are. */
export const BIRTHDAY = 5
export const CHILDREN = 5
export const isNearly18 = (child: number): boolean => child >= 3

export const dayOf = (night: number): string => addDays(FIRST, night)
export const untilOf = (night: Until): string | null => (night === null ? null : dayOf(night))
export const nightOf = (day: string): number => dayNumber(day) - dayNumber(FIRST)
export const momentOf = (hours: number): string =>
  new Date(Date.parse(`${FIRST}T00:00:00.000Z`) + hours * 3_600_000).toISOString()

/** Homes and children as the service records them, changed only by what the decisions answer. */
export interface World {
  now: number
  readonly homes: Map<HouseholdId, Home>
  readonly whereabouts: Map<ChildId, Whereabouts>
  readonly placements: Map<string, Placement>
  readonly holds: Map<string, Hold>
}

export const houseId = (house: number): HouseholdId => householdId(`home-${house}`)
export const idOfChild = (child: number): ChildId => childId(`child-${child}`)
export const childNumbered = (child: number) =>
  aChild({id: idOfChild(child), dob: isNearly18(child) ? '2008-12-06' : '2016-06-01'})

/** A home with so many places and a bedroom for each. */
const homeWith = (places: number, house: number): Home =>
  aHome(
    aHousehold({
      id: houseId(house),
      bedrooms: Array.from({length: places}, (_, i) => aBedroom(`${i}`)),
      terms: {...ANY_CHILD, places, ages: {from: 0, to: 20}},
    }),
  )

export const emptyWorld = (places: readonly number[]): World => ({
  now: 0,
  homes: new Map(places.map((count, house) => [houseId(house), homeWith(count, house)])),
  whereabouts: new Map(Array.from({length: CHILDREN}, (_, i) => [idOfChild(i), nowhereYet(idOfChild(i))])),
  placements: new Map(),
  holds: new Map(),
})

const change = (world: World, id: HouseholdId, calendar: Home['calendar']) =>
  world.homes.set(id, {household: world.homes.get(id)!.household, calendar})

function keepHold<E>(world: World, decided: Result<HoldDecided, E>): boolean {
  if (!decided.ok) return false
  const {hold, calendar} = decided.value
  world.holds.set(hold.id, hold)
  change(world, hold.householdId, calendar)
  return true
}

function keep<E>(world: World, decided: Result<PlacementsDecided, E>): boolean {
  if (!decided.ok) return false
  const {placements, whereabouts, calendars, hold} = decided.value
  for (const placement of placements) world.placements.set(placement.id, placement)
  for (const where of whereabouts) world.whereabouts.set(where.childId, where)
  for (const {householdId: id, calendar} of calendars) change(world, id, calendar)
  if (hold) world.holds.set(hold.id, hold)
  return true
}

const referralFor = ({children, from, until}: Omit<Places, 'house'>) =>
  openReferral({children: children.map(idOfChild), neededFrom: dayOf(from), expectedUntil: untilOf(until)})

export const hold = (world: World, id: string, places: Places, hours: number): boolean =>
  keepHold(
    world,
    decideHold({
      ...aHoldRequest({children: places.children.map(childNumbered)}),
      id: id as HoldId,
      children: places.children.map(child => ({
        child: childNumbered(child),
        occupancyId: `${id}/${child}` as OccupancyId,
      })),
      referral: referralFor(places),
      home: world.homes.get(houseId(places.house))!,
      at: momentOf(world.now),
      expiresAt: momentOf(world.now + hours),
    }),
  )

export function release(world: World, id: string): boolean {
  const held = world.holds.get(id)!
  const {calendar} = world.homes.get(held.householdId)!
  return keepHold(world, releaseHold(held, calendar, {by: 'officer', at: momentOf(world.now)}))
}

type Somewhere = Omit<Places, 'house'> & {readonly house: number | null}

const requestFor = (world: World, id: string, places: Somewhere): PlacementRequest =>
  aPlacementRequest({
    children: places.children.map(child => ({
      child: childNumbered(child),
      whereabouts: world.whereabouts.get(idOfChild(child))!,
      placementId: `${id}/${child}` as PlacementId,
      occupancyId: `${id}/${child}` as OccupancyId,
    })),
    referral: referralFor(places),
    from: dayOf(places.from),
    until: untilOf(places.until),
    at: momentOf(world.now),
    ...(places.house === null
      ? {
          into: {setting: {name: 'x', urn: 'SC1'}, location: CATFORD, authorityId: LEWISHAM as AuthorityId},
          code: {place: 'K2', provider: 'PR4'},
        }
      : {into: {home: world.homes.get(houseId(places.house))!}}),
  })

export function start(
  world: World,
  id: string,
  places: Somewhere,
  {aside = false, holdId = null}: {aside?: boolean; holdId?: string | null} = {},
): boolean {
  const held = holdId === null ? null : world.holds.get(holdId)!
  const request = requestFor(world, id, places)
  const referral = held && request.referral && {...request.referral, id: held.referralId}
  return keep(
    world,
    startPlacement({
      ...request,
      hold: held,
      ...(referral && {referral}),
      ...(aside && {arrangement: 'respite', referral: null}),
    }),
  )
}

/** A placement with all that a decision about it is made on. */
function about(world: World, id: string) {
  const placement = world.placements.get(id)!
  const home = placement.householdId === null ? null : world.homes.get(placement.householdId)!
  const whereabouts = world.whereabouts.get(placement.childId)!
  return {placement, home, whereabouts, policy: POLICY, at: momentOf(world.now)}
}

export const end = (world: World, id: string, on: number): boolean => {
  const {placement, ...rest} = about(world, id)
  const rec = placement.arrangement === 'main' ? 'E4A' : null
  return keep(world, endPlacement({placement, ...rest, on: dayOf(on), reason: null, rec}))
}

export const correct = (world: World, id: string, from: number, until: Until): boolean =>
  keep(
    world,
    correctDates({...about(world, id), from: dayOf(from), until: untilOf(until), reason: 'x', by: 'officer'}),
  )

export function move(world: World, from: string, id: string, next: Omit<Places, 'children'>): boolean {
  const {placement, home} = about(world, from)
  const child = Number(placement.childId.slice('child-'.length))
  const request = requestFor(world, id, {...next, children: [child]})
  return keep(world, movePlacement({...request, leaving: [{placement, home}], reasonForChange: 'CARPL'}))
}

export function putStaying(world: World, id: string, on: number, until: Until): boolean {
  const {home, ...rest} = about(world, id)
  if (home === null) return false
  const dob = childNumbered(Number(rest.placement.childId.slice('child-'.length))).dob
  const occupancyId = `${id}/staying-put` as OccupancyId
  return keep(world, stayPut({...rest, home, dob, on: dayOf(on), until: untilOf(until), occupancyId}))
}

export const leave = (world: World, id: string, on: number): boolean =>
  keep(world, endStayingPut({...about(world, id), on: dayOf(on)}))

/** What the hourly run clears away. */
export function tidy(world: World): void {
  for (const held of world.holds.values()) {
    const {calendar} = world.homes.get(held.householdId)!
    const cleared = expireHold(held, calendar, momentOf(world.now))
    if (cleared.ok) change(world, held.householdId, cleared.value.calendar)
  }
}
