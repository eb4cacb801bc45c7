import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided, stillAsRead} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

const TYPE = 'household-lists'

/**
 * Which household lists count. It stands before the households in their own partition, so that whoever reads them all
 * reads it first and with them; what a list wrote is seen when its number stands here.
 */
export interface HouseholdLists {
  /** How many were begun; each has its number of these, and one that came to nothing keeps it. */
  readonly begun: number
  /** Those that are seen, in order. */
  readonly applied: readonly number[]
  /** The one of them of whose households not every event is recorded yet. */
  readonly untold: number | null
  /** Whom somebody changed while the list in hand had something ready for them: what the person wrote stands. */
  readonly overruled: readonly HouseholdId[]
}

const NO_LISTS: HouseholdLists = {begun: 0, applied: [], untold: null, overruled: []}

export const listsOrNone = (lists: Stored<HouseholdLists> | null): HouseholdLists => lists?.value ?? NO_LISTS

/** null before the first list. */
export const loadHouseholdLists = async (
  table: Table,
  auth: AuthorityId,
): Promise<Stored<HouseholdLists> | null> =>
  storedOrNull<HouseholdLists>(TYPE, await table.get(keys.householdLists.make({authorityId: auth})))

/** The same, where the whole partition was read. */
export function listsAmong(items: readonly Item[]): Stored<HouseholdLists> | null {
  const item = items.find(({type}) => type === TYPE)
  return item === undefined ? null : storedIn<HouseholdLists>(TYPE, item)
}

/** Whoever is late is to decide again. */
export function keepHouseholdLists(
  auth: AuthorityId,
  before: Stored<HouseholdLists> | null,
  after: HouseholdLists,
  at: Instant,
): Write<Refusal> {
  const key = keys.householdLists.make({authorityId: auth})
  return putAsDecided(itemOf({key, type: TYPE}, versionAfter(before, after, at)), before)
}

/** The list in hand is told that somebody else has changed a household of its. */
export const overrule = (
  auth: AuthorityId,
  before: Stored<HouseholdLists> | null,
  id: HouseholdId,
  at: Instant,
): Write<Refusal> => {
  const lists = listsOrNone(before)
  return keepHouseholdLists(auth, before, {...lists, overruled: [...lists.overruled, id]}, at)
}

/** For what holds as long as no other list is begun, and nobody overrules this one. */
export const listsStand = (auth: AuthorityId, read: Stored<HouseholdLists> | null): Write<Refusal> =>
  stillAsRead(keys.householdLists.make({authorityId: auth}), read)
