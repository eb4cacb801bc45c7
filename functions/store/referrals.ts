import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId, ReferralId} from '../../domain/ids.ts'
import type {Referral, ReferralInHand, ReferralStatus} from '../../domain/referral/referral.ts'
import {referralOpened} from '../../events/referral-opened.v1.ts'
import {keys, partitions, positions, relations} from './keys.ts'
import {recordEvent} from './outbox.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putNew, putOver, putRecord, takeAway} from './steps.ts'
import {firstVersion, itemOf, nextVersion, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'referral'
const REFERRED_CHILD = 'referred-child'

/** A referral with where it stands and the account that opened it. */
export type StoredReferral = ReferralInHand & {readonly openedBy: string}

export const loadReferral = async (
  table: Table,
  auth: AuthorityId,
  id: ReferralId,
): Promise<Stored<StoredReferral> | null> =>
  storedOrNull<StoredReferral>(TYPE, await table.get(keys.referral.make({authorityId: auth, referralId: id})))

/** In any order; those that the authority does not have are left out. */
export const loadReferrals = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly ReferralId[],
): Promise<readonly Stored<StoredReferral>[]> =>
  (await table.getMany(ids.map(referralId => keys.referral.make({authorityId: auth, referralId})))).map(
    item => storedIn<StoredReferral>(TYPE, item),
  )

/** `all` newest first; those of one status by the day on which they are needed, from the index. */
export async function listReferrals(
  table: Table,
  auth: AuthorityId,
  {status}: {readonly status: ReferralStatus | 'all'},
  page: PageRequest,
): Promise<Page<Stored<StoredReferral>>> {
  const newestFirst = {pk: partitions.referrals.make({authorityId: auth}), descending: true}
  const found =
    status === 'all'
      ? await table.query(newestFirst, page)
      : await table.related(withStatus(auth, status), page)
  return pageOfStored(TYPE, found)
}

/** Every referral of the authority, whatever became of it. */
export const allReferrals = async (
  table: Table,
  auth: AuthorityId,
): Promise<readonly Stored<StoredReferral>[]> =>
  (await table.queryAll({pk: partitions.referrals.make({authorityId: auth})})).map(item =>
    storedIn<StoredReferral>(TYPE, item),
  )

/** All of them, by the day on which they are needed. From the index: one opened a moment ago may be missing. */
export async function openReferrals(
  table: Table,
  auth: AuthorityId,
): Promise<readonly Stored<StoredReferral>[]> {
  const items = await table.relatedAll(withStatus(auth, 'open'))
  return items.map(item => storedIn<StoredReferral>(TYPE, item))
}

const withStatus = (auth: AuthorityId, status: ReferralStatus) =>
  relations.referralsByStatus.make({authorityId: auth, status})

function referralItem(auth: AuthorityId, stored: Stored<StoredReferral>): Item {
  const {id, neededFrom, status} = stored.value
  return itemOf(
    {
      key: keys.referral.make({authorityId: auth, referralId: id}),
      type: TYPE,
      related: {to: withStatus(auth, status), at: positions.referral.make({neededFrom, referralId: id})},
    },
    stored,
  )
}

const childKey = (auth: AuthorityId, childId: ChildId) =>
  keys.referredChild.make({authorityId: auth, childId})

const referredChildItem = (auth: AuthorityId, childId: ChildId, referralId: ReferralId, at: Instant) =>
  itemOf({key: childKey(auth, childId), type: REFERRED_CHILD}, firstVersion({referralId}, at))

/** Refused when the child is in another open referral: no two people look for one home. */
const referChild = (
  auth: AuthorityId,
  childId: ChildId,
  referralId: ReferralId,
  at: Instant,
): Write<Refusal> =>
  putNew(referredChildItem(auth, childId, referralId, at), found => ({
    kind: 'already-referred',
    childId,
    referralId: found && storedIn<{referralId: ReferralId}>(REFERRED_CHILD, found).value.referralId,
  }))

const childrenSought = (referral: StoredReferral): readonly ChildId[] =>
  referral.status === 'open' ? referral.children : []

/** A referral as it is stored, for loading in bulk: open, unless it says where it stands. */
export function referralItems(
  auth: AuthorityId,
  referral: Referral | ReferralInHand,
  at: Instant,
  by: string,
): readonly Item[] {
  const opened = firstVersion<StoredReferral>(
    {...referral, status: 'status' in referral ? referral.status : 'open', openedBy: by},
    at,
  )
  return [
    referralItem(auth, opened),
    ...childrenSought(opened.value).map(child => referredChildItem(auth, child, referral.id, at)),
  ]
}

const opened = (auth: AuthorityId, referralId: ReferralId, referralVersion: number, at: Instant) =>
  recordEvent(auth, referralOpened({authorityId: auth, referralId, referralVersion}, at))

/** Refused when a child is in another open referral. `by` is the account that opens it. */
export const openReferral = (
  auth: AuthorityId,
  referral: Referral,
  at: Instant,
  by: string,
): Write<Refusal>[] => [
  putRecord(
    referralItem(auth, firstVersion<StoredReferral>({...referral, status: 'open', openedBy: by}, at)),
    TYPE,
  ),
  ...referral.children.map(child => referChild(auth, child, referral.id, at)),
  opened(auth, referral.id, 1, at),
]

/** Refused when it has changed since `before` was read, or a child that it now seeks is in another open referral. */
export function changeReferral(
  auth: AuthorityId,
  before: Stored<StoredReferral>,
  after: StoredReferral,
  at: Instant,
): Write<Refusal>[] {
  const [sought, seeks] = [new Set(childrenSought(before.value)), new Set(childrenSought(after))]
  const next = nextVersion(before, after, at)
  return [
    putOver(before.version, referralItem(auth, next), TYPE),
    ...[...seeks.difference(sought)].map(child => referChild(auth, child, after.id, at)),
    ...[...sought.difference(seeks)].map(child => takeAway(childKey(auth, child), TYPE)),
    ...(before.value.status !== 'open' && after.status === 'open'
      ? [opened(auth, after.id, next.version, at)]
      : []),
  ]
}
