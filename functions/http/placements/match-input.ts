import type * as z from 'zod'
import {dayInEngland, type Instant} from '../../../domain/calendar.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {MatchInput} from '../../../domain/matching/shortlist.ts'
import {offersInForce} from '../../../domain/placement/approach.ts'
import {approachesOf} from '../../store/approaches.ts'
import {loadChildren} from '../../store/children.ts'
import {loadSupply} from '../../store/households.ts'
import type {StoredReferral} from '../../store/referrals.ts'
import type {Table} from '../../store/table.ts'
import type {shortlistBody} from '../schemas/shortlist.ts'
import {policyInForce} from './policy-in-force.ts'
import {loadSiblings} from './siblings.ts'

/** Everything that decides a shortlist as it stands now, and the version of the policy that was read. */
export async function loadMatchInput(
  table: Table,
  authorityId: AuthorityId,
  referral: StoredReferral,
  asked: z.output<typeof shortlistBody>,
  at: Instant,
): Promise<{readonly input: MatchInput; readonly policyVersion: number}> {
  const {placedChildren = []} = referral
  const sought = referral.children.filter(id => !placedChildren.includes(id))
  const [stored, supply, policy, approaches] = await Promise.all([
    loadChildren(table, authorityId, sought),
    loadSupply(table, authorityId),
    policyInForce(table, authorityId),
    approachesOf(table, authorityId, referral.id),
  ])
  if (policy === null) throw new Error('There is always a policy in force')
  const children = stored.map(({value}) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const siblings = await loadSiblings(table, authorityId, children, supply, dayInEngland(at))
  const input = {
    authorityId,
    referral: {...referral, children: sought},
    children,
    siblings,
    supply,
    offers: offersInForce(approaches, at),
    policy: policy.value.policy,
    ...asked,
    at,
  }
  return {input, policyVersion: policy.version}
}
