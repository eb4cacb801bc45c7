import type {Instant} from '../../domain/calendar.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, nextVersion, type Stored, storedOrNull} from './stored.ts'
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
