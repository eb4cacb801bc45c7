import {randomUUID} from 'node:crypto'
import type {Call, Reply, ServedRoute} from '../../contracts/in-memory-service.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import {byCallers, type History, history} from './history.ts'
import {isLinearizable, type Model} from './linearizability.ts'

export interface Race {
  readonly ask: (route: ServedRoute, call: Call) => Promise<Reply>
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
  /** How often a caller asks again, under the same key, who got no answer or a 5xx. Without faults none needs to. */
  readonly patience: number
  /** Every so many answers, one is lost on its way and asked for again under the same key; 0 for none. */
  readonly losing: number
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
  const tally: Tally = {heard: {}, askedAgain: 0, answers: 0, faults: []}
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

interface Tally {
  readonly heard: Record<string, number>
  readonly faults: string[]
  askedAgain: number
  answers: number
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
    reply = await insisting(setting, tally, route, {...call, headers: {'idempotency-key': randomUUID()}})
    return reply && outcome(route, reply)
  })
  const heard = output ?? 'nothing'
  tally.heard[heard] = (tally.heard[heard] ?? 0) + 1
  if (output === null || /^\d/.test(output)) tally.faults.push(`${route} was answered ${heard}`)
  return reply
}

/** Asks until there is an answer, and asks again under the same key when that one is lost. */
async function insisting(setting: Race, tally: Tally, route: ServedRoute, call: Call): Promise<Reply | null> {
  const first = await patiently(setting, tally, route, call)
  tally.answers += 1
  if (setting.losing === 0 || tally.answers % setting.losing !== 0) return first
  tally.askedAgain += 1
  const second = await patiently(setting, tally, route, call)
  if (first?.status === 201 && second?.text !== first.text)
    tally.faults.push('a repeated key got another answer')
  return second
}

async function patiently({ask, patience}: Race, tally: Tally, route: ServedRoute, call: Call) {
  for (let again = 0; ; again++) {
    const reply = await ask(route, call).catch(() => null)
    if ((reply !== null && reply.status < 500) || again === patience) return reply
    tally.askedAgain += 1
  }
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
function outcome(route: ServedRoute, {status, json}: Reply): string {
  if (status === 201 && route === 'holdPlaces') return 'held'
  if (status === 200 && route === 'releaseHold') return 'released'
  const kind = status === 409 ? (json as {readonly type: string}).type.split('#')[1] : undefined
  return kind ?? `${status}`
}

async function makeBorough(setting: Race): Promise<{homes: readonly Home[]; referrals: readonly string[]}> {
  const {places, siblings, callers} = setting
  const make = async (route: ServedRoute, body: object): Promise<string> => {
    const {status, json, text} = await setting.ask(route, {body})
    if (status !== 201) throw new Error(`${route} answered ${status}: ${text}`)
    return (json as {readonly id: string}).id
  }
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

const aHome = (places: number) => ({
  reference: `RACE-${randomUUID()}`,
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {places, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  },
  home: {easting: 537_900, northing: 174_200},
  authorityId: 'E09000023',
  bedrooms: Array.from({length: places}, (_, room) => ({
    id: `${room}`,
    shareable: false,
    groundFloor: false,
  })),
})

const aChild = (siblingGroupId: string) => ({
  reference: `RACE-${randomUUID()}`,
  dob: '2016-05-04',
  sex: 'F',
  home: {easting: 537_600, northing: 173_900},
  siblingGroupId,
})

const aReferral = (children: readonly string[]) => ({
  children,
  urgency: 'planned',
  kind: 'short-term',
  neededFrom: '2027-02-01',
  expectedUntil: '2027-05-01',
  siblings: 'together',
})
