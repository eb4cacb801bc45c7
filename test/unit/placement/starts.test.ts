import {describe, expect, it} from 'vitest'
import type {ApproachId, AuthorityId, PlacementId, ReferralId, ShortlistId} from '../../../domain/ids.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import {decideHold} from '../../../domain/placement/decide-hold.ts'
import type {GrantedApproval} from '../../../domain/placement/placement.ts'
import type {PlacementRequest} from '../../../domain/placement/placement-request.ts'
import {startPlacement} from '../../../domain/placement/start-placement.ts'
import {
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  anOccupancy,
  anOccupant,
  BEXLEY,
  CATFORD,
  childId,
  eastOf,
  householdId,
  placementsOf,
  siblingGroupId,
} from '../../support/matching.ts'
import {aPlacement, whereaboutsOf} from '../../support/placements.ts'
import {
  aComer,
  aHoldRequest,
  aPlacementRequest,
  decided,
  NOW,
  openReferral,
  refusalOf,
} from '../../support/placing.ts'

const start = (facts: Partial<PlacementRequest> = {}) => decided(startPlacement(aPlacementRequest(facts)))
const refused = (facts: Partial<PlacementRequest>) => refusalOf(startPlacement(aPlacementRequest(facts)))

const CHILDRENS_HOME = {
  setting: {name: 'The Limes', urn: 'SC1'},
  location: CATFORD,
  authorityId: 'E09000023' as AuthorityId,
}
const K2 = {place: 'K2', provider: 'PR4'} as const
const approval = (facts: Partial<GrantedApproval>): GrantedApproval => ({
  rule: 'A4',
  role: 'director-of-childrens-services',
  by: 'A. Director',
  on: '2026-11-23',
  reason: 'Nothing nearer takes her and her sister',
  ...facts,
})

