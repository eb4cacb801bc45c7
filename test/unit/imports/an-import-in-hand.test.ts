import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {runImport} from '../../../functions/imports/run-import.ts'
import {loadReturnsHeld} from '../../../functions/store/imports.ts'
import type {Table} from '../../../functions/store/table.ts'
import {AUTHORITY, coreOf, importing, rowsOf} from '../../support/importing.ts'

beforeEach(() => void vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']}))
afterEach(() => void vi.useRealTimers())

const files = coreOf(2026)
const rows = rowsOf(files['header.csv']!).length + rowsOf(files['episodes.csv']!).length

/** Runs an import up to where it first keeps what nobody sees yet. */
async function stoppedHalfWay(at: ReturnType<typeof importing>) {
  const {id} = await at.request(2026, files)
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const table: Table = {
    ...at.table,
    putUnseen: async items => {
      reached.resolve()
      await released.promise
      return at.table.putUnseen(items)
    },
  }
  const ended = runImport({...at.workplace, table}, AUTHORITY, id)
  await reached.promise
  return {id, ended, goOn: released.resolve, fail: released.reject}
}
const isHeldUntil = async (at: ReturnType<typeof importing>) =>
  (await loadReturnsHeld(at.table, AUTHORITY))?.value.working?.until

test('whoever works on an import says every few seconds how far it is, and that nobody else need take it', async () => {
  const at = importing()
  const {id, ended, goOn} = await stoppedHalfWay(at)
  expect(await at.look(id)).toMatchObject({state: 'running', progress: {rowsRead: 0, secondsLeft: null}})
  const until = await isHeldUntil(at)
  at.later(3)
  await vi.advanceTimersByTimeAsync(3_000)
  await vi.waitFor(async () => expect((await at.look(id)).progress.rowsRead).toBe(rows))
  expect((await isHeldUntil(at))! > until!).toBe(true)
  goOn()
  expect(await ended).toBe('done')
  expect((await at.look(id)).progress).toMatchObject({rowsDecided: rows, secondsLeft: 0})
  expect(await isHeldUntil(at)).toBeUndefined()
})

test('whoever fails lets go of it, however long they live on', async () => {
  const at = importing()
  const {ended, fail} = await stoppedHalfWay(at)
  fail(new Error('The table is away.'))
  await expect(ended).rejects.toThrow('The table is away.')
  const until = await isHeldUntil(at)
  at.later(10)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(vi.getTimerCount()).toBe(0)
  expect(await isHeldUntil(at)).toBe(until)
})
