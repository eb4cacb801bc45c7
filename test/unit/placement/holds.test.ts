import {describe, expect, it} from 'vitest'
import type {ChildId, OccupancyId} from '../../../domain/ids.ts'
import {decideHold} from '../../../domain/placement/decide-hold.ts'
import {expireHold} from '../../../domain/placement/expire-hold.ts'
import {holdState} from '../../../domain/placement/hold.ts'
import {releaseHold} from '../../../domain/placement/release-hold.ts'
import {
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  anOccupancy,
  anOccupant,
  childId,
  placementsOf,
  siblingGroupId,
} from '../../support/matching.ts'
import {aHoldRequest, decided, NOW, openReferral, refusalOf} from '../../support/placing.ts'

const AFTER_FOUR_HOURS = '2026-11-23T13:30:00.000Z'
const group = siblingGroupId('family-1')
const sisters = ['sister-1', 'sister-2'].map(id => aChild({id: childId(id), siblingGroupId: group}))
const failedIn = (request: Parameters<typeof decideHold>[0]) => {
  const refusal = refusalOf(decideHold(request))
  if (refusal.kind !== 'conditions-failed') throw new Error(refusal.kind)
  return refusal.failed
}

describe('holding places', () => {
  it('holds a place and a bed for the nights that the referral asks for, for four hours', () => {
    const {hold, calendar, events} = decided(decideHold(aHoldRequest()))
    expect(hold).toMatchObject({
      children: ['child-1'],
      householdId: 'home-1',
      nights: {from: '2026-12-01', until: null},
      heldBy: 'officer',
      heldAt: NOW,
      expiresAt: AFTER_FOUR_HOURS,
    })
    expect(calendar).toEqual([
      {
        id: 'held-for-child-1',
        kind: 'hold',
        from: '2026-12-01',
        until: null,
        bedroomId: null,
        expiresAt: AFTER_FOUR_HOURS,
        occupant: {
          childId: 'child-1',
          dob: '2016-06-01',
          sex: 'F',
          siblingGroupId: null,
          responsibleAuthorityId: 'E09000023',
          notWith: [],
          mayNotShare: false,
        },
      },
    ])
    expect(events).toEqual([
      {
        name: 'PlacesHeld',
        holdId: 'hold-1',
        referralId: 'referral-1',
        householdId: 'home-1',
        childIds: ['child-1'],
        from: '2026-12-01',
        until: null,
        expiresAt: AFTER_FOUR_HOURS,
      },
    ])
  })

  it('holds for as long as it is told', () => {
    const {hold} = decided(decideHold(aHoldRequest({expiresAt: '2026-11-24T09:00:00Z'})))
    expect(hold.expiresAt).toBe('2026-11-24T09:00:00.000Z')
  })

  it('holds from tonight on when the home was needed before', () => {
    const referral = openReferral({neededFrom: '2026-11-20', expectedUntil: '2026-12-20'})
    expect(decided(decideHold(aHoldRequest({referral}))).hold.nights).toEqual({
      from: '2026-11-23',
      until: '2026-12-20',
    })
  })

  it('keeps with the place whom the child must not live with, and that they may not share', () => {
    const child = aChild({
      risks: [{risk: 'bullying', level: 'high'}],
      restrictions: [
        {kind: 'not-with', childId: childId('a'), absolute: true, reason: '', reviewBy: '2027-01-01'},
        {kind: 'not-with', childId: childId('b'), absolute: false, reason: '', reviewBy: '2027-01-01'},
        {
          kind: 'court-condition',
          condition: 'non-association',
          childId: childId('c'),
          absolute: false,
          reason: '',
          reviewBy: '2027-01-01',
        },
      ],
    })
    const {calendar} = decided(decideHold(aHoldRequest({children: [child]})))
    expect(calendar[0]!.occupant).toMatchObject({notWith: ['a', 'c'], mayNotShare: true})
  })

  it('holds all or none for brothers and sisters', () => {
    expect(decided(decideHold(aHoldRequest({children: sisters}))).calendar).toHaveLength(2)
    const home = aHome(aHousehold(), placementsOf({}))
    expect(failedIn(aHoldRequest({children: sisters, home}))).toMatchObject([
      {rule: 'H5', short: 'places', places: 2, free: 1, wanted: 2},
      {rule: 'H5', short: 'bedrooms'},
    ])
  })

  it('drops the holds that have lapsed, which are in nobody’s way', () => {
    const lapsed = anOccupancy({kind: 'hold', expiresAt: NOW})
    const home = aHome(aHousehold({terms: {places: 1}}), [lapsed])
    expect(decided(decideHold(aHoldRequest({home}))).calendar.map(({id}) => id)).toEqual(['held-for-child-1'])
  })
})

