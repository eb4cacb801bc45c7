import {describe, expect, it} from 'vitest'
import type {Child, Restriction} from '../../../domain/child/child.ts'
import type {Exclusion, Household, Registration} from '../../../domain/household/household.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import {partyOf} from '../../../domain/matching/party.ts'
import {breachesOf, isOption} from '../../../domain/matching/rules/breaches.ts'
import type {HardRule, MatchInput} from '../../../domain/matching/shortlist.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import {
  ANY_CHILD,
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  anOccupancy,
  anOccupant,
  BROMLEY,
  CATFORD,
  childId,
  householdId,
  placementsOf,
} from '../../support/matching.ts'

interface Case {
  readonly child?: Partial<Child>
  readonly children?: readonly Child[]
  readonly referral?: Partial<Referral>
  readonly household?: Household
  readonly calendar?: readonly Occupancy[]
}

const partyIn = ({child, children = [aChild(child)], referral = {}}: Case) => {
  const input: MatchInput = aMatchInput({children, referral})
  return partyOf(input)
}
const breaches = (facts: Case) => breachesOf(partyIn(facts), aHome(facts.household, facts.calendar))
const words = (facts: Case, rule: HardRule) =>
  breaches(facts)
    .filter(breach => breach.rule === rule)
    .map(breach => breach.words)
const rules = (facts: Case) => [...new Set(breaches(facts).map(({rule}) => rule))]

const restricted = (restriction: object, basis = {}): Partial<Child> => ({
  restrictions: [
    {absolute: true, reason: 'as recorded', reviewBy: '2027-01-01', ...basis, ...restriction} as Restriction,
  ],
})
const excluding = (...exclusions: readonly object[]): Household =>
  aHousehold({
    exclusions: exclusions.map(
      one => ({reason: 'as recorded', recordedOn: '2026-01-01', ...one}) as Exclusion,
    ),
  })
const two = [aChild(), aChild({id: childId('child-2'), dob: '2014-06-01', sex: 'M'})]
const connected = (facts: Parameters<typeof aHousehold>[0] = {}) =>
  aHousehold({kind: 'connected-person', ...facts})
const lodgings = (registration?: Registration) =>
  aHousehold({
    kind: 'supported-lodgings',
    approval: {
      from: '2020-01-01',
      until: null,
      terms: {...ANY_CHILD, ages: {from: 0, to: 25}, kinds: ['supported-lodgings']},
      ...(registration && {registration}),
    },
  })
const REGISTERED: Registration = {urn: '2700001', status: 'registered', from: '2024-01-01'}

it('breaks nothing where everything fits', () => {
  expect(breaches({})).toEqual([])
  expect(isOption(partyIn({}), aHome())).toBe(true)
})

it('reports every rule that is broken, in their order, each with its source', () => {
  const household = aHousehold({
    approval: {from: null, until: null, terms: {...ANY_CHILD, sexes: ['M']}},
    bedrooms: [],
    pets: ['dog'],
    status: {state: 'suspended', from: '2026-01-01', until: null, reason: null},
  })
  const found = breaches({household, child: restricted({kind: 'medical', avoid: {pet: 'dog'}})})
  expect(found.map(({rule}) => rule)).toEqual(['H1', 'H2', 'H5', 'H6', 'H11'])
  expect(found.every(({source}) => source.length > 0)).toBe(true)
})

