import {describe, expect, test} from 'vitest'
import type {Child} from '../../../domain/child/child.ts'
import {carersNeeded} from '../../../domain/recruitment/carers-needed/carers-needed.ts'
import {chooseCarers} from '../../../domain/recruitment/carers-needed/choose-carers.ts'
import {
  demandsOf,
  type PastReferral,
  type PlacedElsewhere,
} from '../../../domain/recruitment/carers-needed/demand.ts'
import {candidatesFor} from '../../../domain/recruitment/carers-needed/profiles.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import {
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  CATFORD,
  childId,
  eastOf,
  householdId,
  LEWISHAM,
} from '../../support/matching.ts'

const SPAN = {from: '2026-01-01', to: '2026-12-31', supply: [], count: 10}

/** Needed from a day until a day. */
function past(
  [id, neededFrom, expectedUntil]: readonly [string, string, string | null],
  facts: {children?: readonly Child[]; referral?: Partial<Referral>; placed?: PlacedElsewhere} = {},
): PastReferral {
  const children = facts.children ?? [aChild({id: childId(`child of ${id}`)})]
  const {referral, ...input} = aMatchInput({
    children,
    referral: {id: id as never, neededFrom, expectedUntil, ...facts.referral},
    at: `${neededFrom}T09:00:00.000Z`,
  })
  const placed = facts.placed ? children.map(({id}) => [id, facts.placed!] as const) : []
  return {...input, referral, placed: new Map(placed)}
}

const aStay = (from: string, until: string | null, weeklyCostPence: number | null) => ({
  from,
  until,
  weeklyCostPence,
  costs: undefined,
})

const candidate = (places: number, facts: Parameters<typeof aHousehold>[0] = {}) => ({
  household: aHousehold({
    id: householdId(`candidate of ${places}`),
    bedrooms: Array.from({length: places}, (_, i) => aBedroom(`${i}`)),
    ...facts,
    terms: {places, ...facts.terms},
  }),
})

const served = (referrals: readonly PastReferral[], ...candidates: ReturnType<typeof candidate>[]) =>
  chooseCarers(demandsOf(referrals), candidates, 10).map(({serves}) =>
    serves.map(({referralId}) => referralId),
  )

describe('one place serves referrals one after another, and not at once', () => {
  test('two whose nights do not meet need one home', () => {
    expect(
      served(
        [past(['a', '2026-01-05', '2026-02-01']), past(['b', '2026-02-01', '2026-03-01'])],
        candidate(1),
      ),
    ).toEqual([['a', 'b']])
  })

  test('two who share a night need two homes, or one of two places', () => {
    const both = [past(['a', '2026-01-05', '2026-02-02']), past(['b', '2026-02-01', '2026-03-01'])]
    expect(served(both, candidate(1))).toEqual([['a'], ['b']])
    expect(served(both, candidate(1), candidate(2))).toEqual([['a', 'b']])
  })

  test('a long stay is passed over for two short ones', () => {
    const referrals = [
      past(['long', '2026-01-05', null]),
      past(['a', '2026-01-06', '2026-02-01']),
      past(['b', '2026-02-01', '2026-03-01']),
    ]
    expect(served(referrals, candidate(1))).toEqual([['a', 'b'], ['long']])
  })

  test('brothers and sisters need a place each in one home, unless they are to live apart', () => {
    const children = [aChild({id: childId('ada')}), aChild({id: childId('bea')})]
    expect(served([past(['pair', '2026-01-05', null], {children})], candidate(1))).toEqual([])
    expect(served([past(['pair', '2026-01-05', null], {children})], candidate(2))).toEqual([['pair']])
    const apart = past(['pair', '2026-01-05', null], {children, referral: {siblings: 'apart-by-plan'}})
    expect(served([apart], candidate(1))).toEqual([['pair'], ['pair']])
  })

  test('children who must not live together do not', () => {
    const restrictions = [
      {
        kind: 'not-with',
        childId: childId('child of b'),
        absolute: true,
        reason: 'Harm',
        reviewBy: '2027-01-01',
      },
    ] as const
    const referrals = [
      past(['a', '2026-01-05', null], {children: [aChild({id: childId('child of a'), restrictions})]}),
      past(['b', '2026-01-06', null]),
    ]
    expect(served(referrals, candidate(2))).toEqual([['a'], ['b']])
  })

  test('places without bedrooms are no candidate', () => {
    expect(() => served([], candidate(2, {bedrooms: [aBedroom('a')]}))).toThrow(RangeError)
  })
})

describe('a home helps only where it is suitable enough', () => {
  test('a need that nobody there can meet counts against it, and the skill makes the difference', () => {
    const children = [
      aChild({id: childId('ada'), needs: [{need: 'therapeutic', level: 'essential'}], languages: ['so']}),
    ]
    const referral = past(['a', '2026-01-05', null], {children})
    const far = {home: eastOf(CATFORD, 12), languages: ['en']}
    expect(served([referral], candidate(1, {...far, skills: []}))).toEqual([])
    expect(served([referral], candidate(1, {...far, skills: ['therapeutic']}))).toEqual([['a']])
  })
})

