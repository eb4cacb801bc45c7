import {describe, expect, test} from 'vitest'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {noCosts} from '../../../domain/panel/costs.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {carersNeeded} from '../../../domain/recruitment/carers-needed/carers-needed.ts'
import {demandsOf} from '../../../domain/recruitment/carers-needed/demand.ts'
import {type PastInput, pastReferrals} from '../../../domain/recruitment/carers-needed/past-referrals.ts'
import {placedWithBy} from '../../../domain/recruitment/carers-needed/placed-with.ts'
import {areasOf, usualCost} from '../../../domain/recruitment/carers-needed/where-carers-live.ts'
import type {ReferralInHand} from '../../../domain/referral/referral.ts'
import {
  aChild,
  aHousehold,
  aReferral,
  BROMLEY,
  CATFORD,
  childId,
  eastOf,
  householdId,
  LEWISHAM,
  siblingGroupId,
} from '../../support/matching.ts'

const [ADA, BEN] = [childId('ada'), childId('ben')]
const IFA = {place: 'U6', provider: 'PR4'} as const

const kept = (
  id: string,
  facts: Partial<ReferralInHand>,
  [openedOn, changedOn]: readonly [string, string] = ['2026-03-01', '2026-03-02'],
) => ({
  referral: {...aReferral(facts), id: id as never, status: 'placed', ...facts} as ReferralInHand,
  openedAt: `${openedOn}T09:00:00.000Z`,
  changedAt: `${changedOn}T09:00:00.000Z`,
})

const aPlacement = (facts: Partial<Placement>): Placement => ({
  id: 'placement-1' as never,
  childId: ADA,
  referralId: 'a' as never,
  holdId: null,
  approachId: null,
  arrangement: 'main',
  from: '2026-03-02',
  until: null,
  householdId: householdId('agency home'),
  occupancyId: null,
  setting: null,
  code: IFA,
  location: eastOf(CATFORD, 9),
  authorityId: BROMLEY,
  weeklyCostPence: 100_000,
  approvals: [],
  chosen: null,
  ended: null,
  corrections: [],
  ...facts,
})

const input = (facts: Partial<PastInput>): PastInput => ({
  authorityId: LEWISHAM,
  policy: defaultPolicy(LEWISHAM),
  today: '2026-11-23',
  referrals: [],
  children: [aChild({id: ADA}), aChild({id: BEN})],
  placements: [],
  costs: [],
  ...facts,
})

const demands = (facts: Partial<PastInput>) =>
  demandsOf(pastReferrals(input(facts), '2025-11-24')).map(({referralId, from, until}) => [
    referralId,
    from,
    until,
  ])

describe('how long a home was needed', () => {
  test('as long as the child stayed where the referral led', () => {
    const ended = {on: '2026-05-01', reason: 'CARPL', rec: 'X1', nextPlacementId: null} as const
    const referrals = [kept('a', {children: [ADA], neededFrom: '2026-03-01'})]
    expect(demands({referrals, placements: [aPlacement({ended, until: ended.on})]})).toEqual([
      ['a', '2026-03-01', '2026-05-01'],
    ])
  })

  test('a change of status alone is no other home', () => {
    const next = 'placement-2' as never
    const placements = [
      aPlacement({ended: {on: '2026-05-01', reason: 'PLACE', rec: 'X1', nextPlacementId: next}}),
      aPlacement({id: next, referralId: null, from: '2026-05-01', weeklyCostPence: 90_000}),
    ]
    const referrals = [kept('a', {children: [ADA], neededFrom: '2026-03-01'})]
    expect(demands({referrals, placements})).toEqual([['a', '2026-03-01', null]])
  })

  test('a placement past its expected end goes on', () => {
    const referrals = [kept('a', {children: [ADA], neededFrom: '2026-03-01'})]
    const of = (until: string) => demands({referrals, placements: [aPlacement({until})]})[0]![2]
    expect([of('2026-06-01'), of('2027-06-01')]).toEqual([null, '2027-06-01'])
  })

  test('of a group in several homes, as long as the one who stays longest', () => {
    const ended = {on: '2026-05-01', reason: 'CARPL', rec: 'X1', nextPlacementId: null} as const
    const placements = [
      aPlacement({ended}),
      aPlacement({id: 'of ben' as never, childId: BEN, until: '2027-01-01'}),
    ]
    const referrals = [kept('a', {children: [ADA, BEN], neededFrom: '2026-03-01'})]
    expect(demands({referrals, placements})).toEqual([['a', '2026-03-01', '2027-01-01']])
  })

  test('of one that was withdrawn, until then; of one that nobody needed by then, not at all', () => {
    const withdrawn = (neededFrom: string) =>
      kept('a', {children: [ADA], neededFrom, status: 'withdrawn'}, ['2026-03-01', '2026-03-10'])
    expect(demands({referrals: [withdrawn('2026-03-04')]})).toEqual([['a', '2026-03-04', '2026-03-10']])
    expect(demands({referrals: [withdrawn('2026-03-10')]})).toEqual([])
  })
})

