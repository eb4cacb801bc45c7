import {afterEach, describe, expect, it} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {tokenFor} from '../../../local/issuer.ts'
import {calendarReader} from '../../support/calendar-reader.ts'
import {overHttp} from '../../support/over-http.ts'
import {
  allToOneHouse,
  comeMoveAndGo,
  eachToTwoHouses,
  type PlacingRace,
  placingRace,
} from '../../support/placing-race.ts'
import {type Race, race} from '../../support/race.ts'
import {hearth} from '../service.ts'

/** Of nobody else's tests. */
const AUTHORITY = 'E09000024' as AuthorityId
const FAULTS = {conflict: 0.2, throttle: 0.05, lostReply: 0.02, seed: 1}

const token = await tokenFor({...hearth.issuer, stop: async () => {}}, `placements-manager@${AUTHORITY}`)
const service = overHttp(hearth.url)
const calm: Race = {
  ask: (route, call) => service.call(route, call, {token}),
  calendarOf: calendarReader(hearth, AUTHORITY),
  places: 3,
  households: 1,
  callers: 24,
  attempts: 64,
  siblings: 1,
  releasing: false,
  patience: 0,
  losing: 0,
}

const plan = (faults: object) =>
  fetch(`${hearth.adminUrl}/faults`, {method: 'PUT', body: JSON.stringify(faults)})

afterEach(() => plan({}))

describe('many callers at few places', () => {
  it('three get the three places of a household, and everyone else is told why not', async () => {
    const {faults, standing, heard} = await race(calm)
    expect(faults).toEqual([])
    expect(standing).toEqual({fewest: 3, most: 3})
    expect(heard).toEqual({
      held: 3,
      'conditions-failed': expect.any(Number),
      'already-has-a-place': expect.any(Number),
    })
  })

  it('one sibling group of two gets its places there, and no child of another', async () => {
    const {faults, standing} = await race({...calm, siblings: 2})
    expect(faults).toEqual([])
    expect(standing).toEqual({fewest: 1, most: 1})
  })

  it('each of several households is filled, none beyond its places', async () => {
    const {faults, standing} = await race({...calm, households: 6, attempts: 60})
    expect(faults).toEqual([])
    expect(standing).toEqual({fewest: 3, most: 3})
  })

  it('what is released can be held again, and all that callers hear can be true', async () => {
    const {faults, standing} = await race({...calm, callers: 10, releasing: true})
    expect(faults).toEqual([])
    expect(standing).toEqual({fewest: 0, most: 0})
  })

  it('it stays so with conflicts, throttling and lost replies', async () => {
    const {faults, standing} = await race({
      ...calm,
      callers: 10,
      releasing: true,
      patience: 20,
      losing: 5,
      begin: () => plan(FAULTS),
    })
    expect(faults).toEqual([])
    expect(standing).toEqual({fewest: 0, most: 0})
  })
})

describe('many callers who place, move and end at once', () => {
  const {ask, calendarOf} = calm
  const placing: Omit<PlacingRace, 'houses' | 'children' | 'scripts'> = {
    ask,
    calendarOf,
    places: 3,
    callers: 24,
    patience: 0,
    losing: 0,
  }

  it('three children get the three places of a household, whom nobody had held one for', async () => {
    const scripts = allToOneHouse(24, 48)
    const {faults, living, heard} = await placingRace({...placing, houses: 1, children: 24, scripts})
    expect(faults).toEqual([])
    expect(living).toEqual([3])
    expect(heard).toMatchObject({placed: 3, 'conditions-failed': expect.any(Number)})
  })

  it('a child whom two callers place in two households at once has one home', async () => {
    const scripts = eachToTwoHouses(6)
    const {faults, living, heard} = await placingRace({...placing, houses: 12, children: 6, scripts})
    expect(faults).toEqual([])
    expect(heard).toEqual({placed: 6, 'has-a-home': 6})
    expect(living.filter(children => children === 1)).toHaveLength(6)
  })

  it('children come, move and go, and all that callers hear can be true', async () => {
    const scripts = comeMoveAndGo(8, 3)
    const {faults, living} = await placingRace({...placing, houses: 2, children: 8, scripts})
    expect(faults).toEqual([])
    expect(living).toEqual([0, 0])
  })

  it('it stays so with conflicts, throttling and lost replies', async () => {
    const {faults, living} = await placingRace({
      ...placing,
      houses: 2,
      children: 6,
      scripts: comeMoveAndGo(6, 2),
      patience: 20,
      losing: 5,
      begin: () => plan(FAULTS),
    })
    expect(faults).toEqual([])
    expect(living).toEqual([0, 0])
  })
})
