import {type Day, dayInEngland, type Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import type {HeldTables} from '../../domain/imports/child-version.ts'
import {addedUp, type ImportedFile, type TableCounts} from '../../domain/imports/import.ts'
import {type Result, refuse} from '../../domain/result.ts'
import {codeListsFor} from '../../domain/ssda903/code-lists.ts'
import type {Uploaded} from '../files/uploaded.ts'
import {
  type GazetteerTable,
  loadPostcodeAreas,
  normalisePostcode,
  type PostcodeArea,
} from '../store/gazetteer.ts'
import {type ReturnHeld, returnsItems, returnsOfYear, yearsHeld} from '../store/returns.ts'
import type {Table} from '../store/table.ts'
import {type Against, decideChildren} from './decide-children.ts'
import {disagreements, knownChildren} from './disagreements.ts'
import {type HouseholdList, importHouseholds} from './import-households.ts'
import {findingsOf} from './keep-findings.ts'
import {type Pace, pace} from './pace.ts'
import type {ChildRows} from './reading/child-rows.ts'
import {type Gathered, gather, type RefusedFile} from './reading/gather.ts'
import {finish, takeInHand} from './work.ts'

/** What work on imports works with. */
export interface Workplace extends HouseholdList {
  readonly table: Table
  readonly gazetteer: GazetteerTable
  readonly uploads: Uploaded
  readonly now: () => Instant
  /** A folder for what does not fit in memory. */
  readonly folder: string
}

/**
 * One import from its files to its end: read, checked against every rule, and kept where nobody sees it; then seen all
 * at once. A second run of the same import writes the same again, so that one that died can simply be run again.
 * Answers whether the authority's other imports may now have their turn.
 */
export async function runImport(
  at: Workplace,
  authorityId: AuthorityId,
  importId: ImportId,
): Promise<'done' | 'nothing-to-do' | 'others-first'> {
  const taken = await takeInHand(at.table, authorityId, importId, at.now())
  if (taken.kind !== 'taken') return taken.kind
  const progress = pace(taken.inHand, at)
  const {files, year} = taken.inHand.import.value
  const gathered = await gatherAll(at, files, progress)
  if (!gathered.ok) {
    await finish(
      at.table,
      await progress.stop(),
      {state: 'refused', refused: named(gathered.error)},
      at.now(),
    )
    return 'done'
  }
  try {
    const result = await load(at, gathered.value, progress)
    const notes = codeListsFor(year).fallback
      ? [`No code lists of ${year} are known: those of the nearest year were used.`]
      : []
    await finish(at.table, await progress.stop(), {state: 'loaded', notes, ...result}, at.now())
    return 'done'
  } finally {
    await gathered.value.dispose()
  }
}

/** The file was announced, and never came. */
class NotUploaded extends Error {
  override readonly name = 'NotUploaded'
}

/** A file that never came is refused like one that cannot be read. Each is opened when its turn comes. */
async function gatherAll(
  {uploads, folder}: Workplace,
  files: readonly ImportedFile[],
  {rowsRead}: Pace,
): Promise<Result<Gathered, readonly RefusedFile[]>> {
  async function* bytesOf({name, key}: ImportedFile): AsyncIterable<Uint8Array> {
    const bytes = await uploads.open(key)
    if (bytes === null) throw new NotUploaded(name)
    yield* bytes
  }
  try {
    return await gather(
      files.map(file => ({name: file.name, open: () => bytesOf(file)})),
      {folder, progress: rowsRead},
    )
  } catch (fault) {
    if (!(fault instanceof NotUploaded)) throw fault
    return refuse([{file: fault.message, words: 'was not uploaded'}])
  }
}

const named = (refused: readonly RefusedFile[]) => refused.map(({file, words}) => ({file, words}))

/** Everything but its end: what there is to hold and what was found, kept where nobody sees it. */
async function load(at: Workplace, gathered: Gathered, progress: Pace) {
  const {authorityId, import: stored, held} = progress.inHand()
  const {id: importId, year} = stored.value
  const fileOf = new Map<string, string>(gathered.files.map(({file, table}) => [table, file]))
  const [ofYear, ofLastYear, known] = await Promise.all([
    returnsOfYear(at.table, authorityId, held.value, year),
    yearsHeld(held.value).includes(year - 1)
      ? returnsOfYear(at.table, authorityId, held.value, year - 1)
      : null,
    knownChildren(at.table, authorityId),
  ])
  const counts = new Map<string, TableCounts>()
  const found = findingsOf(at, authorityId, importId)
  let bundles = 0
  const silentLastYear = silenceOf(ofLastYear)
  const collectionEnd = endOf(year, stored.value.requestedAt)
  for await (const children of together(gathered.partitions())) {
    const against: Against = {
      authorityId,
      year,
      held: ofYear,
      heldLastYear: ofLastYear,
      silentLastYear,
      collectionEnd,
      upnTwice: gathered.upnTwice,
      areaOf: await areasOf(at.gazetteer, children),
      fileOf,
    }
    const decided = decideChildren(children, against)
    const items = returnsItems(authorityId, importId, year, decided.returns, bundles, at.now())
    bundles += items.length
    await at.table.putUnseen(items)
    await found.keep([...decided.found, ...disagreements(children, decided.returns, known, against)])
    for (const [table, count] of decided.counts) counts.set(table, summed(counts.get(table), count))
    await progress.decided([...decided.counts.values()])
  }
  for await (const rows of gathered.households()) {
    const {count, found: wrong} = await importHouseholds(
      at,
      progress.inHand(),
      rows,
      fileOf.get('Households') ?? '',
    )
    await found.keep(wrong)
    counts.set('Households', summed(counts.get('Households'), count))
    await progress.decided([count])
  }
  return {tables: [...counts.values()], findings: found.counts()}
}

/** Children are handed over as few at once as need be; each step takes a trip to the table, so they come in hundreds. */
const CHILDREN_AT_ONCE = 500

async function* together(pieces: AsyncIterable<readonly ChildRows[]>): AsyncIterable<readonly ChildRows[]> {
  let children: ChildRows[] = []
  for await (const piece of pieces) {
    children.push(...piece)
    if (children.length < CHILDREN_AT_ONCE) continue
    yield children
    children = []
  }
  if (children.length > 0) yield children
}

const summed = (before: TableCounts | undefined, count: TableCounts): TableCounts =>
  before === undefined
    ? count
    : {...before, ...addedUp(before, count), withdrawn: before.withdrawn + count.withdrawn}

/** Where the postcodes of these children's episodes lie. */
async function areasOf(
  gazetteer: GazetteerTable,
  children: readonly ChildRows[],
): Promise<(postcode: string) => PostcodeArea | null> {
  const asked = new Set<string>()
  for (const {tables} of children)
    for (const {values} of tables.Episodes ?? [])
      for (const postcode of [values.HOME_POST, values.PL_POST]) if (postcode) asked.add(postcode)
  const found = await loadPostcodeAreas(gazetteer, [...asked])
  return postcode => found.get(normalisePostcode(postcode)) ?? null
}

/** Every table that a year has, with nothing in it. */
function silenceOf(held: ReadonlyMap<string, ReturnHeld> | null): HeldTables {
  const tables = new Set([...(held?.values() ?? [])].flatMap(({tables}) => Object.keys(tables)))
  return Object.fromEntries([...tables].map(table => [table, []]))
}

/** A year that is not over is looked at up to the day of the import. */
function endOf(year: number, requestedAt: Instant): Day {
  const [end, today] = [`${year}-03-31`, dayInEngland(requestedAt)]
  return today < end ? today : end
}
