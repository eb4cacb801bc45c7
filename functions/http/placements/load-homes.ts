import type {Household} from '../../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../../domain/ids.ts'
import type {Location} from '../../../domain/location.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import type {Destination} from '../../../domain/placement/placement-request.ts'
import {ok, type Result} from '../../../domain/result.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {type Calendar, loadCalendar} from '../../store/calendars.ts'
import {loadHousehold} from '../../store/households.ts'
import {keys} from '../../store/keys.ts'
import {stillAsRead} from '../../store/steps.ts'
import type {Stored} from '../../store/stored.ts'
import type {Table} from '../../store/table.ts'
import {fault, invalid} from '../faults.ts'

export interface StoredHome {
  readonly household: Stored<Household>
  readonly calendar: Stored<Calendar>
}

/** A household with its calendar; null when the authority has no such household. */
export async function loadHome(
  table: Table,
  authorityId: AuthorityId,
  id: HouseholdId,
): Promise<StoredHome | null> {
  const [household, calendar] = await Promise.all([
    loadHousehold(table, authorityId, id),
    loadCalendar(table, authorityId, id),
  ])
  if (household === null) return null
  // No calendar is not an empty one: what is taken would not be known.
  if (calendar === null) throw new Error('A household has no calendar.')
  return {household, calendar}
}

/** The household that a record names: it is there. */
export async function loadHomeOf(
  table: Table,
  authorityId: AuthorityId,
  id: HouseholdId,
): Promise<StoredHome> {
  const home = await loadHome(table, authorityId, id)
  if (home === null) throw new Error('A record names a household that is not there.')
  return home
}

export const homeIn = ({household, calendar}: StoredHome): Home => ({
  household: household.value,
  calendar: calendar.value,
})

/** For a decision that reads the household and changes its calendar. */
export const householdStands = (authorityId: AuthorityId, read: Stored<Household>) =>
  stillAsRead(keys.household.make({authorityId, householdId: read.value.id}), read)

/** One of the two, as the schema has it. */
interface Asked {
  readonly householdId?: HouseholdId
  readonly setting?: {
    readonly name: string
    readonly urn: string | null
    readonly location: Location
    readonly authorityId: AuthorityId
  }
}

/** Where the children are to come to live, and the household as it was read. */
export async function loadDestination(
  table: Table,
  authorityId: AuthorityId,
  {householdId, setting}: Asked,
): Promise<Result<{readonly into: Destination; readonly home: StoredHome | null}, Refusal>> {
  if (setting !== undefined) {
    const {name, urn, ...at} = setting
    return ok({into: {setting: {name, urn}, ...at}, home: null})
  }
  const home = householdId === undefined ? null : await loadHome(table, authorityId, householdId)
  if (home === null) return invalid([fault('/householdId', 'is not a household of your authority')])
  return ok({into: {home: homeIn(home)}, home})
}

/** The homes of a decision, each once. */
export const withHome = (homes: readonly StoredHome[], home: StoredHome | null): readonly StoredHome[] =>
  home === null || homes.some(({household}) => household.value.id === home.household.value.id)
    ? homes
    : [...homes, home]
