import type {AuthorityId, ChildId} from '../../../domain/ids.ts'
import {loadChildren} from '../../store/children.ts'
import type {Table} from '../../store/table.ts'
import {fault} from '../faults.ts'
import type {Fault} from '../schemas/problem.ts'

/** Names every child of a referral that the authority does not have; another authority's is no different from none. */
export async function faultsOfChildren(
  table: Table,
  authorityId: AuthorityId,
  children: readonly ChildId[],
): Promise<readonly Fault[]> {
  const known = new Set((await loadChildren(table, authorityId, children)).map(({value}) => value.id))
  return children.flatMap((id, n) =>
    known.has(id) ? [] : [fault(`/children/${n}`, 'is not a child of your authority')],
  )
}
