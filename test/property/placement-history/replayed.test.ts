import {beforeAll, describe, expect, it} from 'vitest'
import {addDays, type Day, dayNumber} from '../../../domain/calendar.ts'
import {livesAt} from '../../../domain/placement/whereabouts.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import {makeRandom} from '../../../sample/random.ts'
import {type Borough, DAYS, FIRST, fiveYears} from './five-years.ts'
import {fold, type Lived} from './fold.ts'

/*
 * Whoever hears the events, and reads no record, knows who has lived where on every night until today, and when each
 * placement that goes on is expected to end.
 */

const SEED = 20_261_123
const COUNT = 10_000

let borough: Borough
let lives: readonly Lived[]

beforeAll(() => {
  borough = fiveYears(COUNT, SEED)
  lives = fold(asDelivered(borough.events))
}, 60_000)

/** Those of one placement in order, of all placements in another order than they happened in, each of them twice. */
function asDelivered(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const bySubject = Map.groupBy(events, ({subject}) => subject)
  return makeRandom(SEED)
    .shuffle([...bySubject.values()])
    .flatMap(ofOne => [...ofOne.flatMap(event => [event, event]), ...ofOne])
}

/** Some stays were corrected to have begun before the first day. */
const NIGHTS = Array.from({length: DAYS + 10}, (_, i) => addDays(FIRST, i - 10))
const night = (day: Day): number => dayNumber(day) - dayNumber(NIGHTS[0]!)

interface Stay {
  readonly who: string
  readonly from: Day
  readonly until: Day | null
}

/** For each child or household, who or what it has on each night until today. */
function byNight(stays: Iterable<readonly [of: string, stay: Stay]>) {
  const all = new Map<string, string[][]>()
  for (const [of, {who, from, until}] of stays) {
    const nights = all.get(of) ?? NIGHTS.map(() => [])
    all.set(of, nights)
    const end = until === null ? NIGHTS.length : Math.min(night(until), NIGHTS.length)
    for (let n = night(from); n < end; n++) nights[n]!.push(who)
  }
  return all
}

const inOrder = (names: readonly string[]): string => names.toSorted().join()

describe('ten thousand placements over five years, from their events alone', () => {
  it('they have starts, moves, ends, corrections, respite and hospital stays', () => {
    expect(borough.placements.size).toBeGreaterThanOrEqual(COUNT)
    for (const times of Object.values(borough.decided)) expect(times).toBeGreaterThan(100)
  })

  it('each placement began, and ended or is to end, as the records say', () => {
    const told = lives.map(({placementId, ...life}) => [placementId, life] as const)
    const recorded = [...borough.placements.values()].map(
      ({id, childId, householdId, arrangement, from, until}) =>
        [id, {childId, householdId, main: arrangement === 'main', from, until}] as const,
    )
    expect(new Map(told)).toEqual(new Map(recorded))
  })

  it('each child lived where the records say, on every night', () => {
    const told = byNight(
      lives.filter(({main}) => main).map(life => [life.childId, {who: life.placementId, ...life}]),
    )
    expect(told.size).toBe(borough.whereabouts.size)
    for (const [childId, whereabouts] of borough.whereabouts) {
      const recorded = NIGHTS.map(day => livesAt(whereabouts, day)?.placementId ?? '')
      expect(told.get(childId)!.map(String)).toEqual(recorded)
    }
  })

  it('each household had those children whom its calendar has, on every night', () => {
    const told = byNight(
      lives.flatMap(life =>
        life.householdId === null ? [] : [[life.householdId, {who: life.childId, ...life}] as const],
      ),
    )
    const recorded = byNight(
      [...borough.homes.values()].flatMap(({household, calendar}) =>
        calendar.map(each => [household.id, {who: each.occupant!.childId, ...each}] as const),
      ),
    )
    expect(told.size).toBe(recorded.size)
    for (const [householdId, nights] of recorded)
      expect(told.get(householdId)!.map(inOrder)).toEqual(nights.map(inOrder))
  })

  it('one event that is lost shows', () => {
    const ended = borough.events.findIndex(({type}) => type === 'hearth.placement-ended.v1')
    const without = fold(borough.events.toSpliced(ended, 1))
    expect(without).not.toEqual(fold(borough.events))
  })
})
