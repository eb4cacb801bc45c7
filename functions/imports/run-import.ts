import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import {type Import, MOST_TRIES} from '../../domain/imports/import.ts'
import {codeListsFor} from '../../domain/ssda903/code-lists.ts'
import type {Uploaded} from '../files/uploaded.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {keepHouseholdLists, listsOrNone, loadHouseholdLists} from '../store/household-lists.ts'
import type {Table} from '../store/table.ts'
import {gatherUploads} from './gather-uploads.ts'
import {applying, takeBackLists, tellHouseholds} from './household-list.ts'
import type {HouseholdList} from './import-households.ts'
import {type Loaded, loadRows} from './load-rows.ts'
import {type Pace, pace} from './pace.ts'
import {finish, type InHand, TakenOver, takeInHand} from './work.ts'

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
 * at once. Each attempt writes apart from the others, so that one that died can simply be run again.
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
  try {
    const loaded = await workedOn(at, taken.inHand.import.value, progress)
    if (loaded.result().state !== 'loaded') await takeBackLists(at, taken.inHand)
    await ended(at, await progress.stop(), loaded)
    if (loaded.list) await tellHouseholds(at, authorityId)
    return 'done'
  } finally {
    progress.leave()
  }
}

/** Ends it; where somebody overrules its list at the very last, without that part of the list. */
async function ended({table, now}: Workplace, inHand: InHand, {result, list}: Loaded): Promise<void> {
  const {authorityId} = inHand
  for (let tried: number | null = null; ; ) {
    const lists = list && (await loadHouseholdLists(table, authorityId))
    const version = lists?.version ?? 0
    // It was not the lists that had moved.
    if (version === tried) throw new TakenOver()
    tried = version
    const applied = list && applying(list, listsOrNone(lists))
    if (list) await list.overruled(listsOrNone(lists).overruled)
    const ofList = applied ? [keepHouseholdLists(authorityId, lists, applied, now())] : []
    if (await finish(table, inHand, result(), now(), ofList)) return
  }
}

const GIVEN_UP: Loaded = {result: () => ({state: 'failed', tries: MOST_TRIES}), list: null}

/** All of it but its end. One that was tried too often is given up. */
async function workedOn(at: Workplace, {files, year, tries}: Import, progress: Pace): Promise<Loaded> {
  if (tries > MOST_TRIES) return GIVEN_UP
  const gathered = await gatherUploads(at, files, progress.rowsRead)
  if (!gathered.ok) return {result: () => ({state: 'refused', refused: gathered.error}), list: null}
  try {
    const notes = codeListsFor(year).fallback
      ? [`No code lists of ${year} are known: those of the nearest year were used.`]
      : []
    const {result, list} = await loadRows(at, gathered.value, progress)
    return {result: () => ({...result(), notes}), list}
  } finally {
    await gathered.value.dispose()
  }
}
