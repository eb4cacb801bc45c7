import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import type {Whereabouts} from '../../domain/placement/whereabouts.ts'
import {keys} from './keys.ts'
import {firstVersion, itemOf, type Stored, storedIn} from './stored.ts'
import type {Item, Table} from './table.ts'

const TYPE = 'whereabouts'

/** Where each of these children lives and has lived; those of whom Hearth knows nothing are left out. */
export async function loadWhereabouts(
  table: Table,
  auth: AuthorityId,
  ids: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, Stored<Whereabouts>>> {
  const items = await table.getMany(
    ids.map(childId => keys.currentPlacement.make({authorityId: auth, childId})),
  )
  const found = items.map(item => storedIn<Whereabouts>(TYPE, item))
  return new Map(found.map(whereabouts => [whereabouts.value.childId, whereabouts]))
}

/** The child's placements as they are stored for loading in bulk. */
export const whereaboutsItem = (auth: AuthorityId, whereabouts: Whereabouts, at: Instant): Item =>
  itemOf(
    {key: keys.currentPlacement.make({authorityId: auth, childId: whereabouts.childId}), type: TYPE},
    firstVersion(whereabouts, at),
  )