describe('H1: the approval stands on the first night', () => {
  const approved = (from: string | null, until: string | null, kind: Household['kind'] = 'fostering') =>
    aHousehold({kind, approval: {from, until, terms: {...ANY_CHILD, namedChildren: [childId('child-1')]}}})

  it.each([
    ['from that day', '2026-12-01', null, []],
    ['from the day after', '2026-12-02', null, ['not approved until 2 December 2026']],
    ['until that day', '2020-01-01', '2026-12-01', []],
    ['until the day before', '2020-01-01', '2026-11-30', ['approval ended on 30 November 2026']],
    ['not yet', null, null, ['not approved yet']],
  ])('approved %s', (_, from, until, expected) => {
    expect(words({household: approved(from, until)}, 'H1')).toEqual(expected)
  })

  it('does not ask a parent, or a connected person for a named child, to be approved', () => {
    expect(breaches({household: approved(null, null, 'parent')})).toEqual([])
    expect(breaches({household: approved(null, null, 'connected-person')})).toEqual([])
  })

  it('asks a connected person for any other child', () => {
    expect(
      rules({household: approved(null, null, 'connected-person'), child: {id: childId('other')}}),
    ).toEqual(['H1', 'H2'])
  })
})

describe('H2: the terms of approval', () => {
  it.each([
    ['2021-12-02', ['approved for ages 5 to 12; the child is 4']],
    ['2021-12-01', []],
    ['2013-12-02', []],
    ['2013-12-01', ['approved for ages 5 to 12; the child is 13']],
    ['2026-06-01', ['approved for ages 5 to 12; the child is under 1']],
  ])('ages 5 to 12, a child born on %s', (dob, expected) => {
    expect(words({household: aHousehold({terms: {ages: {from: 5, to: 12}}}), child: {dob}}, 'H2')).toEqual(
      expected,
    )
  })

  it('names each term that does not fit', () => {
    const household = aHousehold({
      terms: {places: 1, ages: {from: 5, to: 11}, sexes: ['F'], kinds: ['respite', 'long-term']},
    })
    expect(words({household, children: two}, 'H2')).toEqual([
      'approved for 1 child; 2 need one home',
      'approved for ages 5 to 11; there are children of 12',
      'approved for girls, not for boys',
      'approved for long-term and respite, not for short-term',
    ])
  })

  it('lets a home that is approved for named children take those alone', () => {
    const household = aHousehold({terms: {namedChildren: [childId('child-1')]}})
    expect(breaches({household})).toEqual([])
    expect(words({household, child: {id: childId('other')}}, 'H2')).toEqual([
      'approved for named children alone, and not for this child',
    ])
    expect(words({household, children: two}, 'H2')).toEqual([
      'approved for named children alone, and not for all of these',
    ])
  })

  it.each([
    ['a connected person', connected()],
    ['a parent', aHousehold({kind: 'parent'})],
    [
      'a prospective adopter',
      aHousehold({approval: {from: '2026-01-01', until: null, route: 'regulation-25A', terms: ANY_CHILD}}),
    ],
  ])('takes %s who is approved for no named child to be for nobody', (_, household) => {
    expect(rules({household})).toEqual(['H2'])
  })

  describe('in an emergency', () => {
    const emergency = {referral: {kind: 'emergency'}} as const

    it('lifts age, sex and kind', () => {
      const household = aHousehold({terms: {ages: {from: 11, to: 17}, sexes: ['M'], kinds: ['long-term']}})
      expect(breaches({household, ...emergency})).toEqual([])
      expect(breaches({household, referral: {urgency: 'same-day'}})).toEqual([])
      expect(rules({household, referral: {urgency: 'urgent'}})).toEqual(['H2'])
    })

    it('lifts neither the number nor the children who are named', () => {
      expect(rules({household: aHousehold({terms: {places: 1}}), children: two, ...emergency})).toEqual([
        'H2',
      ])
      expect(
        rules({household: aHousehold({terms: {namedChildren: [childId('other')]}}), ...emergency}),
      ).toEqual(['H2'])
    })

    it('makes no home a home for a parent and child', () => {
      expect(rules({referral: {urgency: 'same-day', kind: 'parent-and-child'}})).toEqual(['H2'])
    })

    it('lifts nothing for a connected person', () => {
      const household = connected({terms: {ages: {from: 11, to: 17}, namedChildren: [childId('child-1')]}})
      expect(rules({household, ...emergency})).toEqual(['H2'])
    })
  })
})

