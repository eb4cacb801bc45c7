import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {keys} from './keys.ts'
import {firstVersion, itemOf, type Stored, storedIn} from './stored.ts'
import type {Item, Table} from './table.ts'

const TYPE = 'current-placement'

/** Where each of these children lives now; those who live nowhere that Hearth knows are left out. */
export async function loadCurrentPlacements(
  table: Table,
  auth: AuthorityId,
  ids: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, Stored<Placement>>> {
  const items = await table.getMany(
    ids.map(childId => keys.currentPlacement.make({authorityId: auth, childId})),
  )
  const placements = items.map(item => storedIn<Placement>(TYPE, item))
  return new Map(placements.map(placement => [placement.value.childId, placement]))
}

/** The child's placement as it is stored. */
export const currentPlacementItem = (auth: AuthorityId, placement: Placement, at: Instant): Item =>
  itemOf(
    {key: keys.currentPlacement.make({authorityId: auth, childId: placement.childId}), type: TYPE},
    firstVersion(placement, at),
  )
