import {randomUUID} from 'node:crypto'
import type {Call, Reply, ServedRoute} from '../../contracts/in-memory-service.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import {byCallers, type History, history} from './history.ts'
import {hear, type Insisting, insisting, newTally, refusalIn, type Tally} from './insisting.ts'
import {isLinearizable, type Model} from './linearizability.ts'
import {aChild, aHome, aReferral, maker} from './race-borough.ts'

export interface Race extends Insisting {
  /** What the store has in a household's calendar. */
  readonly calendarOf: (householdId: string) => Promise<readonly Occupancy[]>
  readonly places: number
  readonly households: number
  readonly callers: number
  /** In all, over all households. */
  readonly attempts: number
  /** Children of each referral: sibling groups take as many places, all or none. */
  readonly siblings: number
  /** Whoever holds releases, and tries again. */
  readonly releasing: boolean
  /** Everything is made, and the callers are about to begin. */
  readonly begin?: () => unknown
}

export interface Raced {
  readonly seconds: number
  /** How many were told what: `held`, `released`, or the kind of the problem. */
  readonly heard: Readonly<Record<string, number>>
  /** How many holds each household granted that were not released, at least and at most. */
  readonly standing: {readonly fewest: number; readonly most: number}
  readonly askedAgain: number
  /** Answers that no caller should get, and households whose history or calendar does not hold together. */
  readonly faults: readonly string[]
}

/** One of the referrals holds or releases; the number tells which. */
type Asked = {readonly hold: number} | {readonly release: number}

/** A household of so many places, for parties of so many children: who holds, in the order of their numbers. */
const household = (places: number, siblings: number): Model<readonly number[], Asked, string> => ({
  initial: [],
  step(holding, asked) {
    if ('release' in asked) return {state: holding.filter(each => each !== asked.release), output: 'released'}
    if (holding.includes(asked.hold)) return {state: holding, output: 'already-has-a-place'}
    if ((holding.length + 1) * siblings > places) return {state: holding, output: 'conditions-failed'}
    return {state: [...holding, asked.hold].toSorted((a, b) => a - b), output: 'held'}
  },
})

interface Home {
  readonly id: string
  readonly told: History<Asked, string>
  /** Holds that were granted and not released, and their places in the calendar. */
  readonly standing: Map<string, readonly string[]>
}

/** Many callers at the places of some households at once, over HTTP, and whether all that they heard can be true. */
export async function race(setting: Race): Promise<Raced> {
  const {homes, referrals} = await makeBorough(setting)
  const tally = newTally()
  const attempts = Array.from({length: setting.attempts}, (_, index) => {
    const round = Math.floor(index / homes.length) + (index % homes.length)
    return {home: homes[index % homes.length]!, by: round % referrals.length}
  })
  await setting.begin?.()
  const since = performance.now()
  await byCallers(setting.callers, attempts, ({home, by}) =>
    holdAndRelease(setting, tally, home, by, referrals[by]!),
  )
  const seconds = (performance.now() - since) / 1000
  for (const home of homes) tally.faults.push(...(await whatDoesNotHoldTogether(setting, home)))
  const counts = homes.map(({standing}) => standing.size)
  const {heard, askedAgain, faults} = tally
  const standing = {fewest: Math.min(...counts), most: Math.max(...counts)}
  return {seconds, heard, standing, askedAgain, faults}
}

async function holdAndRelease(setting: Race, tally: Tally, home: Home, by: number, referralId: string) {
  const call = {params: {referralId}, body: {householdId: home.id}}
  const held = await asking(setting, tally, home, {hold: by}, call)
  if (held?.status !== 201) return
  const hold = held.json as {readonly id: string; readonly occupancies: readonly string[]}
  home.standing.set(hold.id, hold.occupancies)
  if (!setting.releasing) return
  const released = await asking(setting, tally, home, {release: by}, {params: {holdId: hold.id}})
  if (released?.status === 200) home.standing.delete(hold.id)
}

async function asking(
  setting: Race,
  tally: Tally,
  home: Home,
  asked: Asked,
  call: Call,
): Promise<Reply | null> {
  const route = 'hold' in asked ? 'holdPlaces' : 'releaseHold'
  let reply: Reply | null = null
  const output = await home.told.record(asked, async () => {
    reply = await insisting(setting, tally, route, call)
    return reply && outcome(route, reply)
  })
  hear(tally, route, output)
  return reply
}

async function whatDoesNotHoldTogether(
  {places, siblings, calendarOf}: Race,
  {id, told, standing}: Home,
): Promise<readonly string[]> {
  const isPossible = isLinearizable(told.operations, household(places, siblings))
  const now = new Date().toISOString()
  const taken = (await calendarOf(id)).filter(({expiresAt = ''}) => expiresAt > now).map(each => each.id)
  const granted = [...standing.values()].flat()
  const agree = taken.toSorted().join() === granted.toSorted().join()
  return [
    ...(isPossible ? [] : [`what callers heard of ${id} cannot all be true`]),
    ...(agree ? [] : [`${id} granted ${granted.length} places and its calendar has ${taken.length}`]),
  ]
}

/** What the model knows, or the status when it is none that a caller should get. */
function outcome(route: ServedRoute, reply: Reply): string {
  if (reply.status === 201 && route === 'holdPlaces') return 'held'
  if (reply.status === 200 && route === 'releaseHold') return 'released'
  return refusalIn(reply)
}

async function makeBorough(setting: Race): Promise<{homes: readonly Home[]; referrals: readonly string[]}> {
  const {places, siblings, callers} = setting
  const make = maker(setting.ask)
  const homes: Home[] = []
  await byCallers(8, Array.from({length: setting.households}), async () => {
    homes.push({id: await make('createHousehold', aHome(places)), told: history(), standing: new Map()})
  })
  const referrals: string[] = []
  await byCallers(8, Array.from({length: callers}), async () => {
    const group = randomUUID()
    const children: string[] = []
    for (let child = 0; child < siblings; child++) children.push(await make('createChild', aChild(group)))
    referrals.push(await make('openReferral', aReferral(children)))
  })
  return {homes, referrals}
}
