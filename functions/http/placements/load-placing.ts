import type {Child} from '../../../domain/child/child.ts'
import type {Household} from '../../../domain/household/household.ts'
import type {AuthorityId, ChildId, HouseholdId, ReferralId, ShortlistId} from '../../../domain/ids.ts'
import type {MatchingPolicy} from '../../../domain/matching/policy.ts'
import {ok, type Result, refuse} from '../../../domain/result.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {type Calendar, loadCalendar} from '../../store/calendars.ts'
import {loadChildren} from '../../store/children.ts'
import {loadHousehold} from '../../store/households.ts'
import {keys} from '../../store/keys.ts'
import {loadReferral, type StoredReferral} from '../../store/referrals.ts'
import {loadShortlist} from '../../store/shortlists.ts'
import {stillAsRead} from '../../store/steps.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table, Write} from '../../store/table.ts'
import {fault, invalid} from '../faults.ts'
import {policyInForce} from './policy-in-force.ts'

export interface StoredHome {
  readonly household: Stored<Household>
  readonly calendar: Stored<Calendar>
}

/** A household with its calendar; null when the authority has no such household. */
export async function loadHome(
  table: Table,
  authorityId: AuthorityId,
  id: HouseholdId,
): Promise<StoredHome | null> {
  const [household, calendar] = await Promise.all([
    loadHousehold(table, authorityId, id),
    loadCalendar(table, authorityId, id),
  ])
  if (household === null) return null
  // No calendar is not an empty one: what is taken would not be known.
  if (calendar === null) throw new Error('A household has no calendar.')
  return {household, calendar}
}

/** For a decision that reads the household and changes its calendar. */
export const householdStands = (authorityId: AuthorityId, {value, version}: Stored<Household>) =>
  stillAsRead(keys.household.make({authorityId, householdId: value.id}), {version})

export const referralStands = (authorityId: AuthorityId, {value, version}: Stored<StoredReferral>) =>
  stillAsRead(keys.referral.make({authorityId, referralId: value.id}), {version})

interface Asked {
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
  readonly shortlistId: ShortlistId | null
  readonly children?: readonly ChildId[]
}

interface Placing {
  readonly referral: Stored<StoredReferral>
  readonly home: StoredHome
  /** Those asked for; of the referral, those who have no home yet. */
  readonly children: readonly Child[]
  readonly policy: MatchingPolicy
  /** That the referral and the household are as they were read. */
  readonly stillStands: readonly Write<Refusal>[]
}

/** What a hold is decided on. */
export async function loadPlacing(
  table: Table,
  authorityId: AuthorityId,
  {referralId, householdId, shortlistId, children: asked}: Asked,
): Promise<Result<Placing, Refusal>> {
  const [referral, home, policy, shortlist] = await Promise.all([
    loadReferral(table, authorityId, referralId),
    loadHome(table, authorityId, householdId),
    policyInForce(table, authorityId),
    shortlistId && loadShortlist(table, authorityId, shortlistId),
  ])
  if (referral === null) return refuse({kind: 'not-found', what: 'referral'})
  if (policy === null) throw new Error('There is always a policy in force')
  const {children: ofReferral, placedChildren = []} = referral.value
  const ids = asked ?? ofReferral.filter(id => !placedChildren.includes(id))
  const faults = [
    ...(home === null ? [fault('/householdId', 'is not a household of your authority')] : []),
    ...(shortlistId !== null && shortlist?.value.referralId !== referralId
      ? [fault('/shortlistId', 'is not a shortlist of this referral')]
      : []),
    ...ids.flatMap((id, n) =>
      ofReferral.includes(id) ? [] : [fault(`/children/${n}`, 'is not a child of this referral')],
    ),
  ]
  if (home === null || faults.length > 0) return invalid(faults)
  return ok({
    referral,
    home,
    children: await loadInOrder(table, authorityId, ids),
    policy: policy.value.policy,
    stillStands: [referralStands(authorityId, referral), householdStands(authorityId, home.household)],
  })
}

/** Whoever is in a referral is on record. */
export async function loadInOrder(
  table: Table,
  authorityId: AuthorityId,
  ids: readonly ChildId[],
): Promise<readonly Child[]> {
  const found = new Map((await loadChildren(table, authorityId, ids)).map(({value}) => [value.id, value]))
  return ids.map(id => {
    const child = found.get(id)
    if (child === undefined) throw new Error('A child of a referral is not on record.')
    return child
  })
}
