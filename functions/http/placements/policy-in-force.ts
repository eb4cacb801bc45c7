import type {AuthorityId} from '../../../domain/ids.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import type {MatchingPolicy} from '../../../domain/matching/policy.ts'
import {loadPolicy, type PolicyChange} from '../../store/policies.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table} from '../../store/table.ts'

/** The day of the issue that set the default weights. */
const DEFAULT_SINCE = '2026-11-01T00:00:00.000Z'

/** Version 1 of every authority, until and after it makes its own. */
export const firstPolicy = (authorityId: AuthorityId): Stored<PolicyChange> => ({
  value: {
    policy: defaultPolicy(authorityId),
    changedBy: 'hearth',
    reason: 'The policy that every authority starts from.',
  },
  version: 1,
  createdAt: DEFAULT_SINCE,
  updatedAt: DEFAULT_SINCE,
})

/** The policy of an authority, or one version of it; null when there is no such version. */
export async function policyInForce(
  table: Table,
  authorityId: AuthorityId,
  version?: number,
): Promise<Stored<PolicyChange> | null> {
  const stored = await loadPolicy(table, authorityId, version)
  return stored ?? ((version ?? 1) === 1 ? firstPolicy(authorityId) : null)
}

/** The policy by which to decide now. */
export const policyNow = async (table: Table, authorityId: AuthorityId): Promise<MatchingPolicy> =>
  (await loadPolicy(table, authorityId))?.value.policy ?? defaultPolicy(authorityId)
