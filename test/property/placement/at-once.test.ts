import fc from 'fast-check'
import {expect, it} from 'vitest'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Table, Write} from '../../../functions/store/table.ts'
import {hasItsPlacesWhileItStands, livesInOneHome, placesTaken} from './adds-up.ts'
import type {Real} from './real.ts'
import {served} from './served.ts'
import * as real from './world.ts'

/*
 * Several people at once, each reading the records one by one, deciding, and writing all of it on the condition
 * that no record has changed since; when one has, they decide again. In every order that the scheduler tries,
 * the homes add up; and they do not when the condition is left out.
 */

type World = real.World

const PLACES = [1, 2, 3]
const CHANGES_AT_MOST = 30

interface Asked {
  readonly what: 'hold' | 'start' | 'hold, then start' | 'move'
  readonly house: number
  readonly children: readonly number[]
}

const asked: fc.Arbitrary<Asked> = fc.record({
  what: fc.constantFrom('hold', 'start', 'hold, then start', 'move'),
  house: fc.integer({min: 0, max: PLACES.length - 1}),
  children: fc.uniqueArray(fc.integer({min: 0, max: real.CHILDREN - 1}), {minLength: 1, maxLength: 2}),
})

interface Step {
  readonly houses: readonly number[]
  readonly children: readonly number[]
  readonly decide: (seen: World) => boolean
}

/** The child who lives in the first home to begin with. */
const SETTLED = 4

function stepsOf({what, house, children}: Asked, id: string): readonly Step[] {
  const places = {house, children, from: 1, until: null}
  const about = {houses: [house], children}
  const hold = {...about, children: [], decide: (seen: World) => real.hold(seen, `held-${id}`, places, 4)}
  switch (what) {
    case 'hold':
      return [hold]
    case 'start':
      return [{...about, decide: seen => real.start(seen, id, places)}]
    case 'hold, then start':
      return [hold, {...about, decide: seen => real.start(seen, id, places, {holdId: `held-${id}`})}]
    case 'move': {
      const decide = (seen: World) => real.move(seen, `settled/${SETTLED}`, id, places)
      return [{houses: [...new Set([0, house])], children: [SETTLED], decide}]
    }
  }
}

/** The records with how often each has changed. */
interface Records {
  readonly world: World
  readonly changes: Map<string, number>
}

function settledWorld(): Records {
  const world = real.emptyWorld(PLACES)
  real.start(world, 'settled', {house: 0, children: [SETTLED], from: 0, until: null})
  return {world, changes: new Map()}
}

/** Reads, decides and writes, each in its turn; again when what was read has changed, if anybody looks. */
async function take(
  {world, changes}: Records,
  step: Step,
  turn: () => Promise<void>,
  looks: boolean,
): Promise<boolean> {
  for (let tries = 0; tries < CHANGES_AT_MOST; tries++) {
    const read = new Map<string, number>()
    const seen: World = {
      ...world,
      homes: new Map(),
      whereabouts: new Map(),
      placements: new Map(world.placements),
      holds: new Map(world.holds),
    }
    for (const id of step.houses.map(real.houseId)) {
      await turn()
      seen.homes.set(id, world.homes.get(id)!)
      read.set(id, changes.get(id) ?? 0)
    }
    for (const id of step.children.map(real.idOfChild)) {
      await turn()
      seen.whereabouts.set(id, world.whereabouts.get(id)!)
      read.set(id, changes.get(id) ?? 0)
    }
    const [placements, holds] = [new Map(seen.placements), new Map(seen.holds)]
    if (!step.decide(seen)) return false
    await turn()
    if (looks && [...read].some(([id, times]) => (changes.get(id) ?? 0) !== times)) continue
    for (const [id, times] of read) changes.set(id, times + 1)
    for (const [id, home] of seen.homes) world.homes.set(id, home)
    for (const [id, where] of seen.whereabouts) world.whereabouts.set(id, where)
    for (const [id, placement] of seen.placements)
      if (placements.get(id) !== placement) world.placements.set(id, placement)
    for (const [id, hold] of seen.holds) if (holds.get(id) !== hold) world.holds.set(id, hold)
    return true
  }
  throw new Error('Somebody never got their turn.')
}

