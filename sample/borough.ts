import type {Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {AuthorityId, ChildId, SiblingGroupId} from '../domain/ids.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {Placement} from '../domain/placement/placement.ts'
import type {Referral} from '../domain/referral/referral.ts'
import {castStories} from './casting.ts'
import {makeChildren} from './children.ts'
import {LEWISHAM} from './districts.ts'
import {type Dwelling, makeDwellings} from './dwellings.ts'
import {addEmptyHomes, makeEmptyLodgings} from './empty-homes.ts'
import {makeFamilies} from './families.ts'
import type {HouseholdDrawing} from './households.ts'
import {legalStatuses} from './legal-status.ts'
import {isHousehold, makeOccupiedHome} from './occupied-homes.ts'
import {makePeople} from './people.ts'
import {makePlaces, type Postcode} from './places.ts'
import {makeRandom} from './random.ts'
import {holdPlaces, makeOffers, makeReferral, recordNotice} from './referrals.ts'
import {makeSettingPlacements} from './settings.ts'
import {makeShortBreakHomes} from './short-breaks.ts'
import {drawStays} from './stays.ts'
import {BOROUGH, scaled} from './targets.ts'

export interface BoroughOptions {
  readonly seed: number | string
  /** How many are looked after and placed; children at the edge of care come on top. */
  readonly children: number
  readonly today: Day
  /** Lewisham (E09000023) unless said otherwise: the ground stays the same, the code changes. */
  readonly authorityId?: AuthorityId
}

/** Brothers and sisters, placed or referred. */
export interface SiblingGroup {
  readonly id: SiblingGroupId
  readonly children: readonly ChildId[]
  /** Whether those who are placed all live in one household or setting; null when fewer than two are placed. */
  readonly together: boolean | null
}

/** An authority with its looked-after children, their homes, and those who need one. All of it invented. */
export interface Borough {
  readonly authorityId: AuthorityId
  readonly today: Day
  /** The gazetteer: every location of the borough is in it. */
  readonly postcodes: readonly Postcode[]
  readonly children: readonly Child[]
  readonly homes: readonly Home[]
  /** One for each looked-after child; referred children at the edge of care have none. */
  readonly placements: readonly Placement[]
  readonly referrals: readonly Referral[]
  readonly siblingGroups: readonly SiblingGroup[]
}

/** The same options give the same borough, to the byte. */
export function makeBorough({
  seed,
  children: count,
  today,
  authorityId = LEWISHAM as AuthorityId,
}: BoroughOptions): Borough {
  const random = makeRandom(seed)
  const places = makePlaces(authorityId, random)
  let households = 0
  const drawingOf = (theme: string): HouseholdDrawing => ({
    places,
    today,
    random: random.fork(theme),
    nextNumber: () => ++households,
  })
  const families = makeFamilies(
    makePeople(count, today, random.fork('people')),
    places,
    random.fork('families'),
  )
  const dwellings = makeDwellings(families, places, random.fork('dwellings'))
  const children = makeChildren(
    dwellings,
    legalStatuses(dwellings, random.fork('legal-status')),
    drawingOf('children'),
  )
  const placed = [...children.keys()]
  const casts = castStories(scaled(BOROUGH.referrals, count), dwellings, children, drawingOf('stories'))
  const leaving = new Map(
    casts.flatMap(cast => (cast.leaving ? cast.children.map(id => [id, cast.neededFrom] as const) : [])),
  )

  const {homes: occupied, placements} = house(dwellings, children, leaving, drawingOf('homes'))
  const short = drawingOf('short-breaks')
  const lodgings = drawingOf('lodgings')
  const hosts = occupied.filter(({household}) => household.kind === 'supported-lodgings').length
  const fostered = dwellings
    .filter(({provision}) => provision === 'mainstream')
    .flatMap(({parties}) => parties.flat())
  const homes = [
    ...occupied,
    ...addEmptyHomes(occupied, 'in-house', drawingOf('in-house')),
    ...addEmptyHomes(occupied, 'ifa', drawingOf('ifa')),
    ...makeShortBreakHomes(
      scaled(BOROUGH.shortBreakHouseholds, count),
      fostered.map(({person}) => children.get(person.id)!),
      short,
    ),
    ...Array.from({length: Math.max(0, scaled(BOROUGH.lodgingsHosts, count) - hosts)}, () =>
      makeEmptyLodgings(lodgings),
    ),
    ...makeOffers(casts, children, drawingOf('offers')),
  ]
  const told = recordNotice(homes, casts, placements, short)
  const referrals = drawingOf('referrals')
  return {
    authorityId,
    today,
    postcodes: places.all,
    children: [...children.values()],
    homes: holdPlaces(told, casts, children, drawingOf('holds')),
    placements: placed.map(id => placements.get(id)!),
    referrals: casts.map(cast => makeReferral(cast, referrals)),
    siblingGroups: groupSiblings([...children.values()], placements),
  }
}

interface Housed {
  readonly homes: readonly Home[]
  readonly placements: ReadonlyMap<ChildId, Placement>
}

/** A household or a setting for each dwelling, and a placement for each child. */
function house(
  dwellings: readonly Dwelling[],
  children: ReadonlyMap<ChildId, Child>,
  leaving: ReadonlyMap<ChildId, Day>,
  drawing: HouseholdDrawing,
): Housed {
  const {random, today} = drawing
  const homes: Home[] = []
  const placements = new Map<ChildId, Placement>()
  for (const dwelling of dwellings) {
    const parties = dwelling.parties.map(party =>
      drawStays(dwelling, party, children, today, random).map(stay => ({
        ...stay,
        until: leaving.get(stay.child.id) ?? stay.until,
      })),
    )
    const occupied = isHousehold(dwelling) ? makeOccupiedHome(dwelling, parties, drawing) : null
    if (occupied) homes.push(occupied.home)
    for (const placement of occupied?.placements ?? makeSettingPlacements(dwelling, parties.flat(), random))
      placements.set(placement.childId, placement)
  }
  return {homes, placements}
}

function groupSiblings(
  children: readonly Child[],
  placements: ReadonlyMap<ChildId, Placement>,
): readonly SiblingGroup[] {
  const groups = Map.groupBy(
    children.filter(({siblingGroupId}) => siblingGroupId),
    child => child.siblingGroupId!,
  )
  return [...groups].map(([id, members]) => {
    const homes = members.flatMap(child => placements.get(child.id) ?? [])
    const wheres = new Set(
      homes.map(({householdId, location}) => householdId ?? `${location.easting} ${location.northing}`),
    )
    return {
      id,
      children: members.map(child => child.id),
      together: homes.length < 2 ? null : wheres.size === 1,
    }
  })
}
