import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {firstVersion, itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'placement'
const OF_HOUSEHOLD = 'placement-of-household'

export const loadPlacement = async (
  table: Table,
  auth: AuthorityId,
  id: PlacementId,
): Promise<Stored<Placement> | null> =>
  storedOrNull<Placement>(TYPE, await table.get(keys.placement.make({authorityId: auth, placementId: id})))

/** In any order; those that the authority does not have are left out. */
export const loadPlacements = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly PlacementId[],
): Promise<readonly Stored<Placement>[]> => {
  const found = await table.getMany(
    ids.map(placementId => keys.placement.make({authorityId: auth, placementId})),
  )
  return found.map(item => storedIn<Placement>(TYPE, item))
}

/** Every placement of the authority, in the order in which they were recorded. */
export const allPlacements = async (table: Table, auth: AuthorityId): Promise<readonly Placement[]> =>
  (await table.queryAll({pk: partitions.placements.make({authorityId: auth})})).map(
    item => storedIn<Placement>(TYPE, item).value,
  )

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
  const byId = new Map((await loadPlacements(table, auth, ids)).map(stored => [stored.value.id, stored]))
  return {items: ids.flatMap(id => byId.get(id) ?? []), next}
}

function placementItem(auth: AuthorityId, stored: Stored<Placement>): Item {
  const {id, childId, from} = stored.value
  const place = {
    key: keys.placement.make({authorityId: auth, placementId: id}),
    type: TYPE,
    related: {
      to: relations.placementsOfChild.make({authorityId: auth, childId}),
      at: positions.placement.make({from, placementId: id}),
    },
  }
  return itemOf(place, stored)
}

/** What finds a placement from its household; nothing for another setting. */
function listingItems(auth: AuthorityId, {id, householdId}: Placement, at: Instant): readonly Item[] {
  if (householdId === null) return []
  const key = keys.placementOfHousehold.make({authorityId: auth, householdId, placementId: id})
  return [itemOf({key, type: OF_HOUSEHOLD}, firstVersion(id, at))]
}

/** A new placement as it is stored, for loading in bulk. */
export const placementItems = (auth: AuthorityId, placement: Placement, at: Instant): readonly Item[] => [
  placementItem(auth, firstVersion(placement, at)),
  ...listingItems(auth, placement, at),
]

/** A new placement, found from its child and its household, or one over what was read; whoever is late is to decide again. */
export const keepPlacement = (
  auth: AuthorityId,
  before: Stored<Placement> | null,
  placement: Placement,
  at: Instant,
): Write<Refusal>[] => [
  putAsDecided(placementItem(auth, versionAfter(before, placement, at)), before),
  ...(before === null ? listingItems(auth, placement, at).map(item => putAsDecided(item, null)) : []),
]
