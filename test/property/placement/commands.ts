import fc from 'fast-check'
import {expect} from 'vitest'
import {hasItsPlacesWhileItStands, livesInOneHome, placesTaken} from './adds-up.ts'
import * as plain from './plain-model.ts'
import type {Real} from './real.ts'
import {BIRTHDAY, CHILDREN, isNearly18, type World} from './world.ts'

type Model = plain.Model
type Command = fc.AsyncCommand<Model, Real>

/** Of each home. */
export const PLACES = [1, 2, 3]
const LAST = 20

const night = fc.integer({min: 0, max: LAST})
const until = fc.option(fc.integer({min: 1, max: LAST}), {freq: 3})
const house = fc.integer({min: 0, max: PLACES.length - 1})
const children = fc.uniqueArray(fc.integer({min: 0, max: CHILDREN - 1}), {minLength: 1, maxLength: 2})
const nth = fc.nat(1000)
const places = fc.record({house, children, from: night, until})

/** The same asked of both; what the one answers the other does, and the homes still add up. */
const command = (
  name: string,
  can: (model: Model) => boolean,
  both: (model: Model, real: Real) => readonly [boolean, Promise<boolean>],
): Command => ({
  check: can,
  run: async (model, real) => {
    const [expected, answer] = both(model, real)
    expect(await answer, name).toBe(expected)
    addsUp(model, await real.seen())
  },
  toString: () => name,
})

const pick = <T>(from: ReadonlyMap<string, T>, n: number): string => [...from.keys()][n % from.size]!
const freshIds = () => {
  let made = 0
  return () => `id-${made++}`
}

const anything = () => true
const someHold = ({holds}: Model) => holds.size > 0
const somebody = ({stays}: Model) => stays.size > 0
const stayingPut = ({stays}: Model) => [...stays.values()].some(({staying}) => staying !== null)
const say = (what: string, facts: unknown) => `${what} ${JSON.stringify(facts)}`

/** Whatever placements officers may do, in terms of the model. */
function commands() {
  const newId = freshIds()
  return [
    fc.integer({min: 1, max: 30}).map(hours =>
      command(`wait ${hours} hours`, anything, (model, real) => {
        model.now += hours
        real.wait(hours)
        return [true, Promise.resolve(true)]
      }),
    ),
    fc.constant(
      command('clear lapsed holds away', anything, (_, real) => [true, real.tidy().then(() => true)]),
    ),
    fc.tuple(places, fc.integer({min: 0, max: 48})).map(([asked, hours]) =>
      command(say(`hold for ${hours} hours`, asked), anything, (model, real) => {
        const id = newId()
        return [plain.hold(model, id, asked, hours), real.hold(id, asked, hours)]
      }),
    ),
    nth.map(n =>
      command(`release ${n}`, someHold, (model, real) => {
        const id = pick(model.holds, n)
        return [plain.release(model, id), real.release(id)]
      }),
    ),
    fc.tuple(nth, night, until).map(([n, from, to]) =>
      command(say(`start from hold ${n}`, [from, to]), someHold, (model, real) => {
        const [id, holdId] = [newId(), pick(model.holds, n)]
        const held = model.holds.get(holdId)!
        const asked = {house: held.house, children: held.children, from, until: to}
        return [plain.start(model, id, asked, {holdId}), real.start(id, asked, {holdId})]
      }),
    ),
    places.map(asked =>
      command(say('start', asked), anything, (model, real) => {
        const id = newId()
        return [plain.start(model, id, asked), real.start(id, asked, {holdId: null})]
      }),
    ),
    places.map(asked =>
      command(say('start in a setting', asked), anything, (model, real) => {
        const [id, there] = [newId(), {...asked, house: null}]
        return [plain.start(model, id, there), real.start(id, there, {holdId: null})]
      }),
    ),
    fc.tuple(nth, places).map(([n, {children: _, ...where}]) =>
      command(say(`respite of ${n}`, where), somebody, (model, real) => {
        const [id, of] = [newId(), pick(model.stays, n)]
        const asked = {...where, children: [model.stays.get(of)!.child]}
        return [plain.start(model, id, asked, {aside: true}), real.respite(id, of, asked)]
      }),
    ),
    fc.tuple(nth, places).map(([n, {children: _, ...next}]) =>
      command(say(`move ${n}`, next), somebody, (model, real) => {
        const [id, from] = [newId(), pick(model.stays, n)]
        return [plain.move(model, from, id, next), real.move(from, id, next)]
      }),
    ),
    fc.tuple(nth, night).map(([n, on]) =>
      command(`end ${n} on ${on}`, somebody, (model, real) => {
        const id = pick(model.stays, n)
        return [plain.end(model, id, on), real.end(id, on)]
      }),
    ),
    fc.tuple(nth, night, until).map(([n, from, to]) =>
      command(say(`correct ${n}`, [from, to]), somebody, (model, real) => {
        const id = pick(model.stays, n)
        return [plain.correct(model, id, from, to), real.correct(id, from, to)]
      }),
    ),
    fc.tuple(nth, fc.integer({min: BIRTHDAY - 1, max: LAST}), until).map(([n, on, to]) =>
      command(say(`stay put ${n}`, [on, to]), somebody, (model, real) => {
        const id = pick(model.stays, n)
        const birthday = isNearly18(model.stays.get(id)!.child) ? BIRTHDAY : plain.HORIZON
        return [plain.stayPut(model, id, on, to, birthday), real.stayPut(id, on, to)]
      }),
    ),
    fc.tuple(nth, night).map(([n, on]) =>
      command(`leave after staying put ${n} on ${on}`, stayingPut, (model, real) => {
        const those = new Map([...model.stays].filter(([, {staying}]) => staying !== null))
        const id = pick(those, n)
        return [plain.leave(model, id, on), real.leave(id, on)]
      }),
    ),
  ] as const
}

function addsUp(model: Model, world: World): void {
  for (const [house, count] of PLACES.entries()) {
    const taken = placesTaken(world, house, count)
    expect(taken).toEqual(taken.map((_, night) => plain.takenOn(model, house, night)))
  }
  for (const where of world.whereabouts.values()) livesInOneHome(where)
  for (const held of world.holds.values()) hasItsPlacesWhileItStands(held, world)
}

/** Whatever is asked in whatever order, of homes and children that nobody else asks for. */
export const anyOrder = (real: () => Promise<Real>, maxCommands: number) =>
  fc.asyncProperty(fc.commands([...commands()], {maxCommands, size: 'max'}), async run => {
    const there = await real()
    await fc.asyncModelRun(() => ({model: plain.emptyModel(PLACES), real: there}), run)
  })
