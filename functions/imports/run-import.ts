import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import type {Import} from '../../domain/imports/import.ts'
import {codeListsFor} from '../../domain/ssda903/code-lists.ts'
import type {Uploaded} from '../files/uploaded.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import type {Table} from '../store/table.ts'
import {gatherUploads} from './gather-uploads.ts'
import type {HouseholdList} from './import-households.ts'
import {loadRows} from './load-rows.ts'
import {type Pace, pace} from './pace.ts'
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
    const result = await workedOn(at, taken.inHand.import.value, progress)
    await finish(at.table, await progress.stop(), result, at.now())
    return 'done'
  } finally {
    progress.leave()
  }
}

/** All of it but its end. */
async function workedOn(
  at: Workplace,
  {files, year}: Import,
  progress: Pace,
): Promise<Pick<Import, 'state'> & Partial<Import>> {
  const gathered = await gatherUploads(at, files, progress.rowsRead)
  if (!gathered.ok) return {state: 'refused', refused: gathered.error}
  try {
    const notes = codeListsFor(year).fallback
      ? [`No code lists of ${year} are known: those of the nearest year were used.`]
      : []
    return {...(await loadRows(at, gathered.value, progress)), notes}
  } finally {
    await gathered.value.dispose()
  }
}
