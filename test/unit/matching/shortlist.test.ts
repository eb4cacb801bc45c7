import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {Home, MatchInput} from '../../../domain/matching/shortlist.ts'
import {
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  CATFORD,
  childId,
  eastOf,
  householdId,
  KENT,
  LEWISHAM,
  placementsOf,
} from '../../support/matching.ts'

const home = (id: string, facts: Parameters<typeof aHousehold>[0] = {}): Home =>
  aHome(aHousehold({id: householdId(id), ...facts}))
const IFA = {provider: {type: 'ifa', agencyId: 'agency-1'}} as const
const forThisChild = {terms: {namedChildren: [childId('child-1')]}}
const miles = (far: number): Partial<Household> => ({home: eastOf(CATFORD, far)})

const ranked = (facts: Partial<MatchInput>) =>
  makeShortlist(aMatchInput(facts)).answer.options.map(({householdId}) => householdId)

describe('whose homes are considered', () => {
  const supply = [
    home('parent', {kind: 'parent', ...forThisChild}),
    home('connected', {kind: 'connected-person', ...forThisChild}),
    home('in-house'),
    home('ifa', IFA),
    home('other-authority', {provider: {type: 'other-authority', authorityId: KENT}}),
    home('lodgings', {kind: 'supported-lodgings'}),
  ]

  it('considers only the groups that are searched', () => {
    const {answer} = makeShortlist(aMatchInput({supply, search: ['ifa', 'connected-person']}))
    expect(answer.options.map(({householdId, group}) => [householdId, group])).toEqual([
      ['connected', 'connected-person'],
      ['ifa', 'ifa'],
    ])
    expect(answer.counts).toEqual({considered: 2, options: 2, excluded: 0, byRule: {}})
  })

  it('names the group of each home, options and excluded', () => {
    const {answer, excluded} = makeShortlist(aMatchInput({supply}))
    const groups = [...answer.options, ...excluded].map(({householdId, group}) => [householdId, group])
    expect(Object.fromEntries(groups)).toEqual({
      parent: 'with-parents',
      connected: 'connected-person',
      'in-house': 'in-house',
      ifa: 'ifa',
      'other-authority': 'other-authority',
      lodgings: 'supported-lodgings',
    })
  })

  it('considers no home beyond the limit of the search, unless nobody knows where the child lived', () => {
    const far = [home('near', miles(4.9)), home('far', miles(5.1))]
    expect(ranked({supply: far, withinMiles: 5})).toEqual(['near'])
    const {home: _, ...child} = aChild()
    expect(ranked({supply: far, withinMiles: 5, children: [child]})).toEqual(['far', 'near'])
  })
})

describe('the order of options', () => {
  it('puts parents, then connected persons, before homes that suit better', () => {
    const supply = [
      home('a'),
      home('b', {kind: 'connected-person', ...miles(19), ...forThisChild}),
      home('c', {kind: 'parent', ...miles(19), ...forThisChild}),
    ]
    expect(ranked({supply})).toEqual(['c', 'b', 'a'])
  })

  const inHouse = (far: number) => [home('ifa', {...IFA, ...miles(1)}), home('in-house', miles(far))]

  it('lifts in-house homes above the rest by policy, down to the floor', () => {
    expect(ranked({supply: inHouse(8)})).toEqual(['in-house', 'ifa'])
    expect(ranked({supply: inHouse(18)})).toEqual(['ifa', 'in-house'])
  })

  it('lifts nobody when the policy orders by suitability alone', () => {
    expect(ranked({supply: inHouse(8), policy: {...defaultPolicy(LEWISHAM), order: 'none'}})).toEqual([
      'ifa',
      'in-house',
    ])
  })

  it('never looks at the cost', () => {
    const costing = (fullPenceAWeek: number) => ({weeklyCost: {fullPenceAWeek, marginalPenceAWeek: null}})
    expect(ranked({supply: [home('b', costing(1)), home('a', costing(900_000))]})).toEqual(['a', 'b'])
  })

  it('breaks a tie by distance, then by id', () => {
    const supply = [home('c', miles(0.5)), home('b', miles(0.9)), home('a', miles(0.9))]
    expect(ranked({supply})).toEqual(['c', 'a', 'b'])
  })

  it('returns as many options as are asked for, and counts them all', () => {
    const supply = ['a', 'b', 'c'].map(id => home(id))
    const {answer} = makeShortlist(aMatchInput({supply, limit: 2}))
    expect(answer.options.map(({rank}) => rank)).toEqual([1, 2])
    expect(answer.counts.options).toBe(3)
  })
})