describe('a child who is referred twice needs one home at a time', () => {
  test('the earlier need ends where the later begins', () => {
    const placements = [aPlacement({})]
    const referrals = [
      kept('a', {children: [ADA], neededFrom: '2026-03-01'}),
      kept('b', {children: [ADA], neededFrom: '2026-06-01', status: 'open'}, ['2026-05-20', '2026-05-20']),
    ]
    expect(demands({referrals, placements})).toEqual([
      ['a', '2026-03-01', '2026-06-01'],
      ['b', '2026-06-01', null],
    ])
  })

  test('one that was withdrawn and opened again for the same day counts once', () => {
    const referrals = [
      kept('a', {children: [ADA], neededFrom: '2026-04-01', status: 'withdrawn'}, [
        '2026-03-01',
        '2026-04-05',
      ]),
      kept('b', {children: [ADA], neededFrom: '2026-04-01', status: 'open'}, ['2026-04-05', '2026-04-05']),
    ]
    expect(demands({referrals})).toEqual([['b', '2026-04-01', null]])
  })
})

describe('a move that was thought of and not made', () => {
  const thought = (neededFrom: string) =>
    kept('b', {children: [ADA], neededFrom, status: 'withdrawn'}, ['2026-05-20', '2026-06-10'])
  const first = kept('a', {children: [ADA], neededFrom: '2026-03-01'})

  test('is no demand, and the one that it was to end goes on', () => {
    const placements = [aPlacement({})]
    for (const neededFrom of ['2026-06-01', '2026-06-20'])
      expect(demands({referrals: [first, thought(neededFrom)], placements})).toEqual([
        ['a', '2026-03-01', null],
      ])
  })

  test('is one where the child had no home by then', () => {
    const ended = {on: '2026-05-30', reason: 'CARPL', rec: 'X1', nextPlacementId: null} as const
    expect(demands({referrals: [first, thought('2026-06-01')], placements: [aPlacement({ended})]})).toEqual([
      ['a', '2026-03-01', '2026-05-30'],
      ['b', '2026-06-01', '2026-06-10'],
    ])
  })
})

test('referrals from before the span are looked at while they wait', () => {
  const before = ['2025-01-10', '2025-01-12'] as const
  const referrals = [
    kept('old', {children: [ADA], neededFrom: '2025-02-01'}, before),
    kept('waiting', {children: [BEN], neededFrom: '2025-02-01', status: 'open'}, before),
  ]
  expect(demands({referrals})).toEqual([['waiting', '2025-02-01', null]])
})

describe('brothers and sisters stand where they stood when the referral was opened', () => {
  const family = [
    aChild({id: ADA, siblingGroupId: siblingGroupId('family')}),
    aChild({id: BEN, siblingGroupId: siblingGroupId('family')}),
  ]
  const siblings = (facts: Partial<PastInput>) =>
    pastReferrals(input({children: family, ...facts}), '2025-11-24')[0]!.siblings[ADA]
  const ofAda = kept('a', {children: [ADA], neededFrom: '2026-03-01'})

  test('in the home in which they lived then', () => {
    const ended = {on: '2026-03-02', reason: 'CARPL', rec: 'X1', nextPlacementId: null} as const
    const there = aPlacement({id: 'of ben' as never, childId: BEN, from: '2025-01-01', ended})
    expect(siblings({referrals: [ofAda], placements: [there]})).toMatchObject([
      {childId: BEN, livesAt: {householdId: 'agency home'}},
    ])
    const later = {...there, from: '2026-03-02', ended: null}
    expect(siblings({referrals: [ofAda], placements: [later]})).toEqual([])
  })

  test('or waiting for one', () => {
    const waits = kept('b', {children: [BEN]}, ['2026-02-01', '2026-04-01'])
    expect(siblings({referrals: [ofAda, waits]})).toEqual([{childId: BEN, livesAt: null}])
    const over = kept('b', {children: [BEN]}, ['2026-02-01', '2026-02-10'])
    expect(siblings({referrals: [ofAda, over]})).toEqual([])
  })
})

