import {isDeepStrictEqual} from 'node:util'
import type {Instant} from '../../domain/calendar.ts'
import type {Household} from '../../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import {addedUp, NO_ROWS, type RowCounts, type TableCounts} from '../../domain/imports/import.ts'
import {faultsOfHousehold} from '../http/recruitment/faults-of-household.ts'
import {householdFrom} from '../http/recruitment/household-from.ts'
import {householdBody} from '../http/schemas/household.ts'
import type {Fault} from '../http/schemas/problem.ts'
import {faultsOf} from '../runtime/faults.ts'
import {located, lookUp} from '../runtime/locate.ts'
import {commitWithEntry, type Ledger} from '../store/audit.ts'
import {type GazetteerTable, loadPostcodeAreas, normalisePostcode} from '../store/gazetteer.ts'
import {changeHousehold, createHousehold, householdsByReference} from '../store/households.ts'
import type {Stored} from '../store/stored.ts'
import {bodyOfRow} from './household-row.ts'
import type {OwnRow} from './reading/own-row.ts'
import type {InHand} from './work.ts'

/** What importing households works with. */
export interface HouseholdList extends Ledger {
  readonly gazetteer: GazetteerTable
  readonly now: () => Instant
  readonly newId: () => string
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  reference: 'REFERENCE',
  kind: 'KIND',
  scheme: 'SCHEME',
  provider: 'PROVIDER',
  home: 'POSTCODE',
  bedrooms: 'BEDROOMS',
  status: 'STATE',
  authorityId: 'POSTCODE',
}

/**
 * Rows of the household list, each a household of its own that is recorded, changed or left as it is, with its event
 * and its entry in the audit. A list that is read again goes on where it ended: what is done already is as it was.
 */
export async function importHouseholds(
  at: HouseholdList,
  {authorityId, import: stored}: InHand,
  rows: readonly OwnRow[],
  file: string,
): Promise<{readonly count: TableCounts; readonly found: readonly FoundInImport[]}> {
  const [known, areas] = await Promise.all([
    householdsByReference(at.table, authorityId, references(rows)),
    loadPostcodeAreas(
      at.gazetteer,
      rows.flatMap(({values}) => values['POSTCODE'] ?? []),
    ),
  ])
  const found: FoundInImport[] = []
  const seen = new Set<string | null | undefined>()
  let count: RowCounts = NO_ROWS
  for (const row of rows) {
    const reference = row.values['REFERENCE']
    const before = known.get(reference ?? '') ?? null
    const area = areas.get(normalisePostcode(row.values['POSTCODE'] ?? ''))
    const read =
      reference && seen.has(reference) ? TWICE : await readRow(at, row, before, area?.authorityId ?? null)
    seen.add(reference)
    if ('faults' in read) {
      found.push(foundIn(row, read.faults, file))
      count = addedUp(count, {...NO_ROWS, read: 1, quarantined: 1})
      continue
    }
    const isSame = before !== null && isDeepStrictEqual(before.value, read.household)
    if (!isSame)
      await keep(at, authorityId, stored.value.requestedBy, stored.value.id, before, read.household)
    count = addedUp(count, {...NO_ROWS, read: 1, [isSame ? 'unchanged' : 'loaded']: 1})
  }
  return {count: {table: 'Households', file, ...count, withdrawn: 0}, found}
}

/** Rows of one reference come together, and the first of them counts. */
const TWICE = {
  faults: [{in: 'body', pointer: '/reference', detail: 'stands in a row before this one'}],
} as const

const references = (rows: readonly OwnRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({values}) => values['REFERENCE'] ?? [])),
]

/** The household that a row says, or everything that is wrong with it. */
async function readRow(
  {gazetteer, now, newId}: HouseholdList,
  row: OwnRow,
  before: Stored<Household> | null,
  authorityId: string | null,
): Promise<{readonly household: Household} | {readonly faults: readonly Fault[]}> {
  const body = bodyOfRow(row, before?.value ?? null, authorityId)
  const parsed = householdBody.safeParse(body)
  const places = await lookUp(body, gazetteer)
  const faults = [...(parsed.success ? [] : faultsOf('body', parsed.error)), ...places.faults]
  if (!parsed.success || faults.length > 0) return {faults}
  const id = before?.value.id ?? (newId() as HouseholdId)
  const household = householdFrom(id, located(parsed.data, places.places), now())
  const more = faultsOfHousehold(household, now())
  return more.length > 0 ? {faults: more} : {household}
}

async function keep(
  at: HouseholdList,
  authorityId: AuthorityId,
  by: string,
  importId: string,
  before: Stored<Household> | null,
  after: Household,
): Promise<void> {
  const writes =
    before === null
      ? createHousehold(authorityId, after, at.now())
      : changeHousehold(authorityId, before, after, at.now())
  const access = {
    at: at.now(),
    by,
    roles: [],
    what: 'import',
    records: [`household/${after.id}`, `import/${importId}`] as const,
    why: null,
    breakGlass: false,
    from: {ip: '', requestId: importId},
    outcome: 'done',
  }
  const done = await commitWithEntry(at, authorityId, access, writes)
  // Whoever changed it meanwhile knows better than the list; the next run of the import sees what they wrote.
  if (!done.ok) throw new Error(`A household changed while it was imported: ${done.error.kind}`)
}

const foundIn = ({row, values}: OwnRow, faults: readonly Fault[], file: string): FoundInImport => ({
  severity: 'E',
  rule: 'household',
  about: 'Households',
  row,
  file,
  values,
  words: faults.map(({pointer, detail}) => `${columnAt(pointer)} ${detail}`).join('; '),
})

/** The column that a fault of the body comes from. */
function columnAt(pointer: string): string {
  const [, field = '', , inside = ''] = pointer.split('/')
  if (field !== 'approval') return COLUMN_OF[field] ?? field.toUpperCase()
  const OF_TERMS: Readonly<Record<string, string>> = {
    places: 'PLACES',
    ages: pointer.endsWith('to') ? 'AGE_TO' : 'AGE_FROM',
    sexes: 'SEXES',
    kinds: 'STAYS',
    namedChildren: 'KIND',
  }
  if (pointer.startsWith('/approval/terms')) return OF_TERMS[inside] ?? inside.toUpperCase()
  return pointer.startsWith('/approval/until') ? 'APPROVED_UNTIL' : 'APPROVED_FROM'
}