describe('a placement in a household', () => {
  it('starts directly, with everything that changes', () => {
    const {placements, whereabouts, calendars, referral, hold, events} = start()
    expect(placements).toEqual([
      {
        id: 'placement-of-child-1',
        childId: 'child-1',
        referralId: 'referral-1',
        holdId: null,
        approachId: null,
        arrangement: 'main',
        from: '2026-12-01',
        until: null,
        householdId: 'home-1',
        occupancyId: 'place-of-child-1',
        setting: null,
        code: {place: 'U6', provider: 'PR1'},
        location: aHousehold().home,
        authorityId: 'E09000023',
        weeklyCostPence: null,
        approvals: [],
        chosen: null,
        ended: null,
        corrections: [],
      },
    ])
    expect(whereabouts).toEqual([whereaboutsOf(placements[0]!)])
    expect(calendars).toMatchObject([
      {
        householdId: 'home-1',
        calendar: [{id: 'place-of-child-1', kind: 'placement', from: '2026-12-01', until: null}],
      },
    ])
    expect(referral).toMatchObject({status: 'placed', placedChildren: ['child-1']})
    expect(hold).toBeNull()
    expect(events).toEqual([
      {
        name: 'PlacementStarted',
        placementId: 'placement-of-child-1',
        childId: 'child-1',
        householdId: 'home-1',
        referralId: 'referral-1',
        holdId: null,
        main: true,
        arrangement: 'main',
        from: '2026-12-01',
        until: null,
      },
    ])
  })

  it('leaves the referral open while a brother or sister has no home', () => {
    const {referral} = start({referral: openReferral({children: [childId('child-1'), childId('child-2')]})})
    expect(referral).toMatchObject({status: 'open', placedChildren: ['child-1']})
  })

  it('is refused by a referral that is not open', () => {
    expect(refused({referral: openReferral({status: 'placed'})})).toMatchObject({kind: 'referral-not-open'})
  })

  it('is refused while the child lives elsewhere, which takes a move', () => {
    const elsewhere = aPlacement({householdId: householdId('home-2')})
    expect(refused({children: [aComer(aChild(), whereaboutsOf(elsewhere))]})).toEqual({
      kind: 'lives-elsewhere',
      childId: 'child-1',
      placementId: 'placement-1',
      from: '2026-01-01',
      until: null,
    })
  })

  it('is refused on nights that the child spent in another home', () => {
    const ended = {on: '2026-12-02', reason: null, rec: 'E4A', nextPlacementId: null} as const
    const before = aPlacement({until: '2026-12-02', ended})
    const comer = aComer(aChild(), whereaboutsOf(before))
    expect(refused({children: [comer]})).toMatchObject({kind: 'overlaps', placementId: 'placement-1'})
    expect(start({children: [comer], from: '2026-12-02'}).whereabouts[0]!.stays).toHaveLength(2)
  })

  it('has a night at least', () => {
    expect(refused({until: '2026-12-01'})).toEqual({
      kind: 'ends-before-it-starts',
      from: '2026-12-01',
      until: '2026-12-01',
    })
  })

  it('is refused where there is no room, or a hard rule forbids it', () => {
    expect(refused({into: {home: aHome(aHousehold(), placementsOf({}, {}))}})).toMatchObject({
      kind: 'conditions-failed',
      householdId: 'home-1',
      failed: [
        {rule: 'H5', free: 0},
        {rule: 'H5', short: 'bedrooms'},
      ],
    })
    const barred = [
      {kind: 'barred', childId: childId('child-1'), reason: 'x', recordedOn: '2026-01-01'},
    ] as const
    expect(refused({into: {home: aHome(aHousehold({exclusions: barred}))}})).toMatchObject({
      failed: [{rule: 'H8'}],
    })
  })

  it('is refused where the child has a place on those nights already', () => {
    const calendar = [
      anOccupancy({
        kind: 'respite',
        from: '2026-12-24',
        until: '2026-12-27',
        occupant: anOccupant({childId: childId('child-1')}),
      }),
    ]
    expect(refused({into: {home: aHome(aHousehold(), calendar)}})).toMatchObject({
      kind: 'already-has-a-place',
    })
  })

  it('costs what was agreed, or what one more child costs there', () => {
    const weeklyCost = {marginalPenceAWeek: 52_000, fullPenceAWeek: 71_000}
    const into = {home: aHome(aHousehold({weeklyCost}))}
    expect(start({into}).placements[0]!.weeklyCostPence).toBe(52_000)
    expect(start({into, weeklyCostPence: 60_000}).placements[0]!.weeklyCostPence).toBe(60_000)
  })

  it('keeps the place of brothers and sisters together', () => {
    const family = siblingGroupId('family')
    const children = ['one', 'two'].map(id => aComer(aChild({id: childId(id), siblingGroupId: family})))
    const {placements, calendars, referral} = start({children})
    expect(placements.map(placement => placement.occupancyId)).toEqual(['place-of-one', 'place-of-two'])
    expect(calendars[0]!.calendar.map(({occupant}) => occupant!.childId)).toEqual(['one', 'two'])
    expect(referral!.status).toBe('placed')
  })
})

describe('from a hold', () => {
  const held = decided(decideHold(aHoldRequest()))
  const into = {home: aHome(aHousehold({terms: {places: 1}}), held.calendar)}

  it('the child takes the place that was held, and the hold is used up', () => {
    const {placements, calendars, hold, events} = start({hold: held.hold, into})
    expect(calendars[0]!.calendar.map(({id, kind}) => [id, kind])).toEqual([
      ['place-of-child-1', 'placement'],
    ])
    expect(hold).toEqual({...held.hold, placedAt: NOW})
    expect(placements[0]).toMatchObject({holdId: 'hold-1'})
    expect(events[0]).toMatchObject({name: 'PlacementStarted', holdId: 'hold-1'})
  })

  it('nothing starts once it has expired, was released or was used', () => {
    const [at, since] = [held.hold.expiresAt, held.hold.expiresAt]
    expect(refused({hold: held.hold, into, at})).toEqual({kind: 'hold-not-standing', state: 'expired', since})
    expect(refused({hold: {...held.hold, placedAt: NOW}, into})).toMatchObject({state: 'placed'})
    expect(refused({hold: {...held.hold, released: {at: NOW, by: 'officer'}}, into})).toMatchObject({
      state: 'released',
    })
  })

  it.each([
    ['referral', {hold: {...held.hold, referralId: 'other' as ReferralId}}],
    ['household', {hold: {...held.hold, householdId: householdId('other')}}],
    ['children', {hold: {...held.hold, children: [childId('child-1'), childId('child-2')]}}],
  ])('of another %s nothing starts', (differs, facts) => {
    expect(refused({...facts, into})).toEqual({kind: 'hold-of-another', differs})
  })

  it('an exemption that the hold needed stands for the placement', () => {
    const exemption = approval({rule: 'A1', role: 'nominated-officer-of-carers-authority'})
    const {approvals} = start({hold: {...held.hold, approvals: [exemption]}, into}).placements[0]!
    expect(approvals).toEqual([exemption])
  })
})