describe('what is said of each home', () => {
  it('gives an option its reasons, approvals, gaps, distance and cost', () => {
    const weeklyCost = {marginalPenceAWeek: 52_000, fullPenceAWeek: 271_000}
    const {answer} = makeShortlist(
      aMatchInput({
        children: [aChild({religion: 'muslim'})],
        supply: [home('a', {...IFA, weeklyCost, authorityId: KENT})],
      }),
    )
    const [option] = answer.options
    expect(option).toMatchObject({
      rank: 1,
      householdId: 'a',
      group: 'ifa',
      distanceMiles: 1,
      costPenceAWeek: {marginal: 52_000, full: 271_000},
    })
    expect(option?.considerations.map(({name}) => name)).toEqual([
      'locality.home',
      'locality.area',
      'identity.religion',
    ])
    expect(option?.approvals.map(({rule}) => rule)).toEqual(['A4', 'A9'])
    expect(option?.gaps.map(({about}) => about)).toEqual(['identity.religion'])
  })

  it('lists every excluded home with every rule, and counts a home once under each', () => {
    const full = {
      ...home('full', {terms: {sexes: ['M'], ages: {from: 12, to: 17}}}),
      calendar: placementsOf({}, {}),
    }
    const {answer, excluded} = makeShortlist(
      aMatchInput({supply: [full, home('boys', {terms: {sexes: ['M']}}), home('fine')]}),
    )
    expect(excluded.map(({householdId, breaches}) => [householdId, breaches.map(({rule}) => rule)])).toEqual([
      ['boys', ['H2']],
      ['full', ['H2', 'H2', 'H5', 'H5']],
    ])
    expect(answer.counts).toEqual({considered: 3, options: 1, excluded: 2, byRule: {H2: 2, H5: 1}})
  })
})

describe('where to look next', () => {
  const searchNext = (facts: Partial<MatchInput>) => makeShortlist(aMatchInput(facts)).answer.searchNext

  it('names the groups that were left out, down the ladder', () => {
    expect(searchNext({search: ['in-house']})).toEqual([
      'connected-person',
      'ifa',
      'other-authority',
      'supported-lodgings',
    ])
  })

  it('names what is not in the supply when all of it was searched in vain', () => {
    expect(searchNext({supply: []})).toEqual(['ifa-offers', 'childrens-home'])
    expect(searchNext({})).toEqual([])
  })
})

describe('children who are to live apart by plan', () => {
  const children = [aChild(), aChild({id: childId('child-2'), sex: 'M'})]
  const boys = home('boys', {terms: {sexes: ['M']}})
  const girls = home('girls', {terms: {sexes: ['F']}})
  const babies = home('babies', {terms: {ages: {from: 0, to: 2}, sexes: ['M']}})
  const {answer, excluded} = makeShortlist(
    aMatchInput({children, referral: {siblings: 'apart-by-plan'}, supply: [boys, girls, babies]}),
  )

  it('are each answered alone', () => {
    expect(
      answer.eachChild.map(({childId, options}) => [childId, options.map(({householdId}) => householdId)]),
    ).toEqual([
      ['child-1', ['girls']],
      ['child-2', ['boys']],
    ])
    expect(answer.options).toEqual([])
    expect(answer.splits).toEqual([])
  })

  it('have a home excluded over all when it is an option for none, with whatever it breaks', () => {
    expect(answer.counts).toEqual({considered: 3, options: 2, excluded: 1, byRule: {H2: 1}})
    expect(excluded).toHaveLength(1)
    expect(excluded[0]?.breaches.map(({words}) => words)).toEqual([
      'approved for ages 0 to 2; the child is 10',
      'approved for boys, not for girls',
    ])
  })

  it('are told where to look next when one of them has no option', () => {
    const only = makeShortlist(
      aMatchInput({children, referral: {siblings: 'apart-by-plan'}, supply: [girls]}),
    )
    expect(only.answer.searchNext).toEqual(['ifa-offers', 'childrens-home'])
  })
})

it('answers a referral of one child in the usual way, whatever its plan for siblings', () => {
  const {answer} = makeShortlist(aMatchInput({referral: {siblings: 'apart-by-plan'}}))
  expect(answer.options).toHaveLength(1)
  expect(answer.eachChild).toEqual([])
})
