import {addDays, ageOn, type Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {ChildId, HouseholdId, OccupancyId, ReferralId} from '../domain/ids.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {Referral} from '../domain/referral/referral.ts'
import {occupantOf} from './calendars.ts'
import type {Cast} from './casting.ts'
import type {HouseholdDrawing} from './households.ts'
import {makeOfferedHome} from './offers.ts'
import type {Residence} from './placements.ts'

export function makeReferral({story, children, neededFrom}: Cast, {random}: HouseholdDrawing): Referral {
  const {urgency, kind, siblings, nights, note} = story
  const expectedUntil = nights === null ? null : addDays(neededFrom, nights)
  return {id: random.uuid() as ReferralId, children, urgency, kind, neededFrom, expectedUntil, siblings, note}
}

/** Relatives' homes for the cast; an order against contact in one of them goes into the child's record. */
export function makeOffers(
  casts: readonly Cast[],
  children: Map<ChildId, Child>,
  drawing: HouseholdDrawing,
): readonly Home[] {
  return casts.flatMap(({story, children: ids}) =>
    (story.offers ?? []).map(offer => {
      const home = makeOfferedHome(
        offer,
        ids.map(id => children.get(id)!),
        drawing,
      )
      if (offer === 'father-with-s34-order') for (const id of ids) orderNoContact(id, home, children, drawing)
      return home
    }),
  )
}

function orderNoContact(
  id: ChildId,
  {household}: Home,
  children: Map<ChildId, Child>,
  {today}: HouseholdDrawing,
): void {
  const child = children.get(id)!
  const order = {
    kind: 'court-condition' as const,
    condition: 's34-no-contact' as const,
    householdId: household.id,
    absolute: true,
    reason: 'Order under s.34(4) of the Children Act 1989',
    reviewBy: addDays(today, 90),
  }
  children.set(id, {...child, restrictions: [...(child.restrictions ?? []), order]})
}

/** Carers whose child must move have asked for it, and say so. */
export function recordNotice(
  homes: readonly Home[],
  casts: readonly Cast[],
  residences: ReadonlyMap<ChildId, Residence>,
  {today}: HouseholdDrawing,
): readonly Home[] {
  const moving = new Set(casts.filter(({leaving}) => leaving).flatMap(({children}) => children))
  const byHousehold = new Map<HouseholdId, ChildId[]>()
  for (const {childId, householdId} of residences.values()) {
    if (householdId === null || !moving.has(childId)) continue
    byHousehold.set(householdId, [...(byHousehold.get(householdId) ?? []), childId])
  }
  return homes.map(home => {
    const leaving = byHousehold.get(home.household.id)
    if (!leaving) return home
    const notices = leaving.map(childId => ({
      kind: 'not-child' as const,
      childId,
      reason: 'The carers have given notice on this placement',
      recordedOn: addDays(today, -5),
    }))
    return {
      ...home,
      household: {...home.household, exclusions: [...(home.household.exclusions ?? []), ...notices]},
    }
  })
}

/** Holds for the stories that have one, each in a place that is free for good. */
export function holdPlaces(
  homes: readonly Home[],
  casts: readonly Cast[],
  children: ReadonlyMap<ChildId, Child>,
  drawing: HouseholdDrawing,
): readonly Home[] {
  const held = new Map<Home, Home>()
  for (const cast of casts.filter(({story}) => story.hold)) {
    const child = children.get(cast.children[0]!)!
    const home = homes.find(each => !held.has(each) && isFreeFor(each, child, cast.neededFrom))
    if (home) held.set(home, hold(home, cast, child, drawing))
  }
  return homes.map(home => held.get(home) ?? home)
}

const freeBedroom = ({household, calendar}: Home) =>
  household.bedrooms.find(({id}) => calendar.every(({bedroomId}) => bedroomId !== id))

function isFreeFor(home: Home, {dob, sex}: Child, on: Day): boolean {
  const {kind, provider, status, approval} = home.household
  const {places, ages, sexes, kinds} = approval.terms
  const age = ageOn(dob, on)
  return (
    kind === 'fostering' &&
    provider.type === 'in-house' &&
    status.state === 'available' &&
    approval.from !== null &&
    approval.from <= on &&
    approval.until === null &&
    kinds.includes('short-term') &&
    sexes.includes(sex) &&
    age >= ages.from &&
    age <= ages.to &&
    home.calendar.length < places &&
    freeBedroom(home) !== undefined
  )
}

/** Until the evening; one that ran out yesterday takes nothing. */
function hold(
  home: Home,
  {story, neededFrom}: Cast,
  child: Child,
  {today, random, places}: HouseholdDrawing,
): Home {
  const lastDay = story.hold === 'expired' ? addDays(today, -1) : today
  const occupancy = {
    id: random.uuid() as OccupancyId,
    kind: 'hold' as const,
    from: neededFrom,
    until: null,
    bedroomId: freeBedroom(home)!.id,
    occupant: occupantOf(child, places.authorityId),
    expiresAt: `${lastDay}T20:00:00.000Z`,
  }
  return {...home, calendar: [...home.calendar, occupancy]}
}