describe('what was paid', () => {
  const candidate = {
    household: aHousehold({
      id: householdId('candidate'),
      weeklyCost: {marginalPenceAWeek: 60_000, fullPenceAWeek: 80_000},
    }),
  }
  const needed = (facts: Partial<PastInput>) =>
    carersNeeded({
      from: '2025-11-24',
      to: '2026-11-23',
      referrals: pastReferrals(input(facts), '2025-11-24'),
      supply: [],
      candidates: () => [candidate],
      count: 1,
    }).carers[0]!
  const referrals = [kept('a', {children: [ADA, BEN], neededFrom: '2026-03-01'})]
  const until = {on: '2026-03-16', reason: 'CARPL', rec: 'X1', nextPlacementId: null} as const

  test('is counted from the first night there, each child at the cost of their own home', () => {
    const placements = [
      aPlacement({ended: until}),
      aPlacement({
        id: 'of ben' as never,
        childId: BEN,
        from: '2026-03-09',
        ended: until,
        weeklyCostPence: 70_000,
      }),
    ]
    // Two weeks at 400 and one at 100 pounds over the marginal cost.
    expect(needed({referrals, placements}).serves).toMatchObject([
      {
        nights: 15,
        placedWith: 'ifa',
        avoidedPence: {marginal: 2 * 40_000 + 10_000, full: 2 * 20_000 - 10_000},
      },
    ])
  })

  test('follows the parts that are recorded of a cost', () => {
    const placements = [
      aPlacement({ended: until}),
      aPlacement({id: 'of ben' as never, childId: BEN, ended: until}),
    ]
    const part = {
      kind: 'placement',
      label: 'fee',
      penceAWeek: 130_000,
      from: '2026-03-02',
      until: '2026-03-09',
    } as const
    const costs = [
      {
        ...noCosts('placement-1' as never),
        components: [part, {...part, penceAWeek: 60_000, from: part.until, until: null}],
      },
    ]
    expect(needed({referrals, placements, costs}).serves[0]!.avoidedPence?.marginal).toBe(70_000 + 2 * 40_000)
  })

  test('is not known where one of the children’s is not', () => {
    const placements = [
      aPlacement({ended: until}),
      aPlacement({id: 'of ben' as never, childId: BEN, ended: until, weeklyCostPence: null}),
    ]
    expect(needed({referrals, placements})).toMatchObject({costNotKnown: 1, avoidedPenceAYear: {marginal: 0}})
  })
})

test.each([
  ['U6', 'PR1', 'own'],
  ['U3', 'PR1', 'own'],
  ['P1', 'PR0', 'own'],
  ['K3', 'PR1', 'own'],
  ['U4', 'PR4', 'ifa'],
  ['U5', 'PR5', 'ifa'],
  ['U6', 'PR2', 'other'],
  ['K2', 'PR1', 'residential'],
  ['K2', 'PR4', 'residential'],
  ['S1', 'PR4', 'residential'],
  ['K3', 'PR4', 'other'],
] as const)('%s with %s is %s', (place, provider, went) => {
  expect(placedWithBy({place, provider})).toBe(went)
})

describe('where to look, and at what cost', () => {
  test('postcode districts where children and carers live, and never by a confidential address', () => {
    const forest = {postcode: 'SE23 3HN', easting: 535_400, northing: 172_900}
    const hidden = {postcode: 'BR1 1AA', easting: 540_000, northing: 169_000}
    const areas = areasOf(
      LEWISHAM,
      [aChild({id: ADA}), aChild({id: BEN, home: {...CATFORD, easting: CATFORD.easting + 100}})],
      [
        aHousehold({home: forest, authorityId: BROMLEY}),
        aHousehold({home: hidden, confidential: true}),
        aHousehold({home: eastOf(CATFORD, 1)}),
      ],
    )
    expect(areas).toEqual([
      {name: 'SE23', authorityId: BROMLEY, at: {...forest, postcode: null}},
      {name: 'SE6', authorityId: LEWISHAM, at: {postcode: null, easting: 537_650, northing: 173_900}},
    ])
  })

  test('new carers are taken to cost what the authority’s own of the kind do', () => {
    const at = (marginalPenceAWeek: number | null) =>
      aHousehold({weeklyCost: {marginalPenceAWeek, fullPenceAWeek: null}})
    const costOf = usualCost([at(50_000), at(60_000), at(90_000), at(null), aHousehold()])
    expect(costOf('fostering')).toEqual({marginalPenceAWeek: 60_000, fullPenceAWeek: null})
    expect(costOf('supported-lodgings')).toEqual({marginalPenceAWeek: null, fullPenceAWeek: null})
  })
})
