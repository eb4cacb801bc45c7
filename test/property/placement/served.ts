import {inMemoryService, MANAGER, type ServedRoute} from '../../../contracts/in-memory-service.ts'
import type {AuthorityId, ChildId, HoldId, HouseholdId} from '../../../domain/ids.ts'
import {raiseDue} from '../../../functions/schedule/raise-due.ts'
import {loadHolds} from '../../../functions/store/holds.ts'
import {loadSupply} from '../../../functions/store/households.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import type {Table} from '../../../functions/store/table.ts'
import {loadWhereabouts} from '../../../functions/store/whereabouts.ts'
import {type Ask, looking, type Referral, type Shown} from './looking.ts'
import type {Real} from './real.ts'
import {CHILDREN, childNumbered, dayOf, houseId, momentOf, untilOf, type World} from './world.ts'

/** Where all of it is kept, and whose it is: an authority that has no records yet. */
interface Setting {
  readonly table?: Table
  readonly authorityId?: string
}

/** The same homes and children behind the API: the real handlers over a real store. */
export async function served(
  places: readonly number[],
  {table = memoryTable(), authorityId = 'E09000023'}: Setting = {},
): Promise<Real> {
  const clock = {now: 0}
  const service = inMemoryService({table, now: () => momentOf(clock.now)})
  const claims = {...MANAGER, authority: authorityId}
  const ask: Ask = async (route, call) => {
    const {status, json, text} = await service.call(route, {...call, claims})
    if (status < 300) return json as Shown
    if (REFUSED.includes(status)) return null
    throw new Error(`${route} answered ${status}: ${text}`)
  }
  const make = async (route: ServedRoute, body: object) => (await ask(route, {body}))!.id
  const houses: string[] = []
  for (const [house, count] of places.entries())
    houses.push(await make('createHousehold', homeWith(count, house, authorityId)))
  const children: string[] = []
  for (let child = 0; child < CHILDREN; child++)
    children.push(
      await make('createChild', {reference: `C-${child}`, dob: childNumbered(child).dob, sex: 'F'}),
    )
  const borough = {ask, table, authorityId, clock, houses, children, holds: new Map(), stays: new Map()}
  return {
    wait(hours) {
      clock.now += hours
    },
    ...holding(borough),
    ...placing(borough),
    async tidy() {
      await raiseDue(table, momentOf(clock.now))
    },
    seen: () => seen(borough),
  }
}

/** A conflict, a version that is no longer, a request at fault. */
const REFUSED = [409, 412, 422]

interface Borough {
  readonly ask: Ask
  readonly table: Table
  readonly authorityId: string
  readonly clock: {now: number}
  readonly houses: readonly string[]
  readonly children: readonly string[]
  readonly holds: Map<string, {readonly id: string; readonly referral: Referral; isReleased: boolean}>
  readonly stays: Map<string, {readonly id: string; readonly isMain: boolean}>
}

function holding({ask, authorityId, clock, houses, children, holds, stays}: Borough) {
  const {lookFor, lookAgain} = looking(ask, children)
  return {
    async hold(id, {house, children: those, from, until}, hours) {
      const referral = await lookFor(those, {neededFrom: dayOf(from), expectedUntil: untilOf(until)})
      if (referral === null) return false
      const body = {householdId: houses[house], until: momentOf(clock.now + hours)}
      const held = await ask('holdPlaces', {params: {referralId: referral.id}, body})
      if (held !== null) holds.set(id, {id: held.id, referral, isReleased: false})
      return held !== null
    },
    async release(id) {
      const held = holds.get(id)!
      // Repeated, it answers as before: nothing more is done.
      const isAgain = held.isReleased
      const answer = await ask('releaseHold', {params: {holdId: held.id}})
      held.isReleased ||= answer !== null
      return answer !== null && !isAgain
    },
    async start(id, {house, children: those, from, until}, {holdId}) {
      const held = holdId === null ? null : holds.get(holdId)!
      const referral = held ? await lookAgain(held.referral) : await lookFor(those, {neededFrom: dayOf(0)})
      if (referral === null) return false
      const where = house === null ? settingIn(authorityId) : {householdId: houses[house]}
      const nights = {startOn: dayOf(from), until: untilOf(until)}
      const body = {...where, ...nights, ...(held && {holdId: held.id})}
      const answer = await ask('startPlacement', {params: {referralId: referral.id}, body})
      return keep({children, stays}, id, answer, true)
    },
  } satisfies Partial<Real>
}

