import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import {householdChanged} from '../../events/household-changed.v1.ts'
import {CALENDAR, type Calendar, calendarItem} from './calendars.ts'
import {cursorAfter} from './cursor.ts'
import {type HouseholdLists, listsAmong, loadHouseholdLists, overrule} from './household-lists.ts'
import {
  HOUSEHOLD,
  type HouseholdItem,
  householdItem,
  isLaterThan,
  isStaged,
  type StoredHousehold,
  seen,
} from './household-versions.ts'
import {keys, partitions} from './keys.ts'
import {recordEvent} from './outbox.ts'
import {idsByReference, moveReference, referenceItem, takeReference} from './references.ts'
import type {Refusal} from './refusal.ts'
import {asDecided, putOver, putRecord} from './steps.ts'
import {firstVersion, lockOf, nextVersion, type Stored, storedIn} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

/** A list in hand may have a version ready: which lists count is read only then, and after it. */
async function asSeen(
  table: Table,
  auth: AuthorityId,
  items: readonly Item[],
): Promise<readonly StoredHousehold[]> {
  const lists = items.some(isStaged) ? await loadHouseholdLists(table, auth) : null
  return items.flatMap(item => seen(item, lists) ?? [])
}

export async function loadHousehold(
  table: Table,
  auth: AuthorityId,
  id: HouseholdId,
): Promise<StoredHousehold | null> {
  const item = await table.get(keys.household.make({authorityId: auth, householdId: id}))
  return item && ((await asSeen(table, auth, [item]))[0] ?? null)
}

/** In any order; those that the authority does not have are left out. */
export async function loadHouseholds(
  table: Table,
  auth: AuthorityId,
  ids: readonly HouseholdId[],
): Promise<readonly StoredHousehold[]> {
  const wanted = ids.map(householdId => keys.household.make({authorityId: auth, householdId}))
  return asSeen(table, auth, await table.getMany(wanted))
}

/** By reference; those that the authority does not have are left out. */
export async function householdsByReference(
  table: Table,
  auth: AuthorityId,
  references: readonly string[],
): Promise<ReadonlyMap<string, StoredHousehold>> {
  const ids = await idsByReference(table, auth, HOUSEHOLD, references)
  const found = await loadHouseholds(table, auth, [...ids.values()] as HouseholdId[])
  return new Map(found.map(stored => [stored.value.reference, stored]))
}

/**
 * By id. Each household stands before its calendar, so a page reads two items for each that it gives. Which lists count
 * is read first, so that of a list that is applied meanwhile all is seen or nothing.
 */
export async function listHouseholds(
  table: Table,
  auth: AuthorityId,
  page: PageRequest,
): Promise<Page<StoredHousehold>> {
  const query = supplyOf(auth)
  const lists = await loadHouseholdLists(table, auth)
  const cursor = page.cursor ?? cursorAfter(query, keys.householdLists.make({authorityId: auth}))
  const {items, next} = await table.query(query, {cursor, limit: page.limit * 2})
  const households = householdsIn(items, lists)
  return households === null ? listHouseholds(table, auth, page) : {items: households, next}
}

/**
 * Every household with its calendar, by household id, in one Query (a page of it for each MB). It reads which household
 * lists count before the households; where one was applied meanwhile, it reads again.
 */
export async function loadSupply(table: Table, auth: AuthorityId): Promise<readonly Home[]> {
  const items = await table.queryAll(supplyOf(auth))
  const households = householdsIn(items, listsAmong(items))
  if (households === null) return loadSupply(table, auth)
  const calendars = new Map(items.filter(item => item.type === CALENDAR).map(item => [item.sk, item]))
  return households.map(({value: household}) => {
    const calendar = calendars.get(keys.calendar.make({authorityId: auth, householdId: household.id}).sk)
    // No calendar is not an empty one: what is taken would not be known.
    if (!calendar) throw new Error('A household has no calendar.')
    return {household, calendar: storedIn<Calendar>(CALENDAR, calendar).value}
  })
}

/** null: a list that these lists do not know is in one of them. */
function householdsIn(
  items: readonly Item[],
  lists: Stored<HouseholdLists> | null,
): readonly StoredHousehold[] | null {
  const households = items.filter(({type}) => type === HOUSEHOLD).flatMap(item => seen(item, lists) ?? [])
  return households.some(each => isLaterThan(lists, each)) ? null : households
}

export const supplyOf = (auth: AuthorityId) => ({pk: partitions.households.make({authorityId: auth})})

export const newHouseholdItems = (auth: AuthorityId, {household, calendar}: Home, at: Instant) =>
  [
    householdItem(auth, firstVersion(household, at), undefined),
    calendarItem(auth, household.id, firstVersion(calendar, at)),
    referenceItem(auth, HOUSEHOLD, household, at),
  ] as const

/** A new household with its calendar as they are stored, for loading in bulk. */
export const householdItems = (auth: AuthorityId, home: Home, at: Instant): readonly Item[] =>
  newHouseholdItems(auth, home, at)

/** The event of a version of it. */
export const recordChange = (auth: AuthorityId, id: HouseholdId, version: number, at: Instant) =>
  recordEvent(auth, householdChanged({authorityId: auth, householdId: id, householdVersion: version}, at))

/** With an empty calendar. Refused when the id or the reference is taken. */
export const createHousehold = (auth: AuthorityId, household: Household, at: Instant): Write<Refusal>[] => [
  ...putNewHousehold(newHouseholdItems(auth, {household, calendar: []}, at)),
  recordChange(auth, household.id, 1, at),
]

export const putNewHousehold = ([record, calendar, reference]: readonly [
  Item,
  Item,
  Item,
]): Write<Refusal>[] => [
  putRecord(record, HOUSEHOLD),
  takeReference(reference, HOUSEHOLD),
  putRecord(calendar, HOUSEHOLD),
]

/**
 * Refused when the household has changed since `before` was read, or the new reference is taken. Of a list in hand
 * that had a version of it ready, this takes the place.
 */
export function changeHousehold(
  auth: AuthorityId,
  before: StoredHousehold,
  after: Household,
  at: Instant,
): Write<Refusal>[] {
  const next = nextVersion(before, after, at)
  return [
    {...putOver(lockOf(before), householdItem(auth, next, before.list), HOUSEHOLD), refuse: notOver(before)},
    ...moveReference(auth, HOUSEHOLD, before.value.reference, after, at),
    ...(before.untold ? asDecided([recordChange(auth, after.id, before.version, at)]) : []),
    recordChange(auth, after.id, next.version, at),
    ...(before.staged ? [overrule(auth, before.staged.lists, after.id, at)] : []),
  ]
}

/** That a list has begun or given up a version beside what was read is no change of it: it is to be decided again. */
const notOver =
  ({version}: StoredHousehold) =>
  (found: Item | null): Refusal => {
    const current = found && ((found as HouseholdItem).previous ?? found).version
    return current === version ? {kind: 'moved'} : {kind: 'version-conflict', record: HOUSEHOLD, current}
  }
