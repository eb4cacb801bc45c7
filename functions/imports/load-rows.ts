import {type Day, dayInEngland, type Instant} from '../../domain/calendar.ts'
import type {HeldTables} from '../../domain/imports/child-version.ts'
import {returnOf} from '../../domain/imports/held-return.ts'
import {type Attempt, type Import, NO_ROWS, summed, type TableCounts} from '../../domain/imports/import.ts'
import type {ChildReturn} from '../../domain/ssda903/tables.ts'
import {type ReturnHeld, returnsItems, returnsOfYear, yearsHeld} from '../store/returns.ts'
import {areasOfEpisodes} from '../sufficiency/areas-of-episodes.ts'
import {type Against, decideChildren} from './decide-children.ts'
import {disagreements, knownChildren} from './disagreements.ts'
import {findingsOf} from './keep-findings.ts'
import {type LoadedList, loadList} from './load-list.ts'
import type {Pace} from './pace.ts'
import type {ChildRows} from './reading/child-rows.ts'
import type {Gathered} from './reading/gather.ts'
import type {Workplace} from './run-import.ts'
import {together} from './together.ts'

/** What came of an import, unless the list that is in it is overruled before its end. */
export interface Loaded {
  readonly result: () => Pick<Import, 'state'> & Partial<Import>
  readonly list: LoadedList | null
}

/** Everything but its end: what there is to hold and what was found, kept where nobody sees it. */
export async function loadRows(at: Workplace, gathered: Gathered, progress: Pace): Promise<Loaded> {
  const {authorityId, import: stored, held} = progress.inHand()
  const {id: importId, year, tries} = stored.value
  const attempt: Attempt = {importId, tries}
  const fileOf = new Map<string, string>(gathered.files.map(({file, table}) => [table, file]))
  const [ofYear, ofLastYear, known] = await Promise.all([
    returnsOfYear(at.table, authorityId, held.value, year),
    yearsHeld(held.value).includes(year - 1)
      ? returnsOfYear(at.table, authorityId, held.value, year - 1)
      : null,
    knownChildren(at.table, authorityId),
  ])
  const counts = new Map(gathered.files.map(({table, file}) => [table, nothingOf(table, file)] as const))
  const found = findingsOf(at, authorityId, attempt)
  let [bundles, outOfYear] = [0, 0]
  const silentLastYear = silenceOf(ofLastYear)
  const collectionEnd = endOf(year, stored.value.requestedAt)
  for await (const children of together(gathered.partitions(), CHILDREN_AT_ONCE)) {
    const against: Against = {
      authorityId,
      year,
      held: ofYear,
      heldLastYear: ofLastYear,
      silentLastYear,
      collectionEnd,
      upnTwice: gathered.upnTwice,
      isKnown: reference => known.has(reference),
      areaOf: await areasOfEpisodes(at.gazetteer, [...children, ...returnsOf(children, ofLastYear)]),
      fileOf,
    }
    const decided = decideChildren(children, against)
    const items = returnsItems(authorityId, attempt, year, decided.returns, bundles, at.now())
    bundles += items.length
    outOfYear += decided.outOfYear
    await at.table.putUnseen(items)
    await found.keep([...decided.found, ...disagreements(children, decided.returns, known, against)])
    for (const [table, count] of decided.counts) counts.set(table, summed(counts.get(table)!, count))
    await progress.decided([...decided.counts.values()])
  }
  const episodes = counts.get('Episodes')
  if (episodes && outOfYear > 0 && outOfYear === episodes.read)
    return {result: () => otherYear(episodes.file, year), list: null}
  const file = fileOf.get('Households')
  const list = file === undefined ? null : await loadList(at, gathered, progress, {file, found, counts})
  return {result: () => ({state: 'loaded', tables: [...counts.values()], findings: found.counts()}), list}
}

/** A file of one episode out of the year has a fault; one of nothing else is the return of another year. */
const otherYear = (file: string, year: number) => ({
  state: 'refused' as const,
  refused: [
    {file, words: `${file} has no episode of ${year - 1}/${year % 100}: it is the return of another year`},
  ],
})

/** Each step takes a trip to the table. */
const CHILDREN_AT_ONCE = 500

const nothingOf = (table: string, file: string): TableCounts => ({table, file, ...NO_ROWS, withdrawn: 0})

/** What is held of these children. */
const returnsOf = (
  children: readonly ChildRows[],
  held: ReadonlyMap<string, ReturnHeld> | null,
): readonly ChildReturn[] =>
  children.flatMap(({child}) => {
    const found = child === null ? undefined : held?.get(child)
    return found === undefined ? [] : [returnOf(child, found.tables)]
  })

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
