import type {AuthorityId, ImportId} from '../../domain/ids.ts'
import {openImports} from '../store/imports.ts'
import {tellHouseholds} from './household-list.ts'
import {runImport, type Workplace} from './run-import.ts'
import {TakenOver} from './work.ts'

/** Works on the import that was asked for, then on every other of the authority that is to be worked on, oldest first. */
export async function workOff(
  at: Workplace,
  authorityId: AuthorityId,
  asked: ImportId | null,
  failing: (fault: unknown) => void = () => {},
): Promise<{readonly done: number; readonly failed: number}> {
  let [done, failed] = [0, 0]
  const seen = new Set<ImportId>()
  const waiting = async () =>
    asked !== null && !seen.has(asked)
      ? asked
      : (await openImports(at.table, authorityId)).find(
          ({value: {id, state}}) => state !== 'waiting' && !seen.has(id),
        )?.value.id
  try {
    await tellHouseholds(at, authorityId)
  } catch (fault) {
    failing(fault)
    failed += 1
  }
  for (let next = await waiting(); next !== undefined; next = await waiting()) {
    seen.add(next)
    try {
      const came = await runImport(at, authorityId, next)
      if (came === 'others-first') return {done, failed}
      if (came === 'done') done += 1
    } catch (fault) {
      // Whoever took it over goes on with it.
      if (fault instanceof TakenOver) return {done, failed}
      failing(fault)
      failed += 1
    }
  }
  return {done, failed}
}
