import {beforeAll, describe, expect, test, vi} from 'vitest'
import {MOST_TRIES} from '../../../domain/imports/import.ts'
import {runImport} from '../../../functions/imports/run-import.ts'
import {partitions} from '../../../functions/store/keys.ts'
import type {Table} from '../../../functions/store/table.ts'
import {
  eachSeen,
  type Importing,
  listed,
  NEW_LIST,
  OLD_LIST,
  reference,
  type Seen,
  type Shown,
  seenBy,
} from '../../support/household-lists.ts'
import {A_MINUTE, AUTHORITY, importing} from '../../support/importing.ts'
import {Died, dying, meeting} from '../../support/meeting.ts'

// Each test imports a list once for each step that importing one has.
vi.setConfig({testTimeout: 60_000})

/** An authority whose old list is loaded, and whose new one is asked for. */
async function beforeList() {
  const at = importing()
  await at.load(2027, OLD_LIST)
  at.later(1)
  const {id} = await at.request(2027, NEW_LIST)
  at.later(1)
  return {at, id, run: (table: Table) => runImport({...at.workplace, table}, AUTHORITY, id)}
}

let states: {before: Seen; after: Seen}
/** What the worker does, call by call; and which of it writes. */
const calls: string[] = []
const writes = () => calls.flatMap((call, n) => (call === 'transact' || call === 'putUnseen' ? [n + 1] : []))
beforeAll(async () => {
  const {at, run} = await beforeList()
  const before = await seenBy(at)
  await run(
    meeting(at.table, (_, when, call) => {
      if (when === 'before') calls.push(call)
    }),
  )
  states = {before, after: await seenBy(at)}
  expect(states.after.list).not.toBe(states.before.list)
})

/** Versions of which an event is recorded, in the order of their recording. */
async function versionsTold({table}: Importing, householdId: string): Promise<readonly number[]> {
  const pk = `${AUTHORITY}#events#household#${householdId}`
  const events = await table.queryAll({pk})
  return events.map(({value}) => JSON.parse(String(value)).data.householdVersion)
}

/** Everything that is stored of households, but when, and which list wrote it. */
const stored = async ({table}: Importing) =>
  (await table.queryAll({pk: partitions.households.make({authorityId: AUTHORITY})})).filter(
    ({type}) => type !== 'household-lists',
  )

const facts = ({id: _, version: __, createdAt: ___, updatedAt: ____, ...body}: Shown) => body

/** Somebody writes down more of a household than any list says. */
async function edited(at: Importing) {
  const was = (await listed(at)).find(each => each.reference === reference(5))!
  const {status} = await at.ask('changeHousehold', {
    params: {householdId: was.id},
    headers: {'if-match': `"${was.version}"`},
    body: {...facts(was), languages: ['so'], smoking: false},
  })
  return {was, status}
}

describe('while a household list is imported', () => {
  test('whoever looks, however they look, sees all of the old list or all of the new one', async () => {
    const {at, run} = await beforeList()
    const course: string[] = []
    const look = async () => {
      const seen = [...Object.values(await seenBy(at)), await eachSeen(at)]
      const is = ({supply, list}: Seen) => seen.every((text, reader) => text === [supply, list, list][reader])
      course.push(is(states.before) ? 'old' : is(states.after) ? 'new' : 'half')
    }
    await run(meeting(at.table, (_, when) => (when === 'before' ? look() : undefined)))
    await look()
    expect(course.length).toBeGreaterThan(20)
    expect(course).toEqual(course.toSorted().toReversed())
    expect(new Set(course)).toEqual(new Set(['old', 'new']))
  })

  test('who goes on reading where the list comes to be seen reads all of it', async () => {
    for (let call = 1; call <= calls.length; call++) {
      const {at, run} = await beforeList()
      const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const done = run(
        meeting(at.table, async (n, when) => {
          if (n !== call || when === 'after') return
          reached.resolve()
          await released.promise
        }),
      )
      await reached.promise
      // One item at a time, and the import goes on after the third.
      const slow: Table = {
        ...at.table,
        queryAll: async query => {
          const items = []
          let cursor: string | null = null
          do {
            const page = await at.table.query(query, {limit: 1, cursor})
            items.push(...page.items)
            cursor = page.next
            if (items.length === 3) {
              released.resolve()
              await done
              expect((await edited(at)).status).toBe(200)
            }
          } while (cursor !== null)
          return items
        },
      }
      const {supply} = await seenBy(at, slow)
      expect([states.before.supply, (await seenBy(at)).supply]).toContain(supply)
    }
  })
})

