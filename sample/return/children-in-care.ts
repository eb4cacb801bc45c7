import {addDays, type Day} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {Household} from '../../domain/household/household.ts'
import type {HouseholdId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Borough} from '../borough.ts'
import {makeRandom, type Random} from '../random.ts'
import type {Stretch} from './episodes.ts'
import {drawDays, type History, type Telling, tell, yearsAfter} from './history.ts'
import {drawOrders} from './orders.ts'
import {agencyUrn, authorityUrn, type Ground, type ReturnedHome} from './past-homes.ts'
import {daysBetween, drawPastStretches} from './stretches.ts'

/** Every looked-after child of the borough: the placement that there is, and how they came to it. */
export function historiesOfThePlaced(borough: Borough, ground: Ground): readonly History[] {
  const children = new Map(borough.children.map(child => [child.id, child]))
  const households = new Map(borough.homes.map(({household}) => [household.id, household]))
  return borough.placements.map(placement => {
    const child = children.get(placement.childId)!
    const random = makeRandom(`return/${child.id}`)
    const home = homeOf(placement, households, ground)
    return historyOf(child, {from: placement.from, until: null, home}, {ground, today: borough.today, random})
  })
}

function historyOf(child: Child, now: Stretch, telling: Telling): History {
  const {today, ground, random} = telling
  const {reference, dob, sex, ethnicity = 'NOBT', uasc = false, legalStatus = 'C2'} = child
  const start = firstDayInCare(child, now, today)
  const adoption = now.home.place.startsWith('A')
  const orders = drawOrders(
    {
      start,
      by: adoption ? now.from : today,
      status: legalStatus,
      neverAccommodated: now.home.place === 'P1',
    },
    random,
  )
  const past = daysBetween(start, now.from)
  const before =
    past === 0
      ? []
      : drawPastStretches({child: {dob, uasc}, from: start, until: now.from, next: now.home}, ground, random)
  return tell(
    {reference, dob, sex, ethnicity, uasc},
    {
      homes: [...(fromFoster(now.home) ? inOneHome(before, now.home) : before), now],
      orders,
      homePostcode: child.home?.postcode ?? null,
      ceased: null,
    },
    telling,
  )
}

/** Who adopts a child whom they foster had them in their home before (A3, A5). */
const fromFoster = ({place}: ReturnedHome): boolean => place === 'A3' || place === 'A5'
const inOneHome = (before: readonly Stretch[], home: ReturnedHome): readonly Stretch[] =>
  before.map((stretch, index) =>
    index === before.length - 1 ? {...stretch, home: {...home, place: 'U5'}} : stretch,
  )

/** So many live where they first came; the others had been looked after for a year and a half, on average. */
const FIRST_HOME_SHARE = 0.22
const MEAN_DAYS_BEFORE = 520
const YEARS_KEPT = 10
/** Unaccompanied children come from 14 on. */
const UASC_FROM_AGE = 14

/** Brothers and sisters came on one day, as far as they were born. */
function firstDayInCare(child: Child, {from, home}: Stretch, today: Day): Day {
  const random = makeRandom(`care/${child.siblingGroupId ?? child.id}/${from}`)
  const adoption = home.place.startsWith('A')
  const status = child.legalStatus ?? 'C2'
  if (status === 'J1' || status === 'L2' || (!adoption && random.chance(FIRST_HOME_SHARE))) return from
  const earliest = [
    addDays(yearsAfter(child.dob, child.uasc ? UASC_FROM_AGE : 0), 1),
    addDays(yearsAfter(today, -YEARS_KEPT), 1),
  ]
    .toSorted()
    .at(-1)!
  const room = daysBetween(earliest, from)
  if (room < SHORTEST_STAY) return from
  return addDays(from, -Math.min(room, SHORTEST_STAY + daysBefore(adoption, random)))
}

const SHORTEST_STAY = 7
const daysBefore = (adoption: boolean, random: Random): number =>
  adoption ? random.integer(180, 450) : drawDays(MEAN_DAYS_BEFORE, random)

function homeOf(
  {householdId, setting, code, location, weeklyCostPence}: Placement,
  households: ReadonlyMap<HouseholdId, Household>,
  ground: Ground,
): ReturnedHome {
  const household = householdId === null ? undefined : households.get(householdId)
  return {
    ...code,
    postcode: location.postcode,
    urn: household ? urnOf(household, ground) : (setting?.urn ?? null),
    supplier: household ? supplierOf(household) : (setting?.name ?? ''),
    weeklyPence: weeklyCostPence,
  }
}

/** `in-house`, an agency's id, or another authority's code. */
export function supplierOf({provider}: Household): string {
  if (provider.type === 'ifa') return provider.agencyId
  return provider.type === 'in-house' ? provider.type : provider.authorityId
}

/** A fostering household stands in the return under its service; a host of supported lodgings under a provider's number. */
function urnOf({provider, approval: {registration}}: Household, {inHouseUrn}: Ground): string {
  if (registration) return `2${registration.urn.slice(2)}`
  if (provider.type === 'ifa') return agencyUrn(provider.agencyId)
  return provider.type === 'in-house' ? inHouseUrn : authorityUrn(provider.authorityId)
}
