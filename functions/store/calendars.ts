import type {Instant} from '../../domain/calendar.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, nextVersion, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

/** Who or what takes each place of a household: the state that every promise of capacity locks. */
export type Calendar = readonly Occupancy[]

export const CALENDAR = 'calendar'

export const loadCalendar = async (
  table: Table,
  auth: AuthorityId,
  id: HouseholdId,
): Promise<Stored<Calendar> | null> =>
  storedOrNull<Calendar>(CALENDAR, await table.get(keys.calendar.make({authorityId: auth, householdId: id})))

/** By household, no household twice. */
export async function loadCalendars(
  table: Table,
  auth: AuthorityId,
  ids: readonly HouseholdId[],
): Promise<ReadonlyMap<HouseholdId, Calendar>> {
  const wanted = ids.map(householdId => keys.calendar.make({authorityId: auth, householdId}))
  const items = await table.getMany(wanted)
  // No calendar is not an empty one: who lived there would not be known.
  if (items.length < wanted.length) throw new Error('A household has no calendar.')
  return new Map(
    items.map(item => [keys.calendar.parse(item)!.householdId, storedIn<Calendar>(CALENDAR, item).value]),
  )
}

export const calendarItem = (auth: AuthorityId, id: HouseholdId, stored: Stored<Calendar>): Item =>
  itemOf({key: keys.calendar.make({authorityId: auth, householdId: id}), type: CALENDAR}, stored)

/** Refused, to be decided again, when anybody else has changed the calendar since `before` was read. */
export const changeCalendar = (
  auth: AuthorityId,
  id: HouseholdId,
  before: Stored<Calendar>,
  after: Calendar,
  at: Instant,
): Write<Refusal>[] => [putAsDecided(calendarItem(auth, id, nextVersion(before, after, at)), before)]
