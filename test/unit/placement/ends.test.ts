import {describe, expect, it} from 'vitest'
import type {OccupancyId, PlacementId} from '../../../domain/ids.ts'
import {type CorrectionRequest, correctDates} from '../../../domain/placement/correct-dates.ts'
import {endPlacement} from '../../../domain/placement/end-placement.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {endStayingPut, type StayingPutRequest, stayPut} from '../../../domain/placement/staying-put.ts'
import {currentPlacement, livesAt} from '../../../domain/placement/whereabouts.ts'
import {aBedroom, aHome, aHousehold, anOccupancy, anOccupant, childId} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'
import {anEnd, decided, homeOf, NOW, POLICY, refusalOf} from '../../support/placing.ts'

const OTHER = anOccupancy({
  id: 'other' as OccupancyId,
  from: '2026-12-01',
  occupant: anOccupant({childId: childId('other')}),
})
const onePlace = aHome(aHousehold({terms: {places: 1}}), [OTHER])

describe('the end of a placement', () => {
  it('frees the place from that night on, and says why the child left care', () => {
    const {placements, whereabouts, calendars, events} = decided(endPlacement(anEnd(aPlacement())))
    expect(placements).toEqual([
      {
        ...aPlacement(),
        until: '2026-12-01',
        ended: {on: '2026-12-01', reason: null, rec: 'E4A', nextPlacementId: null},
      },
    ])
    expect(currentPlacement(whereabouts[0]!)).toBeNull()
    expect(livesAt(whereabouts[0]!, '2026-11-30')).toMatchObject({placementId: 'placement-1'})
    expect(livesAt(whereabouts[0]!, '2026-12-01')).toBeNull()
    expect(calendars).toMatchObject([{householdId: 'home-1', calendar: [{until: '2026-12-01'}]}])
    expect(events).toEqual([
      {
        name: 'PlacementEnded',
        placementId: 'placement-1',
        childId: 'child-1',
        householdId: 'home-1',
        main: true,
        arrangement: 'main',
        stayingPut: false,
        on: '2026-12-01',
      },
    ])
  })

  it('may be a breakdown with nowhere to go on yet', () => {
    const {placements} = decided(endPlacement(anEnd(aPlacement(), {reason: 'CREQB', rec: null})))
    expect(placements[0]!.ended).toMatchObject({reason: 'CREQB', rec: 'X1'})
  })

  it.each([
    [null, null, 'reason-missing'],
    [null, 'X1', 'reason-missing'],
    ['CREQB', 'E4A', 'reasons-disagree'],
    [null, 'E17', 'stays-put'],
  ] as const)('with reasons that hold together: not %s and %s', (reason, rec, kind) => {
    expect(refusalOf(endPlacement(anEnd(aPlacement(), {reason, rec})))).toEqual({kind})
  })

  it('comes once, after a night at least', () => {
    const ended = decided(endPlacement(anEnd(aPlacement()))).placements[0]!
    expect(refusalOf(endPlacement(anEnd(ended)))).toEqual({kind: 'already-ended', on: '2026-12-01'})
    expect(refusalOf(endPlacement(anEnd(aPlacement(), {on: '2026-01-01'})))).toEqual({
      kind: 'ends-before-it-starts',
      from: '2026-01-01',
      until: '2026-01-01',
    })
  })

  it('later than expected is refused when somebody else has the place by then', () => {
    const placement = aPlacement({until: '2026-12-01'})
    const home = homeOf(placement, onePlace)
    expect(refusalOf(endPlacement(anEnd(placement, {home, on: '2026-12-02'})))).toMatchObject({
      kind: 'conditions-failed',
      householdId: 'home-1',
      failed: [{rule: 'H5', on: '2026-12-01'}],
    })
    expect(endPlacement(anEnd(placement, {home, on: '2026-11-20'})).ok).toBe(true)
  })

  it('an end later than expected is refused when the child had another home by then', () => {
    const overdue = aPlacement({until: '2026-11-01'})
    const ended = {on: '2026-11-20', reason: 'CREQO', rec: 'X1', nextPlacementId: null} as const
    const later = aPlacement({id: 'later' as PlacementId, from: '2026-11-01', until: '2026-11-20', ended})
    const request = anEnd(overdue, {whereabouts: whereaboutsOf(overdue, later), on: '2026-11-02'})
    expect(refusalOf(endPlacement(request))).toEqual({
      kind: 'overlaps',
      childId: 'child-1',
      placementId: 'later',
      from: '2026-11-01',
      until: '2026-11-20',
    })
  })

  it('of a stay aside has no reason, and the child goes back', () => {
    const respite = aPlacement({id: 'respite' as PlacementId, arrangement: 'respite', from: '2026-11-20'})
    const main = aPlacement({occupancyId: 'main' as OccupancyId})
    const request = anEnd(respite, {
      rec: null,
      whereabouts: whereaboutsOf(main, respite),
      home: homeOf(respite, aHome(), {kind: 'respite'}),
    })
    const {whereabouts, events} = decided(endPlacement(request))
    expect(currentPlacement(whereabouts[0]!)).toMatchObject({placementId: 'placement-1'})
    expect(events).toMatchObject([{main: false}])
    expect(refusalOf(endPlacement({...request, rec: 'E4A'}))).toEqual({kind: 'reasons-disagree'})
  })

  it('in another setting frees no place', () => {
    const placement = aPlacement({householdId: null, occupancyId: null})
    expect(decided(endPlacement(anEnd(placement, {home: null}))).calendars).toEqual([])
  })
})

