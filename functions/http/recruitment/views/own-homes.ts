import type {Instant} from '../../../../domain/calendar.ts'
import {withoutLapsedHolds} from '../../../../domain/household/calendar.ts'
import type {AuthorityId} from '../../../../domain/ids.ts'
import type {Home} from '../../../../domain/matching/shortlist.ts'
import {loadSupply} from '../../../store/households.ts'
import type {Table} from '../../../store/table.ts'

/**
 * The authority's own carers: foster carers, connected persons and hosts. Their calendars keep every stay that has
 * ended, so that the nights of a referral long past find there who lived there then.
 */
export async function loadOwnHomes(
  table: Table,
  authorityId: AuthorityId,
  at: Instant,
): Promise<readonly Home[]> {
  const homes = await loadSupply(table, authorityId)
  return homes
    .filter(({household: {kind, provider}}) => provider.type === 'in-house' && kind !== 'parent')
    .map(({household, calendar}) => ({household, calendar: withoutLapsedHolds(calendar, at)}))
}
