import {randomUUID} from 'node:crypto'
import type {Call, Reply, ServedRoute} from '../../../contracts/in-memory-service.ts'
import {makeRandom, type Random} from '../../../sample/random.ts'
import {type Running, type Setting, startRunning} from './running.ts'
import {type Stored, storedBy, whatIsWrong} from './what-is-stored.ts'

export interface Crash extends Setting {
  /** The runtime is killed at the end of each. */
  readonly rounds: number
  readonly callers: number
  /** At most so many writes are answered in a round before the kill; at least a third. */
  readonly writes: number
  readonly seed: number
}

/** A write under a key of its own, and what was answered to it, if anything was yet. */
export interface Write {
  readonly key: string
  readonly route: ServedRoute
  readonly call: Call
  reply: Reply | null
}

export interface Crashed {
  readonly kills: number
  readonly answered: number
  /** Writes that a kill left without an answer, and how many of them had been done all the same. */
  readonly unanswered: number
  readonly doneUnanswered: number
  readonly stored: Readonly<Record<string, number>>
  /** From the start of the process until it is ready, in seconds, each time. */
  readonly starts: readonly number[]
  readonly faults: readonly string[]
}

/**
 * Callers record households, children, referrals, holds and placements over HTTP while the runtime is killed and
 * started again, and ask again, under the same key, whatever was not answered. Tells what was lost, doubled or torn.
 */
export async function crash(setting: Crash): Promise<Crashed> {
  const random = makeRandom(setting.seed)
  const {writes, ...callers} = callersAtWork(setting.callers, random)
  const faults: string[] = []
  const starts: number[] = []
  let [unanswered, doneUnanswered] = [0, 0]
  const start = async (): Promise<Running> => {
    const since = performance.now()
    const started = await startRunning(setting)
    starts.push(Math.round((performance.now() - since) / 100) / 10)
    return started
  }
  const look = async (at: Running, when: string): Promise<Stored> => {
    const stored = await storedBy(at, setting)
    faults.push(...whatIsWrong(stored, writes).map(each => `${when}: ${each}`))
    return stored
  }

  let at = await start()
  for (let round = 1; round <= setting.rounds; round++) {
    await callers.work(at, random.integer(Math.ceil(setting.writes / 3), setting.writes))
    await at.kill()
    at = await start()
    const {keys} = await look(at, `after kill ${round}`)
    const open = writes.filter(({reply}) => reply === null)
    unanswered += open.length
    doneUnanswered += open.filter(({key}) => keys.has(key)).length
  }
  await callers.finish(at)
  const {counts} = await look(at, 'at the end')
  faults.push(...(await askedAgain(at, writes)))
  await at.kill()
  const answered = writes.length
  return {kills: setting.rounds, answered, unanswered, doneUnanswered, stored: counts, starts, faults}
}

/** Callers who wait while nothing runs, and then take up what they had begun. */
function callersAtWork(count: number, random: Random) {
  const writes: Write[] = []
  let [toAnswer, isLast, enough] = [0, false, () => {}]
  let running = Promise.withResolvers<Running>()

  const ask: Ask = async (route, call) => {
    const key = randomUUID()
    const write: Write = {key, route, call: {...call, headers: {'idempotency-key': key}}, reply: null}
    writes.push(write)
    for (;;) {
      const {service, token} = await running.promise
      const reply = await service.call(route, write.call, {token}).catch(() => null)
      if (reply === null) continue
      if (reply.status !== 200 && reply.status !== 201)
        throw new Error(`${route}: ${reply.status} ${reply.text}`)
      write.reply = reply
      if (--toAnswer === 0) enough()
      return reply
    }
  }
  const caller = async (own: Random) => {
    while (!isLast) await aHousehold(ask, own)
  }
  const callers = Promise.all(Array.from({length: count}, (_, i) => caller(random.fork(`${i}`))))
  return {
    writes,
    /** Until so many writes are answered; the others are on their way. From then on nobody begins another. */
    async work(at: Running, answers: number): Promise<void> {
      const answered = Promise.withResolvers<void>()
      ;[toAnswer, enough] = [answers, answered.resolve]
      running.resolve(at)
      await Promise.race([answered.promise, callers])
      running = Promise.withResolvers()
    },
    /** Until everybody has done what they had begun. */
    async finish(at: Running): Promise<void> {
      isLast = true
      running.resolve(at)
      await callers
    },
  }
}

/** Every key remembers its answer to the byte, across all that has happened since. */
async function askedAgain({service, token}: Running, writes: readonly Write[]): Promise<string[]> {
  const faults: string[] = []
  for (const {route, call, reply} of writes) {
    const again = await service.call(route, call, {token})
    if (again.text !== reply?.text) faults.push(`${route} under the same key was answered otherwise`)
  }
  return faults
}

type Ask = (route: ServedRoute, call: Call) => Promise<Reply>

/** A household, and three children who come to live there; some of them leave. */
async function aHousehold(ask: Ask, random: Random): Promise<void> {
  const made = async (route: ServedRoute, body: object, params: Record<string, string> = {}) =>
    (await ask(route, {params, body})).json as {id: string; placements: readonly {readonly id: string}[]}
  const {id: householdId} = await made('createHousehold', {
    reference: `CRASH-${randomUUID()}`,
    kind: 'fostering',
    provider: {type: 'in-house'},
    approval: {
      from: '2022-01-10',
      terms: {places: 3, ages: {from: 0, to: 17}, sexes: ['F'], kinds: ['short-term']},
    },
    home: {easting: 537_900, northing: 174_200},
    authorityId: 'E09000023',
    bedrooms: ['a', 'b', 'c'].map(id => ({id, shareable: false, groundFloor: false})),
  })
  for (let children = 0; children < 3; children++) {
    const {id: childId} = await made('createChild', {
      reference: `CRASH-${randomUUID()}`,
      dob: '2016-05-04',
      sex: 'F',
      home: {easting: 537_600, northing: 173_900},
    })
    const {id: referralId} = await made('openReferral', {
      children: [childId],
      urgency: 'planned',
      kind: 'short-term',
      neededFrom: '2027-02-01',
      expectedUntil: '2027-05-01',
    })
    const {id: holdId} = await made('holdPlaces', {householdId}, {referralId})
    if (random.chance(0.2)) continue
    const {placements} = await made(
      'startPlacement',
      {householdId, holdId, startOn: '2027-02-01'},
      {referralId},
    )
    if (random.chance(0.5))
      await made('endPlacement', {on: '2027-04-01', rec: 'E4A'}, {placementId: placements[0]!.id})
  }
}
