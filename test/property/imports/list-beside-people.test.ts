import {setImmediate} from 'node:timers/promises'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {runImport} from '../../../functions/imports/run-import.ts'
import {loadSupply} from '../../../functions/store/households.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Item, Table} from '../../../functions/store/table.ts'
import {
  type Importing,
  listed,
  NEW_LIST,
  OLD_LIST,
  reference,
  type Shown,
} from '../../support/household-lists.ts'
import {AUTHORITY, importing} from '../../support/importing.ts'
import {meeting} from '../../support/meeting.ts'

/*
 * A household list is imported while people read all households, change some and hold places in others, each call of
 * the table in its turn, and what reads the whole supply a few items a turn. In every order that the scheduler tries,
 * readers see all of the old list and then all of the new one, and what people wrote stands.
 */

/** Those that people change, or hold places in. */
const EDITED = [3, 11]
const HELD = [5, 26]

/** Each call waits for its turn, once there are turns. */
function inTurns(): {readonly table: Table; takeTurns: (turn: () => Promise<void>) => void} {
  let turn = async () => {}
  const table = meeting(memoryTable(), (_, when) => (when === 'before' ? turn() : undefined))
  const queryAll: Table['queryAll'] = async query => {
    const items: Item[] = []
    for (let cursor: string | null = null; ; ) {
      const page = await table.query(query, {limit: 9, cursor})
      items.push(...page.items)
      if (page.next === null) return items
      cursor = page.next
    }
  }
  return {
    table: {...table, queryAll},
    takeTurns: next => {
      turn = next
    },
  }
}

/** Of those that nobody else changes: all as the old list has it, all as the new one has it, or some of both. */
function stateOf(households: readonly Pick<Shown, 'reference' | 'approval'>[]): 'old' | 'new' | 'half' {
  const others = households.filter(each => !EDITED.some(n => each.reference === reference(n)))
  const places = others.map(({approval}) => approval.terms.places)
  const total = places.reduce((sum, each) => sum + each, 0)
  if (others.length === 24 && total === 48) return 'old'
  return others.length === 26 && total === 3 * 2 + 23 ? 'new' : 'half'
}

async function reading(at: Importing, course: string[]): Promise<void> {
  for (let n = 0; n < 4; n++) {
    const supply = await loadSupply(at.table, AUTHORITY)
    course.push(stateOf(supply.map(({household}) => household)))
    course.push(stateOf(await listed(at)))
  }
}

/** Until it is done, as people do who are told that it has changed, which it must have. Answers the places it had. */
async function editing(at: Importing, n: number): Promise<number> {
  for (let refused = 0; ; ) {
    const household = (await listed(at)).find(each => each.reference === reference(n))!
    expect(household.version).toBeGreaterThan(refused)
    const {id, version, createdAt: _, updatedAt: __, ...facts} = household
    const reply = await at.ask('changeHousehold', {
      params: {householdId: id},
      headers: {'if-match': `"${version}"`},
      body: {...facts, languages: ['so']},
    })
    if (reply.status === 200) return household.approval.terms.places
    expect(reply.status).toBe(412)
    refused = version
  }
}

async function holding(at: Importing, n: number, referralId: string): Promise<void> {
  for (;;) {
    const household = (await listed(at)).find(each => each.reference === reference(n))
    if (household === undefined) continue
    const body = {householdId: household.id}
    const reply = await at.ask('holdPlaces', {params: {referralId}, body})
    expect([reply.status, reply.text]).toEqual([201, expect.any(String)])
    return
  }
}

async function referred(at: Importing, n: number): Promise<string> {
  const child = await at.given<{id: string}>('createChild', {
    body: {reference: `LCS-${n}`, dob: '2016-05-04', sex: 'F', home: {postcode: 'SE6 4RU'}},
  })
  const body = {
    children: [child.id],
    urgency: 'planned',
    kind: 'short-term',
    neededFrom: '2026-12-01',
    siblings: 'together',
  }
  return (await at.given<{id: string}>('openReferral', {body})).id
}

it('in whatever order a list and people have their turns, nobody sees half of it and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async scheduler => {
      const {table, takeTurns} = inTurns()
      const at = importing({table})
      await at.load(2027, OLD_LIST)
      at.later(1)
      const {id} = await at.request(2027, NEW_LIST)
      at.later(1)
      const referrals = await Promise.all(HELD.map(n => referred(at, n)))
      // Between two turns the worker's files may be read.
      takeTurns(() => scheduler.schedule(setImmediate()))
      const course: string[] = []
      const [, , places] = await scheduler.waitFor(
        Promise.all([
          runImport(at.workplace, AUTHORITY, id),
          reading(at, course),
          Promise.all(EDITED.map(n => editing(at, n))),
          ...HELD.map((n, of) => holding(at, n, referrals[of]!)),
        ]),
      )
      takeTurns(async () => {})

      expect(course).toEqual(course.toSorted().toReversed())
      expect(course).not.toContain('half')
      const households = await listed(at)
      expect(stateOf(households)).toBe('new')
      const edited = EDITED.map(n => households.find(each => each.reference === reference(n))!)
      expect(edited.map(({languages}) => languages)).toEqual([['so'], ['so']])
      expect(edited.map(({approval}) => approval.terms.places)).toEqual(places)
      expect((await at.findings(id)).map(({row}) => row).toSorted((a, b) => a - b)).toEqual(
        EDITED.filter((_, n) => places[n] === 2).map(n => n + 1),
      )
      const items = await table.queryAll({pk: `${AUTHORITY}#households`})
      expect(items.filter(item => item['previous'] !== undefined)).toEqual([])
      expect(items.filter(({type, value}) => type === 'calendar' && value !== '[]')).toHaveLength(HELD.length)
      for (const household of households) {
        const events = await table.queryAll({pk: `${AUTHORITY}#events#household#${household.id}`})
        const versions = events.map(({value}) => JSON.parse(String(value)).data.householdVersion)
        expect(versions.at(-1)).toBe(household.version)
      }
    }),
    {numRuns: 40},
  )
})
