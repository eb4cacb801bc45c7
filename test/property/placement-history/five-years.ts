import {addDays, type Day, type Instant} from '../../../domain/calendar.ts'
import type {Child} from '../../../domain/child/child.ts'
import type {ChildId, HouseholdId, OccupancyId, PlacementId} from '../../../domain/ids.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {correctDates} from '../../../domain/placement/correct-dates.ts'
import {endPlacement} from '../../../domain/placement/end-placement.ts'
import {movePlacement} from '../../../domain/placement/move-placement.ts'
import type {Arrangement, Placement} from '../../../domain/placement/placement.ts'
import type {
  Destination,
  PlacementRequest,
  PlacementsDecided,
} from '../../../domain/placement/placement-request.ts'
import {startPlacement} from '../../../domain/placement/start-placement.ts'
import {nowhereYet, type Whereabouts} from '../../../domain/placement/whereabouts.ts'
import type {Result} from '../../../domain/result.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import {recordPlacementEvents} from '../../../functions/store/placement-events.ts'
import {makeRandom} from '../../../sample/random.ts'
import {
  ANY_CHILD,
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  CATFORD,
  childId,
  householdId,
  LEWISHAM,
} from '../../support/matching.ts'
import {aPlacementRequest, POLICY} from '../../support/placing.ts'

export const FIRST: Day = '2021-12-01'
export const DAYS = 5 * 365 + 1
const HOMES = 1_000

/** The records of a borough, changed only by what the decisions answer, and the events that these left. */
export interface Borough {
  readonly homes: Map<HouseholdId, Home>
  readonly whereabouts: Map<ChildId, Whereabouts>
  readonly placements: Map<PlacementId, Placement>
  readonly events: CloudEvent[]
  /** How many of each were decided. */
  readonly decided: Record<'start' | 'move' | 'end' | 'correct' | 'respite' | 'hospital', number>
}

type What = keyof Borough['decided']

/** Placements made day by day over five years: children come, stay aside, move, go, and mistakes are put right. */
export function fiveYears(count: number, seed: number): Borough {
  const random = makeRandom(seed)
  const borough = emptyBorough()
  const children = new Map<ChildId, Child>()
  const waiting: Child[] = []
  const due = new Map<Day, (() => void)[]>()
  const {homes, whereabouts, placements, decided} = borough
  let today = FIRST

  const on = (day: Day, act: () => void) => due.set(day, [...(due.get(day) ?? []), act])
  const inDays = (least: number, most: number): Day => addDays(today, random.integer(least, most))
  const at = (): Instant => `${today}T09:30:00.000Z`
  const someHome = (): Destination => ({home: homes.get(houseId(random.integer(0, HOMES - 1)))!})
  const keep = (what: What, result: Result<PlacementsDecided, unknown>): PlacementId[] => {
    if (!result.ok) return []
    keepIn(borough, result.value, at())
    decided[what] += 1
    return result.value.placements.filter(({ended}) => ended === null).map(({id}) => id)
  }
  const request = (comers: readonly Child[], into: Destination, until: Day | null): PlacementRequest => ({
    ...aPlacementRequest(),
    children: comers.map((child, i) => {
      const id = `${placements.size + i}`
      return {
        child,
        whereabouts: whereabouts.get(child.id) ?? nowhereYet(child.id),
        placementId: `placement-${id}` as PlacementId,
        occupancyId: `place-${id}` as OccupancyId,
      }
    }),
    referral: null,
    into,
    from: today,
    until,
    at: at(),
    ...('home' in into ? {} : {code: {place: 'K2', provider: 'PR4'}}),
  })
  const leaving = (id: PlacementId) => {
    const placement = placements.get(id)!
    const home = placement.householdId === null ? null : homes.get(placement.householdId)!
    return {placement, home, whereabouts: whereabouts.get(placement.childId)!, policy: POLICY, at: at()}
  }

  function start(comers: readonly Child[]): boolean {
    const until = random.chance(0.5) ? inDays(5, 400) : null
    for (let tries = 0; tries < 8; tries++) {
      const into = random.chance(0.1) ? SETTING : someHome()
      const made = keep('start', startPlacement(request(comers, into, until)))
      for (const id of made) plan(id)
      if (made.length > 0) return true
    }
    return false
  }

  /** What becomes of a placement, up to the day on which the child leaves; never later than the end that is expected. */
  function plan(id: PlacementId): void {
    const {until} = placements.get(id)!
    const meant = inDays(3, 400)
    const last = until !== null && until < meant ? until : meant
    on(last, () => leave(id))
    if (random.chance(0.3)) on(inDays(1, 40), () => aside(id))
    if (random.chance(0.1)) on(inDays(0, 20), () => correct(id))
  }

  function aside(id: PlacementId): void {
    const {childId, ended} = placements.get(id)!
    if (ended !== null) return
    const child = children.get(childId)!
    const arrangement: Arrangement = random.chance(0.7) ? 'respite' : 'hospital'
    const into = arrangement === 'respite' ? someHome() : SETTING
    const until = inDays(2, 10)
    const asked = {...request([child], into, until), arrangement, kind: 'respite' as const, code: {}}
    for (const made of keep(arrangement, startPlacement(asked)))
      on(random.chance(0.5) ? until : inDays(1, 2), () => end(made))
  }

  function leave(id: PlacementId): void {
    const {placement} = leaving(id)
    const child = children.get(placement.childId)!
    if (placement.ended !== null) return
    if (random.chance(0.4) && placements.size < count) {
      const into = random.chance(0.1) ? SETTING : someHome()
      const until = random.chance(0.5) ? inDays(5, 400) : null
      const moving = {
        ...request([child], into, until),
        leaving: [leaving(id)],
        reasonForChange: 'CARPL' as const,
      }
      const next = keep('move', movePlacement(moving))
      for (const each of next) plan(each)
      if (next.length > 0) return
    }
    end(id)
    if (random.chance(0.5)) waiting.push(child)
  }

  function end(id: PlacementId): void {
    const left = leaving(id)
    const rec = left.placement.arrangement === 'main' ? ('E4A' as const) : null
    keep('end', endPlacement({...left, on: today, reason: null, rec}))
    if (placements.get(id)!.ended === null) throw new Error('A child could not leave.')
    if (random.chance(0.1)) on(inDays(1, 20), () => correct(id))
  }

  /** Days that were a little other than they were written down; of a stay that goes on, the first alone. */
  function correct(id: PlacementId): void {
    const {placement, ...about} = leaving(id)
    const {from, until, ended} = placement
    const other = (day: Day) => addDays(day, random.integer(-3, 3))
    const dates = {
      from: random.chance(0.5) ? other(from) : from,
      until: ended && until ? other(until) : until,
    }
    if (dates.from > today || (ended && dates.until! > today)) return
    keep(
      'correct',
      correctDates({placement, ...about, ...dates, reason: 'as the carer wrote it', by: 'officer'}),
    )
  }

  for (let day = 0; day < DAYS; day++, today = addDays(FIRST, day)) {
    for (const act of due.get(today) ?? []) act()
    while (placements.size < (count * (day + 1)) / DAYS) {
      const siblings = random.chance(0.2) ? 2 : 1
      const comers = Array.from(
        {length: siblings},
        () => waiting.shift() ?? someChild(children, random.integer(1, 11)),
      )
      if (!start(comers)) waiting.push(...comers)
    }
  }
  return borough
}

