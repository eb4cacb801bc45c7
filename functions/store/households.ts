import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import {householdChanged} from '../../events/household-changed.v1.ts'
import {CALENDAR, type Calendar, calendarItem} from './calendars.ts'
import {keys, partitions} from './keys.ts'
import {recordEvent} from './outbox.ts'
import {idsByReference, moveReference, referenceItem, takeReference} from './references.ts'
import type {Refusal} from './refusal.ts'
import {putOver, putRecord} from './steps.ts'
import {firstVersion, itemOf, nextVersion, type Stored, storedIn, storedOrNull} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'household'

export const loadHousehold = async (
  table: Table,
  auth: AuthorityId,
  id: HouseholdId,
): Promise<Stored<Household> | null> =>
  storedOrNull<Household>(TYPE, await table.get(keys.household.make({authorityId: auth, householdId: id})))

/** In any order; those that the authority does not have are left out. */
export async function loadHouseholds(
  table: Table,
  auth: AuthorityId,
  ids: readonly HouseholdId[],
): Promise<readonly Stored<Household>[]> {
  const items = await table.getMany(
    ids.map(householdId => keys.household.make({authorityId: auth, householdId})),
  )
  return items.map(item => storedIn<Household>(TYPE, item))
}

/** By reference; those that the authority does not have are left out. */
export async function householdsByReference(
  table: Table,
  auth: AuthorityId,
  references: readonly string[],
): Promise<ReadonlyMap<string, Stored<Household>>> {
  const ids = await idsByReference(table, auth, TYPE, references)
  const found = await loadHouseholds(table, auth, ids as readonly HouseholdId[])
  return new Map(found.map(stored => [stored.value.reference, stored]))
}

/** By id. Each household stands before its calendar, so a page reads two items for each that it gives. */
export async function listHouseholds(
  table: Table,
  auth: AuthorityId,
  page: PageRequest,
): Promise<Page<Stored<Household>>> {
  const {items, next} = await table.query(supplyOf(auth), {...page, limit: page.limit * 2})
  return {items: items.filter(item => item.type === TYPE).map(item => storedIn<Household>(TYPE, item)), next}
}

/** Every household with its calendar, by household id, in one Query (a page of it for each MB). */
export async function loadSupply(table: Table, auth: AuthorityId): Promise<readonly Home[]> {
  const items = await table.queryAll(supplyOf(auth))
  const calendars = new Map(items.filter(item => item.type === CALENDAR).map(item => [item.sk, item]))
  return items
    .filter(item => item.type === TYPE)
    .map(item => {
      const household = storedIn<Household>(TYPE, item).value
      const calendar = calendars.get(keys.calendar.make({authorityId: auth, householdId: household.id}).sk)
      // No calendar is not an empty one: what is taken would not be known.
      if (!calendar) throw new Error('A household has no calendar.')
      return {household, calendar: storedIn<Calendar>(CALENDAR, calendar).value}
    })
}

const supplyOf = (auth: AuthorityId) => ({pk: partitions.households.make({authorityId: auth})})

const householdItem = (auth: AuthorityId, stored: Stored<Household>): Item =>
  itemOf({key: keys.household.make({authorityId: auth, householdId: stored.value.id}), type: TYPE}, stored)

const newHouseholdItems = (auth: AuthorityId, {household, calendar}: Home, at: Instant) =>
  [
    householdItem(auth, firstVersion(household, at)),
    calendarItem(auth, household.id, firstVersion(calendar, at)),
    referenceItem(auth, TYPE, household, at),
  ] as const

/** A new household with its calendar as they are stored, for loading in bulk. */
export const householdItems = (auth: AuthorityId, home: Home, at: Instant): readonly Item[] =>
  newHouseholdItems(auth, home, at)

const changed = (auth: AuthorityId, id: HouseholdId, version: number, at: Instant) =>
  recordEvent(auth, householdChanged({authorityId: auth, householdId: id, householdVersion: version}, at))

/** With an empty calendar. Refused when the id or the reference is taken. */
export function createHousehold(auth: AuthorityId, household: Household, at: Instant): Write<Refusal>[] {
  const [record, calendar, reference] = newHouseholdItems(auth, {household, calendar: []}, at)
  return [
    putRecord(record, TYPE),
    takeReference(reference, TYPE),
    putRecord(calendar, TYPE),
    changed(auth, household.id, 1, at),
  ]
}

/** Refused when the household has changed since `before` was read, or the new reference is taken. */
export const changeHousehold = (
  auth: AuthorityId,
  before: Stored<Household>,
  after: Household,
  at: Instant,
): Write<Refusal>[] => [
  putOver(before.version, householdItem(auth, nextVersion(before, after, at)), TYPE),
  ...moveReference(auth, TYPE, before.value.reference, after, at),
  changed(auth, after.id, before.version + 1, at),
]
