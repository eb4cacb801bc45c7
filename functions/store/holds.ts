import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, HoldId, ReferralId} from '../../domain/ids.ts'
import type {Hold} from '../../domain/placement/hold.ts'
import {keys, positions, relations} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'hold'

export const loadHold = async (table: Table, auth: AuthorityId, id: HoldId): Promise<Stored<Hold> | null> =>
  storedOrNull<Hold>(TYPE, await table.get(keys.hold.make({authorityId: auth, holdId: id})))

/** In any order; those that the authority does not have are left out. */
export const loadHolds = async (
  table: Table,
  auth: AuthorityId,
  ids: readonly HoldId[],
): Promise<readonly Stored<Hold>[]> => {
  const found = await table.getMany(ids.map(holdId => keys.hold.make({authorityId: auth, holdId})))
  return found.map(item => storedIn<Hold>(TYPE, item))
}

/** Of one referral, oldest first. From the index: one made a moment ago may be missing. */
export const listHolds = async (
  table: Table,
  auth: AuthorityId,
  referralId: ReferralId,
  page: PageRequest,
): Promise<Page<Stored<Hold>>> =>
  pageOfStored(
    TYPE,
    await table.related(relations.holdsOfReferral.make({authorityId: auth, referralId}), page),
  )

/** A new hold, or one over what was read; whoever is late is to decide again. */
export function keepHold(
  auth: AuthorityId,
  before: Stored<Hold> | null,
  hold: Hold,
  at: Instant,
): Write<Refusal> {
  const place = {
    key: keys.hold.make({authorityId: auth, holdId: hold.id}),
    type: TYPE,
    related: {
      to: relations.holdsOfReferral.make({authorityId: auth, referralId: hold.referralId}),
      at: positions.hold.make({at: hold.heldAt, holdId: hold.id}),
    },
  }
  return putAsDecided(itemOf(place, versionAfter(before, hold, at)), before)
}
