import fc from 'fast-check'
import {expect, it} from 'vitest'
import {hasItsPlacesWhileItStands, livesInOneHome, placesTaken} from './adds-up.ts'
import * as plain from './plain-model.ts'
import * as real from './world.ts'

/*
 * Whatever is asked in whatever order, the decisions accept and refuse what the plainest account of homes and
 * nights does; and after each of them no place is taken twice, and no child lives in two homes.
 */

type Model = plain.Model
type World = real.World
type Command = fc.Command<Model, World>

const PLACES = [1, 2, 3]
const LAST = 20

const night = fc.integer({min: 0, max: LAST})
const until = fc.option(fc.integer({min: 1, max: LAST}), {freq: 3})
const house = fc.integer({min: 0, max: PLACES.length - 1})
const children = fc.uniqueArray(fc.integer({min: 0, max: real.CHILDREN - 1}), {minLength: 1, maxLength: 2})
const nth = fc.nat(1000)
const places = fc.record({house, children, from: night, until})

/** The same asked of both; what the one answers the other does, and the homes still add up. */
const command = (
  name: string,
  can: (model: Model) => boolean,
  both: (model: Model, world: World) => [boolean, boolean],
): Command => ({
  check: can,
  run: (model, world) => {
    const [expected, answered] = both(model, world)
    expect(answered, name).toBe(expected)
    addsUp(model, world)
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
const say = (what: string, facts: unknown) => `${what} ${JSON.stringify(facts)}`

function commands() {
  const newId = freshIds()
  return [
    fc.integer({min: 1, max: 30}).map(hours =>
      command(`wait ${hours} hours`, anything, (model, world) => {
        model.now += hours
        world.now += hours
        return [true, true]
      }),
    ),
    fc.tuple(places, fc.integer({min: 0, max: 48})).map(([asked, hours]) =>
      command(say(`hold for ${hours} hours`, asked), anything, (model, world) => {
        const id = newId()
        return [plain.hold(model, id, asked, hours), real.hold(world, id, asked, hours)]
      }),
    ),
    nth.map(n =>
      command(`release ${n}`, someHold, (model, world) => {
        const id = pick(model.holds, n)
        return [plain.release(model, id), real.release(world, id)]
      }),
    ),
    fc.tuple(nth, night, until).map(([n, from, to]) =>
      command(say(`start from hold ${n}`, [from, to]), someHold, (model, world) => {
        const [id, holdId] = [newId(), pick(model.holds, n)]
        const held = model.holds.get(holdId)!
        const asked = {house: held.house, children: held.children, from, until: to}
        return [plain.start(model, id, asked, {holdId}), real.start(world, id, asked, {holdId})]
      }),
    ),
    fc.tuple(places, fc.boolean()).map(([asked, aside]) =>
      command(say(aside ? 'respite' : 'start', asked), anything, (model, world) => {
        const id = newId()
        return [plain.start(model, id, asked, {aside}), real.start(world, id, asked, {aside})]
      }),
    ),
    places.map(asked =>
      command(say('start in a setting', asked), anything, (model, world) => {
        const [id, there] = [newId(), {...asked, house: null}]
        return [plain.start(model, id, there), real.start(world, id, there)]
      }),
    ),
    fc.tuple(nth, places).map(([n, {children: _, ...next}]) =>
      command(say(`move ${n}`, next), somebody, (model, world) => {
        const [id, from] = [newId(), pick(model.stays, n)]
        return [plain.move(model, from, id, next), real.move(world, from, id, next)]
      }),
    ),
    fc.tuple(nth, night).map(([n, on]) =>
      command(`end ${n} on ${on}`, somebody, (model, world) => {
        const id = pick(model.stays, n)
        return [plain.end(model, id, on), real.end(world, id, on)]
      }),
    ),
    fc.tuple(nth, night, until).map(([n, from, to]) =>
      command(say(`correct ${n}`, [from, to]), somebody, (model, world) => {
        const id = pick(model.stays, n)
        return [plain.correct(model, id, from, to), real.correct(world, id, from, to)]
      }),
    ),
    fc.tuple(nth, fc.integer({min: real.BIRTHDAY - 1, max: LAST}), until).map(([n, on, to]) =>
      command(say(`stay put ${n}`, [on, to]), somebody, (model, world) => {
        const id = pick(model.stays, n)
        const birthday = real.isNearly18(model.stays.get(id)!.child) ? real.BIRTHDAY : plain.HORIZON
        return [plain.stayPut(model, id, on, to, birthday), real.putStaying(world, id, on, to)]
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

it('no place is ever held or filled twice, no child is in two homes, and no hold outlives its end', () => {
  fc.assert(
    fc.property(fc.commands([...commands()], {maxCommands: 40, size: 'max'}), run => {
      fc.modelRun(() => ({model: plain.emptyModel(PLACES), real: real.emptyWorld(PLACES)}), run)
    }),
    {numRuns: 250},
  )
})
