import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {authorityRegister} from './keys.ts'
import {stillAsRead} from './steps.ts'
import {firstVersion, itemOf} from './stored.ts'
import type {Item, Table} from './table.ts'

const TYPE = 'authority'

/** What this process has registered or found registered already. */
const registered = new WeakMap<Table, Set<AuthorityId>>()

/**
 * Enters an authority in the register by which the schedule finds whose deadlines to look at: once a process, and
 * apart from the transaction that needs it, which would otherwise wait for all others.
 */
export async function registerAuthority(table: Table, authorityId: AuthorityId, at: Instant): Promise<void> {
  const known = registered.get(table) ?? new Set()
  registered.set(table, known)
  if (known.has(authorityId)) return
  const item = authorityItem(authorityId, at)
  // Refused only when it is there already.
  await table.transact([{...stillAsRead({pk: item.pk, sk: item.sk}, null), put: item}])
  known.add(authorityId)
}

/** An authority as it is registered, for loading in bulk. */
export const authorityItem = (authorityId: AuthorityId, at: Instant): Item =>
  itemOf({key: authorityRegister.make({authorityId}), type: TYPE}, firstVersion({authorityId}, at))

export const registeredAuthorities = async (table: Table): Promise<readonly AuthorityId[]> =>
  (await table.queryAll({pk: 'authorities'})).map(item => item.sk as AuthorityId)