const stays = (facts: Partial<StayingPutRequest> = {}): StayingPutRequest => {
  const placement = facts.placement ?? aPlacement()
  return {
    placement,
    home: homeOf(placement),
    whereabouts: whereaboutsOf(placement),
    dob: '2008-12-01',
    on: '2026-12-01',
    until: null,
    occupancyId: 'staying-put' as OccupancyId,
    policy: POLICY,
    at: NOW,
    ...facts,
  }
}

describe('staying put', () => {
  it('ends the placement of someone who is 18, and keeps the place and the bedroom taken', () => {
    const request = stays()
    const {placements, whereabouts, calendars, events} = decided(stayPut(request))
    expect(placements[0]!.ended).toEqual({on: '2026-12-01', reason: null, rec: 'E17', nextPlacementId: null})
    expect(currentPlacement(whereabouts[0]!)).toBeNull()
    expect(calendars[0]!.calendar).toMatchObject([
      {kind: 'placement', until: '2026-12-01'},
      {
        id: 'staying-put',
        kind: 'staying-put',
        from: '2026-12-01',
        until: null,
        occupant: {childId: 'child-1'},
      },
    ])
    expect(events).toMatchObject([
      {name: 'PlacementEnded', stayingPut: true, stayingPutUntil: null, main: true, arrangement: 'main'},
    ])
  })

  it('is not for a child', () => {
    expect(refusalOf(stayPut(stays({on: '2026-11-30'})))).toEqual({kind: 'not-yet-18'})
  })

  it('is with foster carers or connected persons, in a main placement', () => {
    const placement = aPlacement()
    const lodgings = homeOf(placement, aHome(aHousehold({kind: 'supported-lodgings'})))
    const respite = aPlacement({arrangement: 'respite'})
    for (const facts of [{home: lodgings}, {placement: respite}])
      expect(refusalOf(stayPut(stays(facts)))).toEqual({kind: 'not-with-foster-carers'})
  })

  it('takes a bedroom that an adult shares with nobody', () => {
    const shared = aHome(aHousehold({bedrooms: [aBedroom('a', true)]}), [OTHER])
    expect(refusalOf(stayPut(stays({home: homeOf(aPlacement(), shared)})))).toMatchObject({
      kind: 'conditions-failed',
      failed: [{rule: 'H5', short: 'bedrooms'}],
    })
  })

  it('ends after it began, and comes once', () => {
    expect(refusalOf(stayPut(stays({until: '2026-12-01'})))).toMatchObject({kind: 'ends-before-it-starts'})
    const [ended] = decided(stayPut(stays())).placements
    expect(refusalOf(stayPut(stays({placement: ended!})))).toMatchObject({kind: 'already-ended'})
  })

  it('frees the place when the young adult leaves', () => {
    const stayed = decided(stayPut(stays({until: '2029-12-01'})))
    const [placement] = stayed.placements
    const home = aHome(aHousehold(), stayed.calendars[0]!.calendar)
    const leaving = {placement: placement!, home, policy: POLICY, at: NOW}
    expect(placement!.stayingPut).toEqual({occupancyId: 'staying-put', until: '2029-12-01', ended: false})
    const {placements, calendars, events} = decided(endStayingPut({...leaving, on: '2027-06-01'}))
    expect(placements).toEqual([
      {...placement!, stayingPut: {occupancyId: 'staying-put', until: '2027-06-01', ended: true}},
    ])
    expect(calendars[0]!.calendar[1]).toMatchObject({id: 'staying-put', until: '2027-06-01'})
    expect(events).toEqual([
      {
        name: 'StayingPutEnded',
        placementId: placement!.id,
        childId: 'child-1',
        householdId: 'home-1',
        on: '2027-06-01',
      },
    ])
  })

  it('ends once, a night after it began at the earliest, and only where somebody stays put', () => {
    const stayed = decided(stayPut(stays()))
    const home = aHome(aHousehold(), stayed.calendars[0]!.calendar)
    const leaving = {placement: stayed.placements[0]!, home, policy: POLICY, at: NOW}
    expect(refusalOf(endStayingPut({...leaving, on: '2026-12-01'}))).toMatchObject({
      kind: 'ends-before-it-starts',
    })
    const left = decided(endStayingPut({...leaving, on: '2027-06-01'}))
    expect(refusalOf(endStayingPut({...leaving, placement: left.placements[0]!, on: '2027-07-01'}))).toEqual({
      kind: 'already-ended',
      on: '2027-06-01',
    })
    expect(refusalOf(endStayingPut({...leaving, placement: aPlacement(), on: '2027-06-01'}))).toEqual({
      kind: 'not-staying-put',
    })
  })
})