describe('H3 and H4: supported lodgings', () => {
  const referral = {kind: 'supported-lodgings'} as const

  it.each([
    ['15 years and 364 days', '2010-12-02', REGISTERED, ['H3']],
    ['16 today', '2010-12-01', REGISTERED, []],
    ['16, not registered', '2010-12-01', {...REGISTERED, status: 'applied'} as const, ['H4']],
    ['16, registered from tomorrow', '2010-12-01', {...REGISTERED, from: '2026-12-02'}, ['H4']],
    ['16, registered until yesterday', '2010-12-01', {...REGISTERED, until: '2026-11-30'}, ['H4']],
    ['16, registered until today', '2010-12-01', {...REGISTERED, until: '2026-12-01'}, []],
    ['16, registration not known', '2010-12-01', undefined, ['H4']],
    ['17 years and 364 days, not registered', '2008-12-02', undefined, ['H4']],
    ['18 today, not registered', '2008-12-01', undefined, []],
  ])('a young person of %s', (_, dob, registration, expected) => {
    expect(rules({household: lodgings(registration), child: {dob}, referral})).toEqual(expected)
  })

  it('keeps a whole sibling group out for the sake of one who is under 16', () => {
    const children = [aChild({dob: '2009-06-01'}), aChild({id: childId('child-2'), dob: '2012-06-01'})]
    expect(rules({household: lodgings(REGISTERED), children, referral})).toEqual(['H3'])
  })
})

describe('H5: a place and a bed on every night', () => {
  it('says on which night there is no place, or no bedroom, or neither', () => {
    const calendar = placementsOf({}, {})
    expect(words({calendar}, 'H5')).toEqual([
      'no place is free on 1 December 2026',
      'not enough bedrooms on 1 December 2026',
    ])
    const roomy = aHousehold({bedrooms: ['a', 'b', 'c'].map(id => aBedroom(id))})
    expect(words({calendar, household: roomy}, 'H5')).toEqual(['no place is free on 1 December 2026'])
    expect(words({household: aHousehold({bedrooms: []})}, 'H5')).toEqual([
      'not enough bedrooms on 1 December 2026',
    ])
  })

  it('takes one place a child of a group', () => {
    expect(words({calendar: placementsOf({}), children: two}, 'H5')).toContain(
      'fewer than 2 places are free on 1 December 2026',
    )
  })

  it('leaves a group that is too many for the terms to H2', () => {
    const household = aHousehold({terms: {places: 1}})
    expect(rules({household, children: two})).toEqual(['H2'])
  })

  it('allows sharing, which is a matter for approval', () => {
    const household = aHousehold({bedrooms: [aBedroom('a', true)]})
    expect(breaches({household, calendar: placementsOf({})})).toEqual([])
  })

  it('never beds a child with a medium or high risk that bars sharing beside another', () => {
    const household = aHousehold({bedrooms: [aBedroom('a', true)]})
    const risky = (level: 'low' | 'medium') => ({risks: [{risk: 'bullying', level}]})
    expect(breaches({household, calendar: placementsOf({}), child: risky('low')})).toEqual([])
    expect(rules({household, calendar: placementsOf({}), child: risky('medium')})).toEqual(['H5'])
  })
})

describe('H6: available on every night', () => {
  const onHold = (from: string, until: string | null) => ({
    household: aHousehold({status: {state: 'on-hold', from, until, reason: null}}),
  })
  const referral = {expectedUntil: '2026-12-11'}

  it.each([
    ['2026-11-01', '2026-11-30', []],
    ['2026-11-01', '2026-12-01', ['on hold from 1 November 2026 to 1 December 2026']],
    ['2026-12-10', null, ['on hold from 10 December 2026 until further notice']],
    ['2026-12-11', null, []],
  ])('on hold from %s to %s, for a stay of 1 to 11 December', (from, until, expected) => {
    expect(words({...onHold(from, until), referral}, 'H6')).toEqual(expected)
  })

  it('sees a pause however far ahead, when the stay has no end', () => {
    expect(rules(onHold('2030-01-01', null))).toEqual(['H6'])
  })
})