describe('from an offer', () => {
  const offer = {
    approachId: 'approach-1' as ApproachId,
    referralId: 'referral-1' as ReferralId,
    householdId: householdId('home-1'),
    weeklyCostPence: 95_000,
    validUntil: '2026-11-23T17:00:00.000Z',
  }

  it('the placement costs what was offered, and says which offer it was', () => {
    expect(start({offer}).placements[0]).toMatchObject({approachId: 'approach-1', weeklyCostPence: 95_000})
    expect(start({offer: {...offer, householdId: null}}).placements).toHaveLength(1)
  })

  it('nothing starts once it has lapsed, or from another’s', () => {
    expect(refused({offer, at: offer.validUntil})).toEqual({
      kind: 'offer-lapsed',
      validUntil: offer.validUntil,
    })
    expect(refused({offer: {...offer, referralId: 'other' as ReferralId}})).toEqual({
      kind: 'offer-of-another',
      differs: 'referral',
    })
    expect(refused({offer: {...offer, householdId: householdId('other')}})).toEqual({
      kind: 'offer-of-another',
      differs: 'household',
    })
  })

  it('a costly one needs its approval, whatever the household costs on record', () => {
    expect(refused({offer: {...offer, weeklyCostPence: 250_000}})).toMatchObject({
      kind: 'approvals-missing',
      missing: [{rule: 'A9', role: 'service-manager'}],
    })
  })
})

describe('approvals', () => {
  const far = aHome(aHousehold({provider: {type: 'ifa', agencyId: 'agency'}, authorityId: BEXLEY}))

  it('that the option needs are granted by the role that the rule names, or listed as missing without words', () => {
    const missing = [
      {rule: 'A4', role: 'director-of-childrens-services', within: null, source: 'SI 2010/959 reg 11'},
    ]
    expect(refused({into: {home: far}})).toEqual({kind: 'approvals-missing', missing})
    const other = approval({role: 'nominated-officer'})
    expect(refused({into: {home: far}, approvals: [other]})).toMatchObject({missing})
    expect(refused({into: {home: far}, approvals: [approval({on: '2026-11-24'})]})).toMatchObject({missing})
  })

  it('stay with the placement, and are told', () => {
    const {placements, events} = start({into: {home: far}, approvals: [approval({})]})
    expect(placements[0]!.approvals).toEqual([approval({})])
    expect(events[1]).toEqual({
      name: 'ApprovalGranted',
      placementId: 'placement-of-child-1',
      approval: 'A4',
      role: 'director-of-childrens-services',
      grantedOn: '2026-11-23',
    })
  })

  it('let an emergency go outside the terms for a time', () => {
    const into = {home: aHome(aHousehold({terms: {ages: {from: 0, to: 4}}}))}
    const emergency = {into, kind: 'emergency', urgency: 'same-day', until: '2026-12-05'} as const
    const refusal = refused(emergency)
    expect(refusal).toMatchObject({missing: [{rule: 'A2', within: {value: 6, unit: 'working-days'}}]})
    expect(JSON.stringify(refusal)).not.toMatch(/ages|4 December|child is/)
    const granted = approval({rule: 'A2', role: 'duty-service-manager'})
    expect(start({...emergency, approvals: [granted]}).placements[0]!.approvals).toEqual([granted])
  })
})

