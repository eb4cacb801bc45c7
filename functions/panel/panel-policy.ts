import type {AuthorityId} from '../../domain/ids.ts'
import {defaultPolicy} from '../../domain/matching/default-policy.ts'
import type {MatchingPolicy} from '../../domain/matching/policy.ts'
import {DEFAULT_PANEL, type PanelInForce} from '../../domain/panel/policy.ts'
import {loadPolicy} from '../store/policies.ts'
import type {Table} from '../store/table.ts'

/** The policy in force, and the panel's part of it. */
export async function loadPanelPolicy(
  table: Table,
  authorityId: AuthorityId,
): Promise<{readonly matching: MatchingPolicy; readonly panel: PanelInForce}> {
  const stored = await loadPolicy(table, authorityId)
  const matching = stored?.value.policy ?? defaultPolicy(authorityId)
  const {adjoiningAuthorities, panel = DEFAULT_PANEL} = matching
  return {matching, panel: {...panel, adjoiningAuthorities}}
}