describe('a hold is refused', () => {
  it.each(['placed', 'withdrawn'] as const)('when the referral is %s', status => {
    expect(refusalOf(decideHold(aHoldRequest({referral: openReferral({status})})))).toEqual({
      kind: 'referral-not-open',
      status,
    })
  })

  it('for a child of whom the referral says nothing, or who has a home by it', () => {
    const other = openReferral({children: [childId('other')]})
    expect(refusalOf(decideHold(aHoldRequest({referral: other})))).toEqual({
      kind: 'not-in-referral',
      childIds: ['child-1'],
    })
    const placed = openReferral({placedChildren: ['child-1' as ChildId]})
    expect(refusalOf(decideHold(aHoldRequest({referral: placed})))).toEqual({
      kind: 'already-placed',
      childIds: ['child-1'],
    })
  })

  it('when it would be over at once, or the nights are', () => {
    expect(refusalOf(decideHold(aHoldRequest({expiresAt: NOW})))).toEqual({
      kind: 'expires-in-the-past',
      expiresAt: NOW,
    })
    const referral = openReferral({neededFrom: '2026-11-01', expectedUntil: '2026-11-23'})
    expect(refusalOf(decideHold(aHoldRequest({referral})))).toEqual({
      kind: 'nights-are-over',
      until: '2026-11-23',
    })
  })

  it('when the child has a place there already, which no second hold takes', () => {
    const {calendar} = decided(decideHold(aHoldRequest()))
    const again = aHoldRequest({home: aHome(aHousehold(), calendar)})
    expect(refusalOf(decideHold(again))).toEqual({
      kind: 'already-has-a-place',
      householdId: 'home-1',
      occupancies: [
        {
          id: 'held-for-child-1',
          kind: 'hold',
          from: '2026-12-01',
          until: null,
          expiresAt: AFTER_FOUR_HOURS,
        },
      ],
    })
  })

  it('when every place is taken, saying until when', () => {
    const home = aHome(aHousehold({terms: {places: 1}}), [
      anOccupancy({kind: 'hold', until: '2027-01-10', expiresAt: AFTER_FOUR_HOURS}),
    ])
    expect(failedIn(aHoldRequest({home}))).toEqual([
      {
        rule: 'H5',
        source: expect.any(String),
        words: '0 of 1 places free on 1 December 2026, 1 wanted',
        short: 'places',
        on: '2026-12-01',
        places: 1,
        free: 0,
        wanted: 1,
        freeFrom: '2027-01-10',
        heldUntil: AFTER_FOUR_HOURS,
      },
    ])
  })

  it('when there is a place but no bed', () => {
    const home = aHome(aHousehold({bedrooms: [aBedroom('a')]}), placementsOf({}))
    expect(failedIn(aHoldRequest({home}))).toMatchObject([
      {rule: 'H5', short: 'bedrooms', bedrooms: 1, on: '2026-12-01'},
    ])
  })

  it('when the approval does not stand', () => {
    const home = aHome(aHousehold({approval: {...aHousehold().approval, until: '2026-11-30'}}))
    expect(failedIn(aHoldRequest({home}))).toMatchObject([
      {rule: 'H1', approvedFrom: '2020-01-01', approvedUntil: '2026-11-30'},
    ])
  })

  it('outside the terms, with the terms and no word of the child', () => {
    const home = aHome(aHousehold({terms: {ages: {from: 0, to: 4}, sexes: ['M'], namedChildren: []}}))
    expect(failedIn(aHoldRequest({home}))).toEqual([
      {
        rule: 'H2',
        source: 'SI 2010/959 reg 22',
        words: 'outside the ages that the home is approved for',
        term: 'ages',
        approvedFor: {ages: {from: 0, to: 4}},
      },
      {
        rule: 'H2',
        source: 'SI 2010/959 reg 22',
        words: 'outside the sexes that the home is approved for',
        term: 'sexes',
        approvedFor: {sexes: ['M']},
      },
    ])
    const named = aHome(aHousehold({terms: {namedChildren: [childId('somebody')]}}))
    expect(JSON.stringify(failedIn(aHoldRequest({home: named})))).not.toContain('somebody')
  })

  it('unless an emergency lifts the terms', () => {
    const home = aHome(aHousehold({terms: {ages: {from: 0, to: 4}}}))
    const referral = openReferral({urgency: 'same-day'})
    expect(decideHold(aHoldRequest({home, referral})).ok).toBe(true)
  })

  it('when the household is on hold, without the reason for it', () => {
    const status = {state: 'suspended', from: '2026-11-01', until: null, reason: 'secret'} as const
    expect(failedIn(aHoldRequest({home: aHome(aHousehold({status}))}))).toEqual([
      {
        rule: 'H6',
        source: "the fostering service's record",
        words: 'suspended from 1 November 2026 until further notice',
        state: 'suspended',
        from: '2026-11-01',
        until: null,
      },
    ])
  })

  it('when a rule about the child forbids the home, naming the rule alone', () => {
    const exclusions = [
      {kind: 'not-child', childId: childId('child-1'), reason: 'secret', recordedOn: '2026-01-01'},
    ] as const
    expect(failedIn(aHoldRequest({home: aHome(aHousehold({exclusions}))}))).toEqual([
      {
        rule: 'H10',
        source: 'recorded as absolute by social worker and manager',
        words: 'the home breaks this rule for the children',
      },
    ])
  })

  it('over the usual fostering limit, unless those who may have granted an exemption', () => {
    const household = aHousehold({terms: {places: 4}, bedrooms: ['a', 'b', 'c', 'd'].map(id => aBedroom(id))})
    const home = aHome(household, placementsOf({}, {}, {}))
    expect(failedIn(aHoldRequest({home}))).toMatchObject([{rule: 'A1', usualLimit: 3}])
    const exemption = {
      rule: 'A1',
      role: 'nominated-officer-of-carers-authority',
      by: 'A. Officer',
      on: '2026-11-23',
      reason: 'The carers have looked after four before',
    } as const
    expect(decided(decideHold(aHoldRequest({home, approvals: [exemption]}))).hold.approvals).toEqual([
      exemption,
    ])
    for (const not of [{role: 'nominated-officer'}, {on: '2026-11-24'}, {reason: ' '}, {by: ''}])
      expect(failedIn(aHoldRequest({home, approvals: [{...exemption, ...not}]}))).toHaveLength(1)
  })
})

