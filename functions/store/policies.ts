import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {MatchingPolicy} from '../../domain/matching/policy.ts'
import {keys, partitions} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putNew} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

const TYPE = 'policy'

export interface PolicyChange {
  readonly policy: MatchingPolicy
  /** The account that changed it. */
  readonly changedBy: string
  readonly reason: string
}

/** The version that stands, or the one asked for; null when there is none. Every version is kept. */
export async function loadPolicy(
  table: Table,
  auth: AuthorityId,
  version?: number,
): Promise<Stored<PolicyChange> | null> {
  if (version !== undefined)
    return storedOrNull<PolicyChange>(TYPE, await table.get(keys.policy.make({authorityId: auth, version})))
  const newest = {pk: partitions.policy.make({authorityId: auth}), descending: true}
  const {items} = await table.query(newest, {limit: 1, cursor: null})
  return items[0] ? storedIn<PolicyChange>(TYPE, items[0]) : null
}

/** A version of the policy as it is stored. */
export const policyItem = (auth: AuthorityId, version: number, change: PolicyChange, at: Instant): Item =>
  itemOf(
    {key: keys.policy.make({authorityId: auth, version}), type: TYPE},
    {value: change, version, createdAt: at, updatedAt: at},
  )

/** The version after `before` (0: the first one). Refused when somebody else has made it already. */
export const changePolicy = (
  auth: AuthorityId,
  before: number,
  policy: MatchingPolicy,
  by: string,
  reason: string,
  at: Instant,
): Write<Refusal>[] => [
  putNew(policyItem(auth, before + 1, {policy, changedBy: by, reason}, at), found => ({
    kind: 'version-conflict',
    record: TYPE,
    current: found?.version ?? null,
  })),
]
