import type {Call, Reply, ServedRoute} from '../../contracts/in-memory-service.ts'
import {addDays, dayNumber} from '../../domain/calendar.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import {byCallers, type History, history} from './history.ts'
import {hear, type Insisting, insisting, newTally, refusalIn, type Tally} from './insisting.ts'
import {isLinearizable} from './linearizability.ts'
import {aChild, aHome, aReferral, maker} from './race-borough.ts'
import {type Asked, homes, takenOn} from './stays-model.ts'

/** What one caller does, in its order. A move or an end is left out while the child lives nowhere. */
export type Script = readonly Asked[]

export interface PlacingRace extends Insisting {
  readonly calendarOf: (householdId: string) => Promise<readonly Occupancy[]>
  readonly places: number
  readonly houses: number
  readonly children: number
  readonly callers: number
  readonly scripts: readonly Script[]
  /** Everything is made, and the callers are about to begin. */
  readonly begin?: () => unknown
}

export interface PlacingRaced {
  readonly seconds: number
  readonly heard: Readonly<Record<string, number>>
  /** How many children live in each house at the end. */
  readonly living: readonly number[]
  readonly askedAgain: number
  readonly faults: readonly string[]
}

const FIRST = '2027-02-01'
const dayOf = (day: number) => addDays(FIRST, day)
const numberOf = (day: string) => dayNumber(day) - dayNumber(FIRST)

interface Placed {
  readonly id: string
  readonly householdId: string
  readonly occupancyId: string
  readonly from: string
  readonly until: string | null
}

interface Borough {
  readonly setting: PlacingRace
  readonly tally: Tally
  readonly houses: readonly string[]
  readonly children: readonly string[]
  /** Those that ask for a home, by child. */
  readonly referrals: Map<number, string>
  /** Where each child lives, as somebody heard. */
  readonly current: Map<number, Placed>
  /** Every placement as it was last heard of. */
  readonly placed: Map<string, Placed>
  readonly told: History<Asked, string>
}

/** Many callers who place, move and end at once, over HTTP, and whether all that they heard can be true. */
export async function placingRace(setting: PlacingRace): Promise<PlacingRaced> {
  const borough = await makeBorough(setting)
  const {tally, houses, current} = borough
  await setting.begin?.()
  const since = performance.now()
  await byCallers(setting.callers, setting.scripts, script => follow(borough, script))
  const seconds = (performance.now() - since) / 1000
  tally.faults.push(...(await whatDoesNotHoldTogether(borough)))
  const lives = [...current.values()].map(({householdId}) => householdId)
  const living = houses.map(house => lives.filter(id => id === house).length)
  return {seconds, living, ...tally}
}

async function follow(borough: Borough, script: Script): Promise<void> {
  const {setting, referrals, current, children} = borough
  for (const asked of script) {
    if (asked.what !== 'start' && !current.has(asked.child)) continue
    if (asked.what === 'start' && !referrals.has(asked.child))
      referrals.set(
        asked.child,
        await maker(setting.ask)('openReferral', aReferral([children[asked.child]!])),
      )
    await take(borough, asked)
  }
}

async function take(borough: Borough, asked: Asked): Promise<void> {
  const {setting, tally, referrals, current, placed, told} = borough
  const {child, what} = asked
  const [route, call] = callFor(borough, asked)
  let reply: Reply | null = null
  const output = await told.record(asked, async () => {
    reply = await insisting(setting, tally, route, call)
    return reply && outcome(what, reply)
  })
  hear(tally, route, output)
  const {placements = []} = ((reply as Reply | null)?.json ?? {}) as {placements?: readonly Placed[]}
  for (const placement of placements) placed.set(placement.id, placement)
  if (placements.length === 0) return
  if (what === 'end') {
    current.delete(child)
    referrals.delete(child)
  } else current.set(child, placements.at(-1)!)
}

/** A child who was placed meanwhile has a home by the referral or by the child's own record, whichever is read first. */
function outcome(what: Asked['what'], reply: Reply): string {
  if (reply.status < 300) return DONE[what]
  const refusal = refusalIn(reply)
  return refusal === 'referral-not-open' || refusal === 'lives-elsewhere' ? 'has-a-home' : refusal
}

const DONE = {start: 'placed', move: 'moved', end: 'ended'} as const

