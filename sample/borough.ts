import type {Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {AuthorityId, ChildId, SiblingGroupId} from '../domain/ids.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {Placement} from '../domain/placement/placement.ts'
import type {Referral} from '../domain/referral/referral.ts'
import {castStories} from './casting.ts'
import {makeChildren} from './children.ts'
import {LEWISHAM} from './districts.ts'
import {makeDwellings} from './dwellings.ts'
import {makeFamilies} from './families.ts'
import {legalStatuses} from './legal-status.ts'
import {makePeople} from './people.ts'
import {makePlaces, type Postcode} from './places.ts'
import {makeRandom} from './random.ts'
import {makeReferral} from './referrals.ts'
import {type DrawingOf, makeSupply} from './supply.ts'
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
export function makeBorough(options: BoroughOptions): Borough {
  const {seed, children: count, today, authorityId = LEWISHAM as AuthorityId} = options
  const random = makeRandom(seed)
  const places = makePlaces(authorityId, random)
  let households = 0
  const nextNumber = () => ++households
  const drawingOf: DrawingOf = theme => ({places, today, random: random.fork(theme), nextNumber})

  const people = makePeople(count, today, random.fork('people'))
  const dwellings = makeDwellings(
    makeFamilies(people, places, random.fork('families')),
    places,
    random.fork('dwellings'),
  )
  const statuses = legalStatuses(dwellings, random.fork('legal-status'))
  const children = makeChildren(dwellings, statuses, drawingOf('children'))
  const casts = castStories(scaled(BOROUGH.referrals, count), dwellings, children, drawingOf('stories'))
  const {homes, placements} = makeSupply({dwellings, children, casts, count}, drawingOf)
  const referrals = drawingOf('referrals')
  return {
    authorityId,
    today,
    postcodes: places.all,
    children: [...children.values()],
    homes,
    placements: [...children.keys()].flatMap(id => placements.get(id) ?? []),
    referrals: casts.map(cast => makeReferral(cast, referrals)),
    siblingGroups: groupSiblings([...children.values()], placements),
  }
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
