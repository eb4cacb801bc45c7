import {describe, expect, it} from 'vitest'
import type {AuthorityId, HouseholdId, OccupancyId, PlacementId} from '../../../domain/ids.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {type MoveRequest, movePlacement} from '../../../domain/placement/move-placement.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {
  aChild,
  aHome,
  aHousehold,
  anOccupancy,
  anOccupant,
  CATFORD,
  childId,
  householdId,
  placementsOf,
  siblingGroupId,
} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'
import {aComer, aPlacementRequest, decided, homeOf, refusalOf} from '../../support/placing.ts'

const OLD = householdId('old')
const NEW = householdId('new')
const home = (id: HouseholdId, calendar: Home['calendar'] = [], places = 2) =>
  aHome(aHousehold({id, terms: {places}}), calendar)

const lives = (facts: Partial<Placement> = {}) => aPlacement({householdId: OLD, ...facts})

/** The girl of ten moves from the old home to the new on 1 December 2026, because the carers asked. */
function aMove(placement = lives(), facts: Partial<MoveRequest> = {}): MoveRequest {
  const child = aChild({id: placement.childId})
  return {
    ...aPlacementRequest({
      children: [aComer(child, whereaboutsOf(placement))],
      into: {home: home(NEW)},
      referral: null,
    }),
    leaving: [
      {
        placement,
        home: placement.householdId === null ? null : homeOf(placement, home(placement.householdId)),
      },
    ],
    reasonForChange: 'CREQO',
    ...facts,
  }
}
const move = (...request: Parameters<typeof aMove>) => decided(movePlacement(aMove(...request)))
const refused = (...request: Parameters<typeof aMove>) => refusalOf(movePlacement(aMove(...request)))

describe('a move', () => {
  it('ends one placement and starts the next on the same night, in one decision', () => {
    const {placements, whereabouts, calendars, events} = move()
    const [ended, started] = placements
    expect(ended).toEqual({
      ...lives(),
      until: '2026-12-01',
      ended: {on: '2026-12-01', reason: 'CREQO', rec: 'X1', nextPlacementId: 'placement-of-child-1'},
    })
    expect(started).toMatchObject({id: 'placement-of-child-1', householdId: 'new', from: '2026-12-01'})
    expect(whereabouts).toEqual([whereaboutsOf(ended!, started!)])
    expect(calendars).toMatchObject([
      {householdId: 'old', calendar: [{id: 'occupancy-of-child-1', until: '2026-12-01'}]},
      {householdId: 'new', calendar: [{id: 'place-of-child-1', from: '2026-12-01'}]},
    ])
    expect(events).toMatchObject([
      {
        name: 'PlacementMoved',
        placementId: 'placement-1',
        householdId: 'old',
        nextPlacementId: 'placement-of-child-1',
        on: '2026-12-01',
      },
      {name: 'PlacementStarted', placementId: 'placement-of-child-1', householdId: 'new'},
    ])
  })

  it('leaves everything as it was when the next home does not take the child', () => {
    const full = {home: home(NEW, placementsOf({}, {}))}
    expect(refused(lives(), {into: full})).toMatchObject({kind: 'conditions-failed', householdId: 'new'})
  })

  it('may stay in the household, for another kind of placement in it', () => {
    const placement = lives()
    const into = {home: homeOf(placement, home(OLD, [], 1))}
    const {calendars, placements} = move(placement, {into, kind: 'long-term', reasonForChange: 'PLACE'})
    expect(calendars).toHaveLength(1)
    expect(calendars[0]!.calendar).toMatchObject([
      {id: 'occupancy-of-child-1', until: '2026-12-01'},
      {id: 'place-of-child-1', from: '2026-12-01', until: null},
    ])
    expect(placements.map(({code}) => code.place)).toEqual(['U6', 'U4'])
  })

  it('takes a child from a setting to a household, and back', () => {
    const setting = {name: 'The Limes', urn: 'SC1'}
    const K2 = {place: 'K2', provider: 'PR4'} as const
    const inSetting = lives({householdId: null, occupancyId: null, setting, code: K2})
    expect(move(inSetting).calendars.map(({householdId}) => householdId)).toEqual(['new'])
    const into = {setting, location: CATFORD, authorityId: 'E09000023' as AuthorityId}
    expect(move(lives(), {into, code: K2}).calendars.map(({householdId}) => householdId)).toEqual(['old'])
  })

  it('brings brothers and sisters together, from wherever each was', () => {
    const family = siblingGroupId('family')
    const [one, two, three] = ['one', 'two', 'three'].map(id =>
      aChild({id: childId(id), siblingGroupId: family}),
    )
    const placementOf = (child: typeof one, at: HouseholdId) =>
      aPlacement({
        id: `was-of-${child!.id}` as PlacementId,
        childId: child!.id,
        householdId: at,
        occupancyId: `was-at-${child!.id}` as OccupancyId,
      })
    const [first, second] = [placementOf(one, OLD), placementOf(two, OLD)]
    const old = homeOf(second, homeOf(first, home(OLD)))
    const request = aMove(first, {
      into: {
        home: aHome(
          aHousehold({
            id: NEW,
            terms: {places: 3},
            bedrooms: ['a', 'b', 'c'].map(id => ({id, shareable: false, groundFloor: false})),
          }),
        ),
      },
      children: [aComer(one, whereaboutsOf(first)), aComer(two, whereaboutsOf(second)), aComer(three)],
      leaving: [
        {placement: first, home: old},
        {placement: second, home: old},
      ],
    })
    const {calendars, events} = decided(movePlacement(request))
    expect(calendars[0]!.calendar.map(({until}) => until)).toEqual(['2026-12-01', '2026-12-01'])
    expect(calendars[1]!.calendar).toHaveLength(3)
    expect(events.map(({name}) => name)).toEqual([
      'PlacementMoved',
      'PlacementMoved',
      'PlacementStarted',
      'PlacementStarted',
      'PlacementStarted',
    ])
  })

  it('is of main placements that have not ended', () => {
    expect(refused(lives(), {leaving: []})).toEqual({kind: 'not-a-move'})
    expect(refused(lives({arrangement: 'respite'}))).toEqual({kind: 'not-a-move'})
    expect(refused(lives(), {arrangement: 'respite'})).toEqual({kind: 'not-a-move'})
    const other = {placement: lives({childId: childId('other')}), home: home(OLD)}
    expect(refused(lives(), {leaving: [other]})).toEqual({kind: 'not-a-move'})
    const ended = {on: '2026-11-20', reason: null, rec: 'E4A', nextPlacementId: null} as const
    expect(refused(lives({until: '2026-11-20', ended}))).toEqual({kind: 'already-ended', on: '2026-11-20'})
  })

  it('comes after a night at least in the home that is left', () => {
    expect(refused(lives({from: '2026-12-01'}))).toMatchObject({kind: 'ends-before-it-starts'})
  })

  it('is refused when the home that is left promised the place to another by then', () => {
    const placement = lives({until: '2026-11-25'})
    const next = anOccupancy({
      id: 'next' as OccupancyId,
      from: '2026-11-25',
      until: '2026-12-25',
      occupant: anOccupant({childId: childId('next')}),
    })
    const leaving = [{placement, home: homeOf(placement, home(OLD, [next], 1))}]
    expect(refused(placement, {leaving})).toMatchObject({
      kind: 'conditions-failed',
      householdId: 'old',
      failed: [{rule: 'H5', short: 'places', on: '2026-11-25', free: 0, freeFrom: null}],
    })
  })
})