function callFor({houses, referrals, current}: Borough, asked: Asked): [ServedRoute, Call] {
  const {child, on} = asked
  const params = {placementId: current.get(child)?.id ?? ''}
  switch (asked.what) {
    case 'start': {
      const body = {householdId: houses[asked.house], startOn: dayOf(on)}
      return ['startPlacement', {params: {referralId: referrals.get(child)!}, body}]
    }
    case 'move': {
      const body = {householdId: houses[asked.house], on: dayOf(on), reasonForChange: 'CARPL'}
      return ['movePlacement', {params, body}]
    }
    case 'end':
      return ['endPlacement', {params, body: {on: dayOf(on), rec: 'E4A'}}]
  }
}

async function whatDoesNotHoldTogether(borough: Borough): Promise<readonly string[]> {
  const {setting, houses, placed, told} = borough
  const faults: string[] = []
  if (!isLinearizable(told.operations, homes(setting.places)))
    faults.push('what callers heard cannot all be true')
  const calendars = await Promise.all(houses.map(setting.calendarOf))
  for (const [house, calendar] of calendars.entries()) {
    const heard = [...placed.values()].filter(({householdId}) => householdId === houses[house])
    const isSo = agree(
      calendar,
      heard.map(({occupancyId, ...nights}) => ({...nights, id: occupancyId})),
    )
    if (!isSo) faults.push(`the calendar of house ${house} is not what callers heard of it`)
    if (isOverfull(calendar, setting.places)) faults.push(`house ${house} has too many on a night`)
  }
  for (const theirs of Map.groupBy(calendars.flat(), ({occupant}) => occupant?.childId).values())
    if (isOverfull(theirs, 1)) faults.push('a child has two homes on a night')
  return faults
}

type Nights = Pick<Occupancy, 'from' | 'until'> & {readonly id: string}

const agree = (a: readonly Nights[], b: readonly Nights[]): boolean => inOrder(a) === inOrder(b)
const inOrder = (all: readonly Nights[]): string =>
  all
    .map(({id, from, until}) => `${id} ${from} ${until}`)
    .toSorted()
    .join()

function isOverfull(calendar: readonly Nights[], places: number): boolean {
  const stays = calendar.map(({from, until}) => ({
    from: numberOf(from),
    until: until === null ? null : numberOf(until),
  }))
  return stays.some(({from}) => takenOn(stays, from) > places)
}

async function makeBorough(setting: PlacingRace): Promise<Borough> {
  const make = maker(setting.ask)
  const [houses, children]: [string[], string[]] = [[], []]
  await byCallers(8, Array.from({length: setting.houses}), async (_, n) => {
    houses[n] = await make('createHousehold', aHome(setting.places))
  })
  const referrals = new Map<number, string>()
  await byCallers(8, Array.from({length: setting.children}), async (_, n) => {
    children[n] = await make('createChild', aChild(`RACE-${n}`))
    referrals.set(n, await make('openReferral', aReferral([children[n]!])))
  })
  return {
    setting,
    tally: newTally(),
    houses,
    children,
    referrals,
    current: new Map(),
    placed: new Map(),
    told: history(),
  }
}

/** Every child comes to the first house, on one day, as often as it takes: directly, without a hold. */
export const allToOneHouse = (children: number, attempts: number): readonly Script[] =>
  Array.from({length: attempts}, (_, n) => [{what: 'start', child: n % children, house: 0, on: 0}])

/** For each child two callers at once, at two houses that nobody else asks for. */
export const eachToTwoHouses = (children: number): readonly Script[] =>
  Array.from({length: 2 * children}, (_, n) => [{what: 'start', child: Math.floor(n / 2), house: n, on: 0}])

/** Each child, by a caller of its own, comes, moves on and goes, again and again, between two houses. */
export const comeMoveAndGo = (children: number, rounds: number): readonly Script[] =>
  Array.from({length: children}, (_, child) =>
    Array.from({length: rounds}, (_, round): Script => {
      const [house, on] = [(child + round) % 2, 10 * round]
      return [
        {what: 'start', child, house, on},
        {what: 'move', child, house: 1 - house, on: on + 1},
        {what: 'end', child, on: on + 2},
      ]
    }).flat(),
  )