describe('what the chooser was shown', () => {
  const near = aHousehold({id: householdId('near')})
  const distant = aHousehold({id: householdId('distant'), home: eastOf(CATFORD, 5)})
  const {answer} = makeShortlist(aMatchInput({supply: [near, distant].map(household => aHome(household))}))
  const shown = {id: 'shortlist-1' as ShortlistId, referralId: 'referral-1' as ReferralId, answer}
  const choose = (household = near, facts: Partial<PlacementRequest> = {}) => ({
    shown,
    into: {home: aHome(household)},
    ...facts,
  })

  it('is kept with the first option, which needs no reason', () => {
    expect(start(choose()).placements[0]!.chosen).toEqual({
      shortlistId: 'shortlist-1',
      rank: 1,
      reason: null,
    })
  })

  it('asks for a reason where another was chosen, and keeps it', () => {
    expect(refused(choose(distant))).toEqual({kind: 'reason-needed', rank: 2})
    expect(refused(choose(distant, {reason: ' '}))).toEqual({kind: 'reason-needed', rank: 2})
    expect(start(choose(distant, {reason: 'She knows the carers'})).placements[0]!.chosen).toEqual({
      shortlistId: 'shortlist-1',
      rank: 2,
      reason: 'She knows the carers',
    })
  })

  it('asks for a reason where a home that it does not offer was chosen', () => {
    expect(refused({shown, into: CHILDRENS_HOME, code: K2})).toEqual({kind: 'reason-needed', rank: null})
  })

  it('asks for none where it offered nothing', () => {
    const nothing = {...shown, answer: makeShortlist(aMatchInput({supply: []})).answer}
    expect(start({shown: nothing, into: CHILDRENS_HOME, code: K2}).placements[0]!.chosen).toEqual({
      shortlistId: 'shortlist-1',
      rank: null,
      reason: null,
    })
  })

  it('ranks a part of a split by its split, and a child apart by plan by their own answer', () => {
    const family = siblingGroupId('family')
    const [one, two] = ['child-1', 'child-2'].map(id => aChild({id: childId(id), siblingGroupId: family}))
    const small = [near, distant].map(household =>
      aHome({
        ...household,
        approval: {...household.approval, terms: {...household.approval.terms, places: 1}},
      }),
    )
    const referral = openReferral({children: [one!.id, two!.id]})
    const request = {children: [aComer(one)], referral, into: {home: small[0]!}}
    const parted = makeShortlist(aMatchInput({children: [one!, two!], supply: small})).answer
    const apart = makeShortlist(
      aMatchInput({children: [one!, two!], supply: small, referral: {siblings: 'apart-by-plan'}}),
    ).answer
    const split = parted.splits.find(({homes}) =>
      homes.some(home => home.householdId === 'near' && home.children.includes(one!.id)),
    )!
    const byPart = start({...request, shown: {...shown, answer: parted}, reason: 'So that one stays near'})
    expect(byPart.placements[0]!.chosen!.rank).toBe(split.rank)
    expect(start({...request, shown: {...shown, answer: apart}}).placements[0]!.chosen!.rank).toBe(1)
  })

  it('is of the same referral', () => {
    const other = {...shown, referralId: 'other' as ReferralId}
    expect(refused({shown: other})).toEqual({kind: 'shortlist-of-another-referral'})
  })
})

