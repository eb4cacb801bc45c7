import type {Day} from '../../../../domain/calendar.ts'
import type {AuthorityId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {type Followed, firstPlacementBy} from '../../../../domain/recruitment/first-placement.ts'
import {allApplications} from '../../../store/applications.ts'
import {loadSupply} from '../../../store/households.ts'
import type {Table} from '../../../store/table.ts'

export const loadApplications = async (
  table: Table,
  authorityId: AuthorityId,
): Promise<readonly Application[]> => (await allApplications(table, authorityId)).map(({value}) => value)

/** Each with its first placement up to a day. */
export async function loadFollowed(
  table: Table,
  authorityId: AuthorityId,
  by: Day,
): Promise<readonly Followed[]> {
  const [applications, homes] = await Promise.all([
    loadApplications(table, authorityId),
    loadSupply(table, authorityId),
  ])
  const calendars = new Map(homes.map(({household, calendar}) => [household.id, calendar]))
  return applications.map(application => ({
    ...application,
    firstPlacementOn: firstPlacementBy(application, calendars, by),
  }))
}
