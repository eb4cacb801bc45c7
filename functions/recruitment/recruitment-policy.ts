import type {AuthorityId} from '../../domain/ids.ts'
import {DEFAULT_RECRUITMENT, type RecruitmentPolicy} from '../../domain/recruitment/policy.ts'
import {loadPolicy} from '../store/policies.ts'
import type {Table} from '../store/table.ts'

/** What of the policy in force recruitment works by. */
export async function loadRecruitmentPolicy(
  table: Table,
  authorityId: AuthorityId,
): Promise<RecruitmentPolicy> {
  const stored = await loadPolicy(table, authorityId)
  return stored?.value.policy.recruitment ?? DEFAULT_RECRUITMENT
}