describe('the end of a hold', () => {
  const {hold, calendar} = decided(decideHold(aHoldRequest()))
  const there = [...calendar, anOccupancy({id: 'other' as OccupancyId, occupant: anOccupant()})]
  const events = (name: string) => [{name, holdId: 'hold-1', referralId: 'referral-1', householdId: 'home-1'}]

  it('comes at a moment, whether or not anybody notices', () => {
    expect(holdState(hold, '2026-11-23T13:29:59.999Z')).toBe('standing')
    expect(holdState(hold, AFTER_FOUR_HOURS)).toBe('expired')
  })

  it('comes with its release, which frees its places and no others', () => {
    const released = decided(releaseHold(hold, there, {by: 'officer', at: NOW}))
    expect(released.calendar.map(({id}) => id)).toEqual(['other'])
    expect(released.hold.released).toEqual({at: NOW, by: 'officer'})
    expect(released.events).toEqual(events('HoldReleased'))
    expect(refusalOf(releaseHold(released.hold, there, {by: 'officer', at: AFTER_FOUR_HOURS}))).toEqual({
      kind: 'hold-not-standing',
      state: 'released',
      since: NOW,
    })
  })

  it('leaves nothing to release once it has expired or been used', () => {
    expect(refusalOf(releaseHold(hold, there, {by: 'officer', at: AFTER_FOUR_HOURS}))).toEqual({
      kind: 'hold-not-standing',
      state: 'expired',
      since: AFTER_FOUR_HOURS,
    })
    const used = {...hold, placedAt: NOW}
    expect(refusalOf(releaseHold(used, there, {by: 'officer', at: NOW}))).toMatchObject({state: 'placed'})
  })

  it('is cleared away once it has expired, not before', () => {
    expect(decided(expireHold(hold, there, AFTER_FOUR_HOURS))).toEqual({
      calendar: [there[1]],
      events: events('HoldExpired'),
    })
    expect(refusalOf(expireHold(hold, there, NOW))).toEqual({kind: 'hold-not-expired', state: 'standing'})
  })
})