describe('a household list whose worker dies', () => {
  test('at any of its steps is seen whole or not at all, and the next worker brings it to its end', async () => {
    for (const call of writes())
      for (const moment of ['before', 'after'] as const) {
        const {at, id, run} = await beforeList()
        await expect(run(dying(at.table, call, moment))).rejects.toThrow(Died)
        const isThrough = (await at.look(id)).state === 'loaded'
        expect(await seenBy(at)).toEqual(isThrough ? states.after : states.before)
        at.later(A_MINUTE)
        await at.work(null)
        expect(await at.look(id)).toMatchObject({
          state: 'loaded',
          tables: [{read: 28, loaded: 27, unchanged: 1, quarantined: 0}],
        })
        expect(await seenBy(at)).toEqual(states.after)
        expect((await stored(at)).some(item => 'previous' in item)).toBe(false)
        const households = await listed(at)
        for (const {id: householdId, version} of [households[0]!, households[1]!, households.at(-1)!])
          expect(await versionsTold(at, householdId)).toEqual(version === 1 ? [1] : [1, 2])
      }
  })

  test('each time is given up in the end, and everything is as it was', async () => {
    const {at, id, run} = await beforeList()
    const before = await stored(at)
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const isFinish = ({key, put}: {key: {sk: string}; put?: {type: string}}) =>
        put?.type === 'household-lists' && key.sk === '#lists'
      const table: Table = {
        ...at.table,
        transact: async writes => {
          if (writes.length === 4 && writes.some(write => isFinish(write as never))) throw new Died()
          return at.table.transact(writes)
        },
      }
      await expect(run(table)).rejects.toThrow(Died)
      at.later(A_MINUTE)
    }
    expect(await seenBy(at)).toEqual(states.before)
    await at.work(null)
    expect((await at.look(id)).state).toBe('failed')
    expect(await stored(at)).toEqual(before)
    const {id: _, version: __, createdAt: ___, updatedAt: ____, ...facts} = (await listed(at))[0]!
    const created = await at.ask('createHousehold', {body: {...facts, reference: reference(27)}})
    expect(created.status).toBe(201)
  })

  test('and whose file is gone by then is refused, and everything is as it was', async () => {
    const {at, id, run} = await beforeList()
    const before = await stored(at)
    await expect(run(dying(at.table, calls.length - 8, 'before'))).rejects.toThrow(Died)
    expect(await stored(at)).not.toEqual(before)
    at.service.files.clear()
    at.later(A_MINUTE)
    await at.work(null)
    expect((await at.look(id)).state).toBe('refused')
    expect(await stored(at)).toEqual(before)
  })
})

