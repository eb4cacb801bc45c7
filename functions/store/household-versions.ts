import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {type HouseholdLists, listsOrNone} from './household-lists.ts'
import {keys} from './keys.ts'
import {itemOf, type Stored, storedIn} from './stored.ts'
import type {Item} from './table.ts'

export const HOUSEHOLD = 'household'

/** Which household list wrote which version of a household. */
export interface WrittenByList {
  readonly number: number
  readonly version: number
}

/** A household as it is seen, with what a list that is being imported has to do with it. */
export interface StoredHousehold extends Stored<Household> {
  /** The last list that is in it. */
  readonly list?: WrittenByList
  /** A list has a version of it ready that is not seen; which lists counted when that was read. */
  readonly staged?: {readonly lists: Stored<HouseholdLists> | null}
  /** The event of this version is not recorded yet. */
  readonly untold?: true
}

/** What a version took the place of: the attributes of the item as it was; null: there was no household. */
type Previous = Pick<Item, 'version'> & {readonly updatedAt: Instant; readonly value: string} & Listed
interface Listed {
  readonly list?: WrittenByList
}
/** `previous` is there until everything is done about the version: its list is applied and its event recorded. */
export type HouseholdItem = Item & Listed & {readonly previous?: Previous | null}

/** With the list that is in it. */
export const householdItem = (
  auth: AuthorityId,
  stored: Stored<Household>,
  list: WrittenByList | undefined,
): HouseholdItem => ({
  ...itemOf(
    {key: keys.household.make({authorityId: auth, householdId: stored.value.id}), type: HOUSEHOLD},
    stored,
  ),
  ...(list && {list}),
})

/** As a list writes it, over the item that was read: what was there is kept beside it until the list is applied. */
export function stagedItem(
  auth: AuthorityId,
  before: StoredHousehold | null,
  after: Stored<Household>,
  number: number,
): HouseholdItem {
  const item = householdItem(auth, after, {number, version: after.version})
  if (before === null) return {...item, previous: null}
  const {version, updatedAt, value, list} = householdItem(auth, before, before.list) as Item & Previous
  return {...item, previous: {version, updatedAt, value, ...(list && {list})}}
}

export const isStaged = (item: Item): boolean => (item as HouseholdItem).previous !== undefined

/** The item when everything is done about its version. */
export function settled(item: HouseholdItem): Item {
  const {previous: _, ...rest} = item
  return rest
}

/** The item as it was before a list that came to nothing. */
export function restored(item: HouseholdItem, previous: Previous): Item {
  const {list: _, ...rest} = settled(item) as HouseholdItem
  return {...rest, ...previous}
}

/** What is seen of an item when these lists count; null: nothing yet. */
export function seen(item: HouseholdItem, lists: Stored<HouseholdLists> | null): StoredHousehold | null {
  const {list, previous} = item
  const listed = list && {list}
  if (previous === undefined) return {...storedIn<Household>(HOUSEHOLD, item), ...listed}
  if (listsOrNone(lists).applied.includes(list!.number))
    return {...storedIn<Household>(HOUSEHOLD, item), ...listed, untold: true}
  if (previous === null) return null
  const before = restored(item, previous) as HouseholdItem
  return {
    ...storedIn<Household>(HOUSEHOLD, before),
    ...(before.list && {list: before.list}),
    lock: item.version,
    staged: {lists},
  }
}

/** Whether a list is in what was seen that was not applied yet when these were read: all is to be read again. */
export const isLaterThan = (lists: Stored<HouseholdLists> | null, {list}: StoredHousehold): boolean =>
  list !== undefined && list.number > (listsOrNone(lists).applied.at(-1) ?? 0)
