import {isDeepStrictEqual} from 'node:util'
import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {HouseholdId} from '../../domain/ids.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import {addedUp, NO_ROWS, type RowCounts} from '../../domain/imports/import.ts'
import {faultsOfHousehold} from '../http/recruitment/faults-of-household.ts'
import {householdFrom} from '../http/recruitment/household-from.ts'
import {householdBody} from '../http/schemas/household.ts'
import type {Fault} from '../http/schemas/problem.ts'
import {faultsOf} from '../runtime/faults.ts'
import {located, lookUp} from '../runtime/locate.ts'
import type {Ledger} from '../store/audit.ts'
import {type GazetteerTable, loadPostcodeAreas, normalisePostcode} from '../store/gazetteer.ts'
import {loadHouseholdLists} from '../store/household-lists.ts'
import type {StoredHousehold} from '../store/household-versions.ts'
import {householdsByReference} from '../store/households.ts'
import {idsByReference} from '../store/references.ts'
import {stageHousehold} from '../store/staged-households.ts'
import {foundIn, NOBODY_KNOWN, OVERRULED, TWICE} from './found-in-households.ts'
import {type BegunList, HOUSEHOLDS_AT_ONCE, inBatches, writeForList} from './household-list.ts'
import {bodyOfRow, childrenNamed} from './household-row.ts'
import type {OwnRow} from './reading/own-row.ts'

/** What importing households works with. */
export interface HouseholdList extends Ledger {
  readonly gazetteer: GazetteerTable
  readonly now: () => Instant
  readonly newId: () => string
}

/** What came of some rows of the list. */
interface Came {
  readonly count: RowCounts
  readonly found: readonly FoundInImport[]
  /** By the household for which each has a version ready. */
  readonly staged: ReadonlyMap<HouseholdId, OwnRow>
}

/**
 * Rows of the household list, each of which is recorded, changes a household or leaves it as it is: all of it where
 * nobody sees it before the list is applied. The rows of one household are among them together.
 */
export async function* importHouseholds(
  at: HouseholdList,
  list: BegunList,
  rows: readonly OwnRow[],
  file: string,
): AsyncIterable<Came> {
  const areas = await loadPostcodeAreas(
    at.gazetteer,
    rows.flatMap(({values}) => values['POSTCODE'] ?? []),
  )
  const seen = new Set<string | null | undefined>()
  const read = rows.map(row => {
    const reference = row.values['REFERENCE']
    const isAgain = Boolean(reference) && seen.has(reference)
    seen.add(reference)
    return {
      row,
      isAgain,
      area: areas.get(normalisePostcode(row.values['POSTCODE'] ?? ''))?.authorityId ?? null,
    }
  })
  for (const some of inBatches(read, HOUSEHOLDS_AT_ONCE)) yield stageRows(at, list, some, file)
}

interface ReadRow {
  readonly row: OwnRow
  /** A row of the same reference stands before it. */
  readonly isAgain: boolean
  /** The authority in whose area the postcode is. */
  readonly area: string | null
}

/** Decides on the rows, and writes what was decided, until nobody has changed anything in between. */
async function stageRows(
  at: HouseholdList,
  list: BegunList,
  rows: readonly ReadRow[],
  file: string,
): Promise<Came> {
  const {authorityId, import: stored} = list.inHand
  const {requestedAt} = stored.value
  for (;;) {
    const [lists, known, childIds] = await Promise.all([
      loadHouseholdLists(at.table, authorityId),
      householdsByReference(at.table, authorityId, references(rows)),
      idsByReference(at.table, authorityId, 'child', [
        ...new Set(rows.flatMap(({row}) => childrenNamed(row))),
      ]),
    ])
    const decided = await Promise.all(
      rows.map(async row => {
        const before = known.get(row.row.values['REFERENCE'] ?? '') ?? null
        return {row: row.row, before, ...(await decideRow(at, row, {before, childIds, requestedAt}))}
      }),
    )
    const changed = decided.filter(each => each.household !== null)
    const writes = changed.flatMap(({before, household}) =>
      stageHousehold(authorityId, before, household!, list.number, at.now()),
    )
    const ids = changed.map(({household}) => household!.id)
    if (writes.length > 0 && !(await writeForList(at, list, lists, 'done', ids, writes))) continue
    return {
      count: decided.reduce((sum, each) => addedUp(sum, countOf(each)), NO_ROWS),
      found: decided.flatMap(({row, faults}) => (faults.length > 0 ? [foundIn(row, faults, file)] : [])),
      staged: new Map(changed.map(({row, household}) => [household!.id, row])),
    }
  }
}

/** What is to be written of a row, if anything, or what is wrong with it. */
interface Decision {
  readonly household: Household | null
  readonly faults: readonly Fault[]
}

const countOf = ({household, faults}: Decision): RowCounts => ({
  ...NO_ROWS,
  read: 1,
  [faults.length > 0 ? 'quarantined' : household === null ? 'unchanged' : 'loaded']: 1,
})

/** What a row is decided against. */
interface Beside {
  readonly before: StoredHousehold | null
  /** Of the children whom the rows name, by reference. */
  readonly childIds: ReadonlyMap<string, string>
  readonly requestedAt: Instant
}

async function decideRow(
  at: HouseholdList,
  {row, isAgain, area}: ReadRow,
  {before, childIds, requestedAt}: Beside,
): Promise<Decision> {
  if (isAgain) return {household: null, faults: TWICE}
  const read = await readRow(at, row, before, {area, childIds})
  if ('faults' in read) return {household: null, faults: read.faults}
  if (before !== null && isDeepStrictEqual(before.value, read.household)) return {household: null, faults: []}
  if (before !== null && isSomebodysSince(before, requestedAt)) return {household: null, faults: OVERRULED}
  return {household: read.household, faults: []}
}

const isSomebodysSince = ({updatedAt, version, list}: StoredHousehold, at: Instant): boolean =>
  updatedAt > at && list?.version !== version

const references = (rows: readonly ReadRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({row}) => row.values['REFERENCE'] ?? [])),
]

/** The household that a row says, or everything that is wrong with it. */
async function readRow(
  {gazetteer, now, newId}: HouseholdList,
  row: OwnRow,
  before: StoredHousehold | null,
  {area, childIds}: Pick<ReadRow, 'area'> & Pick<Beside, 'childIds'>,
): Promise<{readonly household: Household} | {readonly faults: readonly Fault[]}> {
  const body = bodyOfRow(row, before?.value ?? null, area, childIds)
  const parsed = householdBody.safeParse(body)
  const places = await lookUp(body, gazetteer)
  const isNobodyKnown = childrenNamed(row).some(reference => !childIds.has(reference))
  const faults = [
    ...(parsed.success ? [] : faultsOf('body', parsed.error)),
    ...places.faults,
    ...(isNobodyKnown ? [NOBODY_KNOWN] : []),
  ]
  if (!parsed.success || faults.length > 0) return {faults}
  const id = before?.value.id ?? (newId() as HouseholdId)
  const household = householdFrom(id, located(parsed.data, places.places), now())
  const more = faultsOfHousehold(household, now())
  return more.length > 0 ? {faults: more} : {household}
}