const atOnce = (looks: boolean) =>
  fc.asyncProperty(
    fc.scheduler(),
    fc.array(asked, {minLength: 2, maxLength: 6}),
    async (scheduler, everybody) => {
      const records = settledWorld()
      const turn = () => scheduler.schedule(Promise.resolve())
      const people = everybody.map(async (ask, i) => {
        for (const step of stepsOf(ask, `id-${i}`)) if (!(await take(records, step, turn, looks))) return
      })
      await scheduler.waitFor(Promise.all(people))
      for (const [house, count] of PLACES.entries()) placesTaken(records.world, house, count)
      for (const where of records.world.whereabouts.values()) livesInOneHome(where)
      for (const held of records.world.holds.values()) hasItsPlacesWhileItStands(held, records.world)
    },
  )

it('people who decide at once, on the condition that nothing has changed, promise no place twice', async () => {
  await fc.assert(atOnce(true), {numRuns: 300})
})

it('without the condition they would', async () => {
  const {failed} = await fc.check(atOnce(false), {numRuns: 300, endOnFailure: true})
  expect(failed).toBe(true)
})

/** A table at which everybody waits for their turn, once it is time. */
function inTurns(table: Table, looks: boolean) {
  let turn: (() => Promise<void>) | null = null
  const waiting =
    <Asked extends unknown[], Answer>(call: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked) => {
      await turn?.()
      return call(...asked)
    }
  return {
    begin: (next: () => Promise<void>) => {
      turn = next
    },
    end: () => {
      turn = null
    },
    table: {
      ...table,
      get: waiting(table.get),
      getMany: waiting(table.getMany),
      transact: <R>(writes: readonly Write<R>[]) =>
        waiting(() => table.transact(looks ? writes : writes.map(unconditionally)))(),
    },
  }
}

/** Over whatever version is there. */
const unconditionally = <R>(write: Write<R>): Write<R> =>
  typeof write.expect === 'object' ? {...write, expect: 'present'} : write

/** Each with a child of their own, of whom the last lives in the first home to begin with. */
const people = fc.uniqueArray(
  fc.record({
    child: fc.integer({min: 0, max: SETTLED}),
    house: fc.integer({min: 0, max: PLACES.length - 1}),
    first: fc.constantFrom('hold', 'start'),
    next: fc.constantFrom('release', 'place', 'move', 'end', 'wait'),
  }),
  {selector: ({child}) => child, minLength: 2, maxLength: SETTLED + 1},
)
type Person = typeof people extends fc.Arbitrary<readonly (infer One)[]> ? One : never

async function doTheirWork(there: Real, {child, house, first, next}: Person): Promise<void> {
  const id = `by-${child}`
  const places = {house, children: [child], from: 1, until: null}
  if (child === SETTLED) {
    await there.move(`settled/${SETTLED}`, id, places)
  } else if (first === 'hold') {
    if (!(await there.hold(id, places, 4))) return
    if (next === 'release') await there.release(id)
    else if (next !== 'wait') await there.start(`${id}-placed`, places, {holdId: id})
  } else {
    if (!(await there.start(id, places, {holdId: null}))) return
    if (next === 'move')
      await there.move(`${id}/${child}`, `${id}-moved`, {
        house: (house + 1) % PLACES.length,
        from: 2,
        until: null,
      })
    else if (next === 'end') await there.end(`${id}/${child}`, 2)
  }
}

const atOnceThroughTheApi = (looks: boolean) =>
  fc.asyncProperty(fc.scheduler(), people, async (scheduler, everybody) => {
    const turns = inTurns(memoryTable(), looks)
    const there = await served(PLACES, {table: turns.table})
    await there.start('settled', {house: 0, children: [SETTLED], from: 0, until: null}, {holdId: null})
    turns.begin(() => scheduler.schedule(Promise.resolve()))
    await scheduler.waitFor(Promise.all(everybody.map(person => doTheirWork(there, person))))
    turns.end()
    const world = await there.seen()
    for (const [house, count] of PLACES.entries()) placesTaken(world, house, count)
    for (const where of world.whereabouts.values()) livesInOneHome(where)
    for (const held of world.holds.values()) hasItsPlacesWhileItStands(held, world)
  })

it('nor do people who hold, place, move, end and release at once through the API', async () => {
  await fc.assert(atOnceThroughTheApi(true), {numRuns: 40})
})

it('who would, were it not for the versions that each transaction is conditional on', async () => {
  const {failed} = await fc.check(atOnceThroughTheApi(false), {numRuns: 100, endOnFailure: true})
  expect(failed).toBe(true)
})
