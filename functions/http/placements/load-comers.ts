import type {Child} from '../../../domain/child/child.ts'
import type {AuthorityId, ChildId, OccupancyId, PlacementId} from '../../../domain/ids.ts'
import type {Comer} from '../../../domain/placement/placement-request.ts'
import {nowhereYet, type Whereabouts} from '../../../domain/placement/whereabouts.ts'
import {loadChildren} from '../../store/children.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table} from '../../store/table.ts'
import {loadWhereabouts} from '../../store/whereabouts.ts'

/** In the order asked for. Whoever is in a referral or a placement is on record. */
export async function loadInOrder(
  table: Table,
  authorityId: AuthorityId,
  ids: readonly ChildId[],
): Promise<readonly Child[]> {
  const found = new Map((await loadChildren(table, authorityId, ids)).map(({value}) => [value.id, value]))
  return ids.map(id => {
    const child = found.get(id)
    if (child === undefined) throw new Error('A record names a child who is not there.')
    return child
  })
}

interface Comers {
  readonly comers: readonly Comer[]
  readonly whereabouts: ReadonlyMap<ChildId, Stored<Whereabouts>>
}

/** The children who come to live somewhere, where they live now, and ids for what that makes. */
export async function loadComers(
  table: Table,
  authorityId: AuthorityId,
  ids: readonly ChildId[],
  newId: () => string,
): Promise<Comers> {
  const [children, whereabouts] = await Promise.all([
    loadInOrder(table, authorityId, ids),
    loadWhereabouts(table, authorityId, ids),
  ])
  const comers = children.map(child => ({
    child,
    whereabouts: whereabouts.get(child.id)?.value ?? nowhereYet(child.id),
    placementId: newId() as PlacementId,
    occupancyId: newId() as OccupancyId,
  }))
  return {comers, whereabouts}
}
