import type {AuthorityId, ChildId, ReferralId} from '../../../domain/ids.ts'
import {keys} from '../../store/keys.ts'
import {loadReferral, type StoredReferral} from '../../store/referrals.ts'
import {stillAsRead} from '../../store/steps.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table} from '../../store/table.ts'
import {fault} from '../faults.ts'
import type {Fault} from '../schemas/problem.ts'

export const referralStands = (authorityId: AuthorityId, {value, version}: Stored<StoredReferral>) =>
  stillAsRead(keys.referral.make({authorityId, referralId: value.id}), {version})

interface Sought {
  readonly referral: Stored<StoredReferral>
  readonly ids: readonly ChildId[]
  readonly faults: readonly Fault[]
}

/**
 * A referral, and those of its children who are asked for: by default those who have no home yet. null when the
 * authority has no such referral.
 */
export async function loadSought(
  table: Table,
  authorityId: AuthorityId,
  {referralId, children: asked}: {readonly referralId: ReferralId; readonly children?: readonly ChildId[]},
): Promise<Sought | null> {
  const referral = await loadReferral(table, authorityId, referralId)
  if (referral === null) return null
  const {children, placedChildren = []} = referral.value
  const ids = asked ?? children.filter(id => !placedChildren.includes(id))
  const faults = ids.flatMap((id, n) =>
    children.includes(id) ? [] : [fault(`/children/${n}`, 'is not a child of this referral')],
  )
  return {referral, ids, faults}
}