describe('H7: conditions of a court, and no contact', () => {
  const calendar = placementsOf({childId: childId('x')})

  it.each([
    [
      'inside an exclusion zone',
      {kind: 'court-condition', condition: 'exclusion-zone', location: CATFORD, withinMiles: 1.01},
      true,
    ],
    [
      'outside an exclusion zone',
      {kind: 'court-condition', condition: 'exclusion-zone', location: CATFORD, withinMiles: 0.99},
      false,
    ],
    [
      'with a child whom a court forbids',
      {kind: 'court-condition', condition: 'non-association', childId: childId('x')},
      true,
    ],
    [
      'without a child whom a court forbids',
      {kind: 'court-condition', condition: 'non-association', childId: childId('y')},
      false,
    ],
    [
      'in a household that a court forbids',
      {kind: 'court-condition', condition: 'not-at-household', householdId: householdId('home-1')},
      true,
    ],
    [
      'in a household under a s.34 order',
      {kind: 'court-condition', condition: 's34-no-contact', householdId: householdId('home-1')},
      true,
    ],
    [
      'in another household',
      {kind: 'court-condition', condition: 'not-at-household', householdId: householdId('home-2')},
      false,
    ],
    ['with a child not to be met', {kind: 'no-contact', childId: childId('x')}, true],
    ['with a household not to be met', {kind: 'no-contact', householdId: householdId('home-1')}, true],
  ])('%s', (_, restriction, broken) => {
    expect(rules({calendar, child: restricted(restriction)})).toEqual(broken ? ['H7'] : [])
  })

  it("binds by a court's condition whether or not it is marked absolute", () => {
    const condition = {kind: 'court-condition', condition: 'non-association', childId: childId('x')}
    expect(rules({calendar, child: restricted(condition, {absolute: false})})).toEqual(['H7'])
  })

  it('leaves to weighing what was not recorded as absolute', () => {
    expect(
      rules({calendar, child: restricted({kind: 'no-contact', childId: childId('x')}, {absolute: false})}),
    ).toEqual([])
  })

  it('still binds after its review was due, and says so', () => {
    const child = restricted({kind: 'no-contact', childId: childId('x')}, {reviewBy: '2026-11-22'})
    expect(words({calendar, child}, 'H7')).toEqual([
      'no contact: would live with a child whom the child must not meet (review was due by 22 November 2026)',
    ])
  })

  it('does not mind a child who leaves before, or whose hold has lapsed', () => {
    const child = restricted({kind: 'no-contact', childId: childId('x')})
    const occupant = anOccupant({childId: childId('x')})
    expect(rules({calendar: [anOccupancy({occupant, until: '2026-12-01'})], child})).toEqual([])
    expect(
      rules({
        calendar: [anOccupancy({occupant, kind: 'hold', expiresAt: '2026-11-23T09:00:00.000Z'})],
        child,
      }),
    ).toEqual([])
  })
})

describe('H8: disqualified or barred', () => {
  it('excludes a disqualified home, but for the children excepted', () => {
    const except = (...ids: readonly string[]) =>
      excluding({kind: 'disqualified', exceptChildren: ids.map(childId)})
    expect(rules({household: excluding({kind: 'disqualified'})})).toEqual(['H8'])
    expect(rules({household: except('child-1')})).toEqual([])
    expect(rules({household: except('child-1'), children: two})).toEqual(['H8'])
  })

  it('excludes a home that is barred for the child, and for no other', () => {
    expect(rules({household: excluding({kind: 'barred', childId: childId('child-1')})})).toEqual(['H8'])
    expect(rules({household: excluding({kind: 'barred', childId: childId('other')})})).toEqual([])
  })
})