describe('in another setting', () => {
  it('starts with the code and the URN, and takes no place of a household', () => {
    const {placements, calendars} = start({into: CHILDRENS_HOME, code: K2, weeklyCostPence: 150_000})
    expect(calendars).toEqual([])
    expect(placements[0]).toMatchObject({
      householdId: null,
      occupancyId: null,
      setting: {name: 'The Limes', urn: 'SC1'},
      code: K2,
      weeklyCostPence: 150_000,
    })
  })

  it('needs the approvals that turn on where it stands, what it costs and what it is', () => {
    const into = {...CHILDRENS_HOME, authorityId: BEXLEY}
    expect(refused({into, code: K2, weeklyCostPence: 600_000})).toMatchObject({
      missing: [{rule: 'A4'}, {rule: 'A9', role: 'best-care-panel-chair'}],
    })
    expect(refused({into: CHILDRENS_HOME, code: {place: 'P1'}})).toMatchObject({missing: [{rule: 'A8'}]})
  })

  it('is never support without care for a child under 16', () => {
    expect(refused({into: CHILDRENS_HOME, code: {place: 'K3', provider: 'PR4'}})).toEqual({
      kind: 'conditions-failed',
      householdId: null,
      failed: [
        {rule: 'H3', source: 'SI 2010/959 reg 27A', words: 'the setting breaks this rule for the children'},
      ],
    })
    const young = aComer(aChild({dob: '2010-01-01'}))
    expect(
      start({children: [young], into: CHILDRENS_HOME, code: {place: 'K3', provider: 'PR4'}}).placements,
    ).toHaveLength(1)
  })

  it('keeps out of an area that a court forbids', () => {
    const zone = {
      kind: 'court-condition',
      condition: 'exclusion-zone',
      location: CATFORD,
      withinMiles: 1,
      absolute: true,
      reason: '',
      reviewBy: '2027-01-01',
    } as const
    const children = [aComer(aChild({restrictions: [zone]}))]
    expect(refused({children, into: CHILDRENS_HOME, code: K2})).toMatchObject({failed: [{rule: 'H7'}]})
  })
})

describe('a stay aside', () => {
  const atHome = whereaboutsOf(aPlacement({householdId: householdId('home-2')}))
  const aside = (facts: Partial<PlacementRequest>): Partial<PlacementRequest> => ({
    children: [aComer(aChild(), atHome)],
    referral: null,
    until: '2026-12-06',
    ...facts,
  })

  it('for respite takes a place of its own, and leaves the main one', () => {
    const {placements, calendars, whereabouts, events} = start(
      aside({arrangement: 'respite', code: {place: 'T4'}}),
    )
    expect(placements[0]).toMatchObject({
      arrangement: 'respite',
      ended: null,
      code: {place: 'T4', provider: null},
    })
    expect(calendars[0]!.calendar).toMatchObject([{kind: 'respite', until: '2026-12-06'}])
    expect(whereabouts[0]!.stays.map(stay => [stay.placementId, stay.ended])).toEqual([
      ['placement-1', false],
      ['placement-of-child-1', false],
    ])
    expect(events).toMatchObject([{name: 'PlacementStarted', main: false}])
  })

  it('for respite is for homes whose terms allow it', () => {
    const into = {home: aHome(aHousehold({terms: {kinds: ['short-term']}}))}
    expect(refused(aside({arrangement: 'respite', into}))).toMatchObject({
      failed: [{rule: 'H2', term: 'kinds', approvedFor: {kinds: ['short-term']}}],
    })
  })

  it('in hospital needs no approval, and no household', () => {
    const hospital = {...CHILDRENS_HOME, setting: {name: 'Hospital', urn: null}, authorityId: BEXLEY}
    expect(start(aside({arrangement: 'hospital', into: hospital})).placements[0]).toMatchObject({
      arrangement: 'hospital',
      code: {place: 'T1', provider: null},
    })
    expect(refused(aside({arrangement: 'hospital'}))).toEqual({kind: 'hospital-in-a-household'})
  })

  it('is one at a time', () => {
    const first = aPlacement({
      id: 'respite-1' as PlacementId,
      arrangement: 'respite',
      from: '2026-12-05',
      until: '2026-12-07',
    })
    expect(
      refused(aside({arrangement: 'respite', children: [aComer(aChild(), whereaboutsOf(first))]})),
    ).toMatchObject({
      kind: 'overlaps',
      placementId: 'respite-1',
    })
  })

  it('is no second place of the home in which the child lives', () => {
    const there = anOccupancy({occupant: anOccupant({childId: childId('child-1')})})
    const into = {home: aHome(aHousehold(), [there])}
    expect(refused(aside({arrangement: 'respite', into}))).toMatchObject({kind: 'already-has-a-place'})
  })
})