function placing({ask, houses, children, stays}: Borough) {
  const about = (id: string) => ({params: {placementId: stays.get(id)!.id}})
  const isDone = async (route: ServedRoute, id: string, body: object) =>
    (await ask(route, {...about(id), body})) !== null
  return {
    async respite(id, of, {house, from, until}) {
      const body = {householdId: houses[house], from: dayOf(from), until: untilOf(until)}
      return keep({children, stays}, id, await ask('startRespite', {...about(of), body}), false)
    },
    async move(from, id, next) {
      const nights = {on: dayOf(next.from), until: untilOf(next.until)}
      const body = {householdId: houses[next.house], ...nights, reasonForChange: 'CARPL'}
      return keep({children, stays}, id, await ask('movePlacement', {...about(from), body}), true)
    },
    end: (id, on) => isDone('endPlacement', id, {on: dayOf(on), ...(stays.get(id)!.isMain && {rec: 'E4A'})}),
    correct: (id, from, until) =>
      isDone('correctPlacement', id, {from: dayOf(from), until: untilOf(until), reason: 'as it was'}),
    stayPut: (id, on, until) => isDone('stayPut', id, {on: dayOf(on), until: untilOf(until)}),
    leave: (id, on) => isDone('endStayingPut', id, {on: dayOf(on)}),
  } satisfies Partial<Real>
}

/** The placements that an answer has for the first time. */
function keep(
  {children, stays}: Pick<Borough, 'children' | 'stays'>,
  id: string,
  answer: Shown | null,
  isMain: boolean,
): boolean {
  const known = new Set([...stays.values()].map(stay => stay.id))
  for (const placement of answer?.placements ?? [])
    if (!known.has(placement.id))
      stays.set(`${id}/${children.indexOf(placement.childId)}`, {id: placement.id, isMain})
  return answer !== null
}

async function seen({table, authorityId, clock, houses, children, holds}: Borough): Promise<World> {
  const auth = authorityId as AuthorityId
  const [homes, whereabouts, held] = await Promise.all([
    loadSupply(table, auth),
    loadWhereabouts(table, auth, children as ChildId[]),
    loadHolds(
      table,
      auth,
      [...holds.values()].map(({id}) => id as HoldId),
    ),
  ])
  const nameOf = (id: HouseholdId) => houseId(houses.indexOf(id))
  return {
    now: clock.now,
    homes: new Map(homes.map(home => [nameOf(home.household.id), home])),
    whereabouts: new Map([...whereabouts].map(([id, {value}]) => [id, value])),
    placements: new Map(),
    holds: new Map(held.map(({value}) => [value.id, {...value, householdId: nameOf(value.householdId)}])),
  }
}

const homeWith = (places: number, house: number, authorityId: string) => ({
  reference: `H-${house}`,
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2022-01-10',
    terms: {
      places,
      ages: {from: 0, to: 20},
      sexes: ['F', 'M', 'U'],
      kinds: ['short-term', 'long-term', 'respite'],
    },
  },
  home: {easting: 537_900, northing: 174_200},
  authorityId,
  bedrooms: Array.from({length: places}, (_, room) => ({
    id: `${room}`,
    shareable: false,
    groundFloor: false,
  })),
})

const settingIn = (authorityId: string) => ({
  setting: {name: 'Elm House', urn: 'SC1', location: {easting: 537_600, northing: 173_900}, authorityId},
  code: {place: 'K2', provider: 'PR4'},
})
