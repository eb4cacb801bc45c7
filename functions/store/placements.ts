import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'placement'
const OF_HOUSEHOLD = 'placement-of-household'

export const loadPlacement = async (
  table: Table,
  auth: AuthorityId,
  id: PlacementId,
): Promise<Stored<Placement> | null> =>
  storedOrNull<Placement>(TYPE, await table.get(keys.placement.make({authorityId: auth, placementId: id})))

/** By first night. From the index: one recorded a moment ago may be missing. */
export const placementsOfChild = async (
  table: Table,
  auth: AuthorityId,
  childId: ChildId,
  page: PageRequest,
): Promise<Page<Stored<Placement>>> =>
  pageOfStored(
    TYPE,
    await table.related(relations.placementsOfChild.make({authorityId: auth, childId}), page),
  )

/** In the order in which they were recorded. */
export async function placementsOfHousehold(
  table: Table,
  auth: AuthorityId,
  householdId: HouseholdId,
  page: PageRequest,
): Promise<Page<Stored<Placement>>> {
  const pk = partitions.placementsOfHousehold.make({authorityId: auth, householdId})
  const {items, next} = await table.query({pk}, page)
  const ids = items.map(item => storedIn<PlacementId>(OF_HOUSEHOLD, item).value)
  const found = await table.getMany(
    ids.map(placementId => keys.placement.make({authorityId: auth, placementId})),
  )
  const byId = new Map(
    found.map(item => storedIn<Placement>(TYPE, item)).map(stored => [stored.value.id, stored]),
  )
  return {items: ids.flatMap(id => byId.get(id) ?? []), next}
}

/** A new placement, found from its child and its household, or one over what was read; whoever is late is to decide again. */
export function keepPlacement(
  auth: AuthorityId,
  before: Stored<Placement> | null,
  placement: Placement,
  at: Instant,
): Write<Refusal>[] {
  const {id, childId, householdId, from} = placement
  const place = {
    key: keys.placement.make({authorityId: auth, placementId: id}),
    type: TYPE,
    related: {
      to: relations.placementsOfChild.make({authorityId: auth, childId}),
      at: positions.placement.make({from, placementId: id}),
    },
  }
  return [
    putAsDecided(itemOf(place, versionAfter(before, placement, at)), before),
    ...(before === null && householdId !== null ? [listed(auth, householdId, id, at)] : []),
  ]
}

function listed(auth: AuthorityId, householdId: HouseholdId, id: PlacementId, at: Instant): Write<Refusal> {
  const key = keys.placementOfHousehold.make({authorityId: auth, householdId, placementId: id})
  return putAsDecided(itemOf({key, type: OF_HOUSEHOLD}, firstVersion(id, at)), null)
}
