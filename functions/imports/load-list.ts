import type {HouseholdId} from '../../domain/ids.ts'
import {NO_ROWS, type RowCounts, summed, type TableCounts} from '../../domain/imports/import.ts'
import {foundIn, OVERRULED} from './found-in-households.ts'
import {type BegunList, beginList} from './household-list.ts'
import {type HouseholdList, importHouseholds} from './import-households.ts'
import type {Findings} from './keep-findings.ts'
import type {Pace} from './pace.ts'
import type {Gathered} from './reading/gather.ts'
import type {OwnRow} from './reading/own-row.ts'
import {together} from './together.ts'

/** Their postcodes are looked up in one go. */
const ROWS_AT_ONCE = 500

/** A list of which everything is ready to be seen. */
export interface LoadedList extends BegunList {
  /** Rows of these households are kept aside after all: somebody changed them meanwhile. */
  readonly overruled: (ids: readonly HouseholdId[]) => Promise<void>
}

/** Where what comes of the rows is written down. */
interface Books {
  readonly file: string
  readonly found: Findings
  readonly counts: Map<string, TableCounts>
}

/** The rows of the household list, kept where nobody sees them. */
export async function loadList(
  at: HouseholdList,
  gathered: Gathered,
  progress: Pace,
  {file, found, counts}: Books,
): Promise<LoadedList> {
  const list = await beginList(at, progress.inHand())
  const waiting = new Map<HouseholdId, OwnRow>()
  const add = (count: RowCounts) =>
    counts.set('Households', summed(counts.get('Households')!, {...count, withdrawn: 0}))
  for await (const rows of together(gathered.households(), ROWS_AT_ONCE))
    for await (const {count, found: wrong, staged} of importHouseholds(at, list, rows, file)) {
      await found.keep(wrong)
      add(count)
      for (const [id, row] of staged) waiting.set(id, row)
      await progress.decided([count])
    }
  const overruled: LoadedList['overruled'] = async ids => {
    const rows = ids.flatMap(id => waiting.get(id) ?? [])
    for (const id of ids) waiting.delete(id)
    await found.keep(rows.map(row => foundIn(row, OVERRULED, file)))
    add({...NO_ROWS, loaded: -rows.length, quarantined: rows.length})
  }
  return {...list, overruled}
}
