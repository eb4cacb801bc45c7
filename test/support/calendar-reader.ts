import type {Occupancy} from '../../domain/household/occupancy.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {loadCalendar} from '../../functions/store/calendars.ts'
import {type Running, recordsOf} from './records-of.ts'

/** Reads calendars past the API, as they stand in the table of a running service. */
export function calendarReader(running: Running, authorityId: AuthorityId) {
  const table = recordsOf(running)
  return async (householdId: string): Promise<readonly Occupancy[]> =>
    (await loadCalendar(table, authorityId, householdId as HouseholdId))?.value ?? []
}
