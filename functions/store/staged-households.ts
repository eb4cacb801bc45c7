import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {type HouseholdLists, listsAmong} from './household-lists.ts'
import {
  HOUSEHOLD,
  type HouseholdItem,
  isStaged,
  restored,
  type StoredHousehold,
  settled,
  stagedItem,
} from './household-versions.ts'
import {newHouseholdItems, putNewHousehold, recordChange, supplyOf} from './households.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {asDecided, putAsDecided, takeAway} from './steps.ts'
import {type Stored, storedIn, versionAfter} from './stored.ts'
import type {Item, Table, Write} from './table.ts'

/** What a list makes of a household, or a new one, written where nobody sees it before the list is applied. */
export function stageHousehold(
  auth: AuthorityId,
  before: StoredHousehold | null,
  after: Household,
  number: number,
  at: Instant,
): Write<Refusal>[] {
  const item = stagedItem(auth, before, versionAfter(before, after, at), number)
  if (before !== null) return [putAsDecided(item, before)]
  const [, calendar, reference] = newHouseholdItems(auth, {household: after, calendar: []}, at)
  return putNewHousehold([item, calendar, reference])
}

/** Households of which a version of a list waits for its end, and which lists count. */
export async function stagedHouseholds(
  table: Table,
  auth: AuthorityId,
): Promise<{readonly lists: Stored<HouseholdLists> | null; readonly staged: readonly HouseholdItem[]}> {
  const items = await table.queryAll(supplyOf(auth))
  return {lists: listsAmong(items), staged: items.filter(isStaged)}
}

/** Of an applied list: the version has its event, and nothing waits any more. */
export const tellHousehold = (auth: AuthorityId, item: HouseholdItem, at: Instant): Write<Refusal>[] => [
  putAsDecided(settled(item), item),
  ...asDecided([recordChange(auth, idOf(item), item.version, at)]),
]

/** Of a list that came to nothing: all is as it was before it. */
export function undoHousehold(auth: AuthorityId, item: HouseholdItem): Write<Refusal>[] {
  const {previous} = item
  if (previous) return [putAsDecided(restored(item, previous), item)]
  const {id, reference} = storedIn<Household>(HOUSEHOLD, item).value
  const of = {authorityId: auth, householdId: id}
  return [
    keys.household.make(of),
    keys.calendar.make(of),
    keys.householdReference.make({authorityId: auth, reference}),
  ].map(key => takeAway(key, HOUSEHOLD))
}

export const idOf = (item: Item): HouseholdId => keys.household.parse(item)!.householdId
