import {beforeAll, describe, expect, test} from 'vitest'
import {MOST_TRIES} from '../../../domain/imports/import.ts'
import {runImport} from '../../../functions/imports/run-import.ts'
import {workOff} from '../../../functions/imports/work-off.ts'
import type {Table} from '../../../functions/store/table.ts'
import {A_MINUTE, AUTHORITY, coreOf, type Files, importing, returnOf} from '../../support/importing.ts'
import {Died, dying, meeting} from '../../support/meeting.ts'

/** An authority with a return of last year, and one of this year that is asked for. */
async function beforeImport(files: Files = returnOf(2026)) {
  const at = importing()
  await at.load(2025, coreOf(2025))
  const {id} = await at.request(2026, files)
  return {at, id, run: (table: Table) => runImport({...at.workplace, table}, AUTHORITY, id)}
}
const seenBy = ({seen}: ReturnType<typeof importing>) => seen('2026-03-31', 2025, 2026)

let states: {before: string; after: string}
let calls = 0
beforeAll(async () => {
  const {at, run} = await beforeImport()
  const before = await seenBy(at)
  const counting = (n: number) => {
    calls = n
  }
  await run(meeting(at.table, counting))
  states = {before, after: await seenBy(at)}
  expect(states.after).not.toBe(before)
})

describe('an import whose worker dies', () => {
  test('at any of its steps leaves what was seen before, and the next worker brings it to its end', async () => {
    expect(calls).toBeGreaterThan(8)
    for (let call = 1; call <= calls; call++)
      for (const moment of ['before', 'after'] as const) {
        const {at, id, run} = await beforeImport()
        await expect(run(dying(at.table, call, moment))).rejects.toThrow(Died)
        const isThrough = (await at.look(id)).state === 'loaded'
        expect(isThrough).toBe(call === calls && moment === 'after')
        expect(await seenBy(at)).toBe(isThrough ? states.after : states.before)
        at.later(A_MINUTE)
        await at.work(null)
        expect((await at.look(id)).state).toBe('loaded')
        expect(await seenBy(at)).toBe(states.after)
      }
  })

  test('each time is given up in the end, and nothing of it is ever seen', async () => {
    const {at, id, run} = await beforeImport()
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      await expect(run(dying(at.table, calls, 'before'))).rejects.toThrow(Died)
      expect(await at.look(id)).toMatchObject({state: 'running', tries})
      at.later(A_MINUTE)
    }
    expect(await run(at.table)).toBe('done')
    expect(await at.look(id)).toMatchObject({state: 'failed', tries: MOST_TRIES})
    expect(await at.findings(id)).toEqual([])
    expect(await seenBy(at)).toBe(states.before)
    const next = await at.load(2026, returnOf(2026))
    expect(next.state).toBe('loaded')
    expect(await seenBy(at)).toBe(states.after)
  })

  test('leaves nothing of what it had written to be seen with another that comes before it', async () => {
    const {at, id, run} = await beforeImport()
    await expect(run(dying(at.table, calls, 'before'))).rejects.toThrow(Died)
    at.later(A_MINUTE)
    const same = await at.request(2026, returnOf(2026))
    await at.work(same.id)
    expect((await at.look(id)).state).toBe('loaded')
    expect((await at.look(id)).tables.every(({loaded}) => loaded === 0)).toBe(true)
    expect(await seenBy(at)).toBe(states.after)
  })

  test('tells whoever runs it that one failed, and leaves the others for later', async () => {
    const {at, id} = await beforeImport()
    const faults: unknown[] = []
    const table = dying(at.table, 5, 'before')
    const came = await workOff({...at.workplace, table}, AUTHORITY, id, fault => faults.push(fault))
    expect(came).toEqual({done: 0, failed: 1})
    expect(faults).toEqual([expect.any(Died)])
  })
})

describe('two workers at once', () => {
  /** Runs one worker up to a call, lets the other do something, and lets the first go on. */
  async function meanwhile(
    call: number,
    other: (at: Awaited<ReturnType<typeof beforeImport>>) => Promise<void>,
    files?: Files,
  ) {
    const made = await beforeImport(files)
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const table = meeting(made.at.table, async (n, when) => {
      if (n !== call || when === 'after') return
      reached.resolve()
      await released.promise
    })
    const first = made.run(table)
    const ended = first.then(
      came => came,
      (fault: Error) => fault.name,
    )
    await reached.promise
    await other(made)
    released.resolve()
    return {...made, came: await ended}
  }

  test('the second leaves it to the first, at whatever step that one is', async () => {
    // Whoever comes before the first has it in hand takes it, and the first leaves it.
    for (let call = 4; call <= calls; call++) {
      const {at, came} = await meanwhile(call, async ({at, run}) => {
        expect(await run(at.table)).toBe('others-first')
      })
      expect(came).toBe('done')
      expect(await seenBy(at)).toBe(states.after)
    }
  })

  test('the second takes it over when nothing was heard of the first, who then harms nothing', async () => {
    for (let call = 1; call <= calls; call++) {
      const {at, id, came} = await meanwhile(call, async ({at, run}) => {
        at.later(A_MINUTE)
        expect(await run(at.table)).toBe('done')
        expect(await seenBy(at)).toBe(states.after)
      })
      expect(['TakenOver', 'nothing-to-do', 'others-first']).toContain(came)
      expect((await at.look(id)).state).toBe('loaded')
      expect(await seenBy(at)).toBe(states.after)
    }
  })

  test('the first, who wakes after others have loaded more, changes nothing that they wrote', async () => {
    const {'uasc.csv': uasc, ...others} = returnOf(2026)
    for (let call = 4; call <= calls; call++) {
      const {at} = await meanwhile(
        call,
        async ({at, id}) => {
          at.later(A_MINUTE)
          await at.load(2026, {'uasc.csv': uasc!})
          expect((await at.look(id)).state).toBe('loaded')
          expect(await seenBy(at)).toBe(states.after)
        },
        others,
      )
      expect(await seenBy(at)).toBe(states.after)
    }
  })

  test('and an import that is started again while it runs is loaded once', async () => {
    for (let call = 4; call <= calls; call++) {
      const {at, id} = await meanwhile(call, async ({at, id}) => {
        await at.given('startImport', {params: {importId: id}, body: {}})
        await at.work(id)
      })
      at.later(A_MINUTE)
      await at.work(id)
      expect((await at.look(id)).state).toBe('loaded')
      expect(await seenBy(at)).toBe(states.after)
    }
  })
})