const SETTING = {
  setting: {name: 'Elm House', urn: 'SC1'},
  location: CATFORD,
  authorityId: LEWISHAM,
}

const houseId = (house: number): HouseholdId => householdId(`home-${house}`)

function someChild(children: Map<ChildId, Child>, age: number): Child {
  const id = childId(`child-${children.size}`)
  const child = aChild({id, dob: `${2021 - age}-06-01`})
  children.set(id, child)
  return child
}

const emptyBorough = (): Borough => ({
  homes: new Map(
    Array.from({length: HOMES}, (_, house) => {
      const places = 1 + (house % 3)
      const bedrooms = Array.from({length: places}, (_, room) => aBedroom(`${room}`))
      return [
        houseId(house),
        aHome(aHousehold({id: houseId(house), bedrooms, terms: {...ANY_CHILD, places}})),
      ]
    }),
  ),
  whereabouts: new Map(),
  placements: new Map(),
  events: [],
  decided: {start: 0, move: 0, end: 0, correct: 0, respite: 0, hospital: 0},
})

/** As the store keeps it: the records, and the items of the events beside them. */
function keepIn(borough: Borough, decided: PlacementsDecided, at: Instant): void {
  const {homes, whereabouts, placements, events} = borough
  for (const placement of decided.placements) placements.set(placement.id, placement)
  for (const each of decided.whereabouts) whereabouts.set(each.childId, each)
  for (const {householdId: id, calendar} of decided.calendars)
    homes.set(id, {household: homes.get(id)!.household, calendar})
  const versions = Object.fromEntries(decided.placements.map(each => [each.id, versionOf(each)]))
  for (const {put} of recordPlacementEvents(LEWISHAM, decided.events, versions, at))
    events.push(JSON.parse(String(put!['value'])))
}

/** Each change is one more: it started, it may have ended, and it was corrected so often. */
const versionOf = ({ended, corrections}: Placement): number =>
  1 + (ended === null ? 0 : 1) + corrections.length