const correction = (placement: Placement, facts: Partial<CorrectionRequest> = {}): CorrectionRequest => ({
  placement,
  home: homeOf(placement),
  whereabouts: whereaboutsOf(placement),
  from: '2026-01-03',
  until: placement.until,
  reason: 'The diary says the 3rd',
  by: 'manager',
  policy: POLICY,
  at: NOW,
  ...facts,
})

describe('a correction of dates', () => {
  const endedPlacement = (until: string, facts: Partial<Placement> = {}) =>
    aPlacement({
      until,
      ended: {on: until, reason: 'CREQO', rec: 'X1', nextPlacementId: 'next' as PlacementId},
      ...facts,
    })

  it('is kept with who made it, when and why, and what was there before', () => {
    const {placements, whereabouts, calendars, events} = decided(correctDates(correction(aPlacement())))
    expect(placements).toEqual([
      {
        ...aPlacement(),
        from: '2026-01-03',
        corrections: [
          {
            at: NOW,
            by: 'manager',
            reason: 'The diary says the 3rd',
            before: {from: '2026-01-01', until: null},
            after: {from: '2026-01-03', until: null},
          },
        ],
      },
    ])
    expect(whereabouts[0]!.stays[0]).toMatchObject({from: '2026-01-03'})
    expect(calendars[0]!.calendar[0]).toMatchObject({from: '2026-01-03', until: null})
    expect(events).toMatchObject([{name: 'PlacementStarted', from: '2026-01-03'}])
  })

  it('of an end tells the end again', () => {
    const moved = endedPlacement('2026-06-01')
    const change = {from: moved.from, until: '2026-06-03'}
    const {placements, events} = decided(correctDates(correction(moved, change)))
    expect(placements[0]).toMatchObject({until: '2026-06-03', ended: {on: '2026-06-03', reason: 'CREQO'}})
    expect(events).toMatchObject([{name: 'PlacementMoved', nextPlacementId: 'next', on: '2026-06-03'}])
    const home = {
      ...moved,
      ended: {...moved.ended!, reason: null, rec: 'E17' as const, nextPlacementId: null},
    }
    expect(decided(correctDates(correction(home, change))).events).toMatchObject([
      {name: 'PlacementEnded', stayingPut: true, on: '2026-06-03'},
    ])
  })

  it('changes the day on which a placement is to end', () => {
    const {placements, events} = decided(
      correctDates(correction(aPlacement(), {from: '2026-01-01', until: '2027-02-01'})),
    )
    expect(placements[0]).toMatchObject({until: '2027-02-01', ended: null})
    expect(events).toMatchObject([{name: 'PlacementStarted', until: '2027-02-01'}])
  })

  it('never makes two main placements of a child overlap', () => {
    const before = endedPlacement('2026-03-01', {id: 'before' as PlacementId})
    const after = aPlacement({from: '2026-03-01'})
    const whereabouts = whereaboutsOf(before, after)
    expect(refusalOf(correctDates(correction(after, {whereabouts, from: '2026-02-28'})))).toEqual({
      kind: 'overlaps',
      childId: 'child-1',
      placementId: 'before',
      from: '2026-01-01',
      until: '2026-03-01',
    })
    const respite = {...before, arrangement: 'respite'} as const
    const beside = {whereabouts: whereaboutsOf(respite, after), from: '2026-02-28'}
    expect(correctDates(correction(after, beside)).ok).toBe(true)
  })

  it('never makes a household overfull, but need not mend one that was', () => {
    const placement = endedPlacement('2026-12-01')
    const home = homeOf(placement, onePlace)
    const longer = {home, from: placement.from, until: '2026-12-02'}
    expect(refusalOf(correctDates(correction(placement, longer)))).toMatchObject({
      kind: 'conditions-failed',
      householdId: 'home-1',
      failed: [{rule: 'H5', short: 'places', on: '2026-12-01'}],
    })
    const overfull = homeOf(endedPlacement('2026-12-20'), onePlace)
    const shorter = {home: overfull, from: placement.from, until: '2026-12-10'}
    expect(correctDates(correction(endedPlacement('2026-12-20'), shorter)).ok).toBe(true)
  })

  it('corrects something, and leaves a night and an end', () => {
    const placement = endedPlacement('2026-03-01')
    const refused = (facts: Partial<CorrectionRequest>) =>
      refusalOf(correctDates(correction(placement, facts)))
    expect(refused({from: '2026-01-01'})).toEqual({kind: 'nothing-to-correct'})
    expect(refused({until: null})).toEqual({kind: 'end-missing'})
    expect(refused({from: '2026-03-01'})).toMatchObject({kind: 'ends-before-it-starts'})
  })
})