describe('whoever changes a household while a list is imported', () => {
  test('is never refused and never overwritten: what they wrote stands, or stands on top of the list', async () => {
    for (let call = 1; call <= calls.length; call++) {
      const {at, id, run} = await beforeList()
      let wasNew = false
      const edit = async () => {
        const {status, was} = await edited(at)
        wasNew = was.version === 2
        expect(status).toBe(200)
      }
      await run(meeting(at.table, (n, when) => (n === call && when === 'before' ? edit() : undefined)))
      const {id: householdId, ...household} = (await listed(at)).find(
        each => each.reference === reference(5),
      )!
      expect(household).toMatchObject({languages: ['so'], smoking: false})
      expect(household.approval.terms.places).toBe(wasNew ? 1 : 2)
      const [table] = (await at.look(id)).tables
      expect(table).toMatchObject(wasNew ? {loaded: 27, quarantined: 0} : {loaded: 26, quarantined: 1})
      expect((await at.findings(id)).map(({row, words}) => [row, words])).toEqual(
        wasNew ? [] : [[6, expect.stringContaining('changed in Hearth after this list was handed over')]],
      )
      const versions = await versionsTold(at, householdId)
      // One that a list had ready, and that nobody came to see, is left out.
      expect(versions).toEqual(wasNew ? [1, 2, 3] : [1, household.version])
      expect((await stored(at)).some(item => 'previous' in item)).toBe(false)
      // The same file again has the word: nobody has changed anything since it was handed over.
      const again = await at.load(2027, NEW_LIST)
      expect(again.tables).toMatchObject([wasNew ? {loaded: 0} : {loaded: 1}])
    }
  })

  test('from what they saw before it came to be seen is told that it has changed', async () => {
    const {at, run} = await beforeList()
    const [household] = (await listed(at)).filter(each => each.reference === reference(5))
    await run(at.table)
    const reply = await at.ask('changeHousehold', {
      params: {householdId: household!.id},
      headers: {'if-match': '"1"'},
      body: facts(household!),
    })
    expect(reply.status).toBe(412)
  })

  test('and records one that the list has as new hears that it is there, or the list finds it', async () => {
    for (let call = 1; call <= calls.length; call++) {
      const {at, id, run} = await beforeList()
      let status = 0
      const create = async () => {
        const [one] = await listed(at)
        const {terms, ...approval} = one!.approval
        const body = {
          ...facts(one!),
          reference: reference(27),
          approval: {...approval, terms: {...terms, places: 3}},
        }
        status = (await at.ask('createHousehold', {body})).status
      }
      await run(meeting(at.table, (n, when) => (n === call && when === 'before' ? create() : undefined)))
      expect([201, 409]).toContain(status)
      const found = (await listed(at)).filter(each => each.reference === reference(27))
      expect(found.map(({approval}) => approval.terms.places)).toEqual([status === 201 ? 3 : 2])
      expect((await at.look(id)).tables).toMatchObject([
        status === 201 ? {loaded: 26, unchanged: 1, quarantined: 1} : {loaded: 27, quarantined: 0},
      ])
    }
  })
})

test('a place is held while a list is imported, whatever step it is at, and the hold stands', async () => {
  for (let call = 1; call <= calls.length; call++) {
    const {at, run} = await beforeList()
    const hold = async () => {
      const child = await at.given<{id: string}>('createChild', {
        body: {reference: 'LCS-1', dob: '2016-05-04', sex: 'F', home: {postcode: 'SE6 4RU'}},
      })
      const referral = await at.given<{id: string}>('openReferral', {
        body: {
          children: [child.id],
          urgency: 'planned',
          kind: 'short-term',
          neededFrom: '2026-12-01',
          siblings: 'together',
        },
      })
      const {id: householdId} = (await listed(at)).at(-1)!
      const reply = await at.ask('holdPlaces', {params: {referralId: referral.id}, body: {householdId}})
      expect([reply.status, reply.text]).toEqual([201, expect.any(String)])
    }
    await run(meeting(at.table, (n, when) => (n === call && when === 'before' ? hold() : undefined)))
    expect(await seenBy(at)).toEqual(states.after)
    const calendars = (await stored(at)).filter(({type}) => type === 'calendar')
    expect(calendars.filter(({value}) => value !== '[]')).toHaveLength(1)
  }
})

describe('a worker who wakes after another has taken the list over', () => {
  /** Runs one worker up to a call, lets another come to an end with the list, and lets the first go on. */
  async function meanwhile(call: number, other: (at: Importing) => Promise<void> | void) {
    const {at, id, run} = await beforeList()
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const table = meeting(at.table, async (n, when) => {
      if (n !== call || when === 'after') return
      reached.resolve()
      await released.promise
    })
    const first = run(table).then(
      came => came,
      (fault: Error) => fault.name,
    )
    await reached.promise
    await other(at)
    at.later(A_MINUTE)
    await at.work(id)
    const before = await stored(at)
    released.resolve()
    expect(['TakenOver', 'nothing-to-do', 'others-first', 'done']).toContain(await first)
    expect(await stored(at)).toEqual(before)
    return {at, state: (await at.look(id)).state}
  }

  test('harms nothing of what that one loaded', async () => {
    for (let call = 1; call <= calls.length; call++) {
      const {at, state} = await meanwhile(call, () => {})
      expect(state).toBe('loaded')
      expect(await seenBy(at)).toEqual(states.after)
    }
  })

  test('writes nothing more of a list that was refused by then', async () => {
    for (let call = 1; call <= calls.length; call++) {
      const {at, state} = await meanwhile(call, ({service}) => service.files.clear())
      expect(await seenBy(at)).toEqual(state === 'loaded' ? states.after : states.before)
      if (state === 'refused')
        expect((await stored(at)).filter(item => item['previous'] !== undefined)).toEqual([])
    }
  })
})