describe('what today’s supply could do is not promised again', () => {
  test('one empty home takes one of two, and the other is counted', () => {
    const referrals = [
      past(['a', '2026-01-05', null]),
      past(['b', '2026-01-06', null]),
      past(['own', '2026-01-07', null], {
        placed: {with: 'own', at: null, stays: [aStay('2026-01-07', null, null)]},
      }),
    ]
    const supply = [aHome(aHousehold({terms: {places: 1}}))]
    const needed = carersNeeded({...SPAN, referrals, supply, candidates: () => [candidate(1)]})
    expect(needed).toMatchObject({
      metByOwn: [{referralId: 'own'}],
      metBySupply: [{referralId: 'a', householdId: 'home-1'}],
      unmet: [{referralId: 'b'}],
    })
    expect(needed.carers.map(({serves}) => serves.map(({referralId}) => referralId))).toEqual([['b']])
  })
})

test('each figure adds up from the referrals behind it', () => {
  const placed: PlacedElsewhere = {
    with: 'residential',
    at: eastOf(CATFORD, 30),
    stays: [aStay('2026-01-05', '2026-01-19', 500_000)],
  }
  const referrals = [
    past(['a', '2026-01-05', null], {placed}),
    past(['b', '2026-02-02', null], {
      placed: {
        with: 'ifa',
        at: eastOf(CATFORD, 0.5),
        stays: [aStay('2026-02-02', '2026-02-16', null)],
      },
    }),
    past(['c', '2026-12-25', '2027-01-10']),
  ]
  const weeklyCost = {marginalPenceAWeek: 60_000, fullPenceAWeek: 100_000}
  const [first] = carersNeeded({...SPAN, referrals, candidates: () => [candidate(1, {weeklyCost})]}).carers
  expect(first).toMatchObject({
    rank: 1,
    demands: 3,
    referrals: 3,
    wentTo: {own: 0, ifa: 1, residential: 1, other: 0, nowhere: 1},
    avoidedPenceAYear: {marginal: 880_000, full: 800_000},
    costNotKnown: 1,
    nearerNights: 14,
    serves: [
      {referralId: 'a', nights: 14, avoidedPence: {marginal: 880_000, full: 800_000}, nearerNights: 14},
      {referralId: 'b', nights: 14, avoidedPence: null, nearerNights: 0},
      // Seven nights of it lie in the year.
      {referralId: 'c', nights: 7, avoidedPence: null, nearerNights: null},
    ],
  })
})

describe('the kinds of household to look for come from those who found none', () => {
  const areas = [
    {name: 'SE6', authorityId: LEWISHAM, at: CATFORD},
    {name: 'far', authorityId: LEWISHAM, at: eastOf(CATFORD, 40)},
  ]
  const cost = {marginalPenceAWeek: 60_000, fullPenceAWeek: 100_000}

  test('of their ages, area, language, religion and needs, and they suit', () => {
    const children = [
      aChild({
        id: childId('ada'),
        dob: '2012-01-01',
        languages: ['so', 'en'],
        religion: 'muslim',
        needs: [{need: 'autism', level: 'essential'}],
      }),
    ]
    const demands = demandsOf([past(['a', '2026-01-05', null], {children})])
    const profiles = candidatesFor(demands, areas, () => cost, 500)
    for (const {profile, household} of profiles) {
      expect(profile.area.name).toBe('SE6')
      expect(profile.ages.from <= 14 && profile.ages.to >= 14).toBe(true)
      expect(household.bedrooms).toHaveLength(profile.places)
    }
    expect(profiles.at(-1)?.profile).toMatchObject({language: 'so', religion: 'muslim', skills: ['autism']})
    expect(candidatesFor(demands, areas, () => cost, 3)).toHaveLength(3)
    const [choice] = chooseCarers(demands, profiles, 1)
    expect(choice?.serves).toHaveLength(1)
    // Of those that help as much, the least is asked.
    expect(choice?.candidate.profile).toMatchObject({places: 1, skills: ['autism'], language: null})
  })

  test('hosts of supported lodgings for those who are referred for them', () => {
    const children = [aChild({id: childId('ada'), dob: '2009-06-01'})]
    const referral = {kind: 'supported-lodgings'} as const
    const demands = demandsOf([past(['a', '2026-01-05', null], {children, referral})])
    const profiles = candidatesFor(demands, areas, () => cost, 500)
    expect(new Set(profiles.map(({profile}) => profile.kind))).toEqual(new Set(['supported-lodgings']))
    expect(chooseCarers(demands, profiles, 1)[0]?.serves).toHaveLength(1)
  })

  test('nothing is made of a child whose home is not known', () => {
    const {home: _, ...known} = aChild({id: childId('ada')})
    expect(
      candidatesFor(demandsOf([past(['a', '2026-01-05', null], {children: [known]})]), areas, () => cost, 9),
    ).toEqual([])
  })
})