describe('H9: with parents against an order', () => {
  const household = aHousehold({kind: 'parent', terms: {namedChildren: [childId('child-1')]}})

  it.each([
    {kind: 'court-condition', condition: 's34-no-contact', householdId: householdId('home-1')},
    {kind: 'no-contact', householdId: householdId('home-1')},
  ])('$kind $condition', restriction => {
    expect(rules({household, child: restricted(restriction)})).toEqual(['H9'])
  })

  it('does not mind an order about another home', () => {
    const restriction = {
      kind: 'court-condition',
      condition: 's34-no-contact',
      householdId: householdId('home-2'),
    }
    expect(rules({household, child: restricted(restriction)})).toEqual([])
  })
})

describe('H10: an absolute no', () => {
  const calendar = placementsOf({childId: childId('x')})

  it.each([
    ['a child to live apart from', {kind: 'not-with', childId: childId('x')}, true],
    ['a child who is elsewhere', {kind: 'not-with', childId: childId('y')}, false],
    ['an area', {kind: 'avoid-area', location: CATFORD, withinMiles: 1.01}, true],
    ['outside an area', {kind: 'avoid-area', location: CATFORD, withinMiles: 0.99}, false],
    ['an authority', {kind: 'avoid-area', authorityId: 'E09000023'}, true],
    ['another authority', {kind: 'avoid-area', authorityId: BROMLEY}, false],
  ])('%s', (_, restriction, broken) => {
    expect(rules({calendar, child: restricted(restriction)})).toEqual(broken ? ['H10'] : [])
    expect(rules({calendar, child: restricted(restriction, {absolute: false})})).toEqual([])
  })

  it('hears a child who lives there and must not live with this one', () => {
    expect(rules({calendar: placementsOf({notWith: [childId('child-1')]})})).toEqual(['H10'])
    expect(rules({calendar: placementsOf({notWith: [childId('other')]})})).toEqual([])
  })

  it('keeps apart two of a group who must not live together, wherever it is', () => {
    const apart = aChild(restricted({kind: 'not-with', childId: childId('child-2')}))
    expect(rules({children: [apart, two[1]!]})).toEqual(['H10'])
    expect(rules({children: [apart]})).toEqual([])
  })

  it('hears a home that must not take this child', () => {
    expect(rules({household: excluding({kind: 'not-child', childId: childId('child-1')})})).toEqual(['H10'])
    expect(rules({household: excluding({kind: 'prefers-not', risk: 'missing'})})).toEqual([])
  })
})

describe('H11: a medical absolute', () => {
  const dogs = restricted({kind: 'medical', avoid: {pet: 'dog'}})
  const smoke = restricted({kind: 'medical', avoid: {smoking: true}})

  it.each([
    ['a dog', dogs, aHousehold({pets: ['cat', 'dog']}), ['H11']],
    ['a cat only', dogs, aHousehold({pets: ['cat']}), []],
    ['no pets', dogs, aHousehold({pets: []}), []],
    ['pets not known', dogs, aHousehold(), []],
    ['smoke', smoke, aHousehold({smoking: true}), ['H11']],
    ['no smoke', smoke, aHousehold({smoking: false}), []],
    ['smoking not known', smoke, aHousehold(), []],
  ])('%s in the home', (_, child, household, expected) => {
    expect(rules({child, household})).toEqual(expected)
  })
})

it('says the same whatever the order in which facts were recorded', () => {
  const both = [
    {kind: 'not-with', childId: childId('x')},
    {kind: 'avoid-area', location: CATFORD, withinMiles: 2},
  ].flatMap(one => restricted(one).restrictions ?? [])
  const calendar = placementsOf({childId: childId('x')})
  const found = breaches({calendar, child: {restrictions: both}})
  expect(found).toHaveLength(2)
  expect(breaches({calendar, child: {restrictions: both.toReversed()}})).toEqual(found)
})
