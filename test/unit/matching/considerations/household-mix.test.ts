import {describe, expect, it} from 'vitest'
import type {Child, Preferences, Restriction} from '../../../../domain/child/child.ts'
import type {Household} from '../../../../domain/household/household.ts'
import type {Occupancy} from '../../../../domain/household/occupancy.ts'
import {
  aChild,
  aHome,
  aHousehold,
  anOccupancy,
  anOccupant,
  BEXLEY,
  CATFORD,
  childId,
  eastOf,
  householdId,
  LEWISHAM,
  placementsOf,
} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const met = {score: 1, low: 1, high: 1, known: true}
const notMet = {score: 0, low: 0, high: 0, known: true}
const notKnown = {score: 0.5, low: 0, high: 1, known: false}

const living = (child: Partial<Child>, facts: Partial<Household>, calendar: readonly Occupancy[] = []) =>
  consider('household-mix', {children: [aChild(child)], supply: [aHome(aHousehold(facts), calendar)]})
const preferring = (preferences: Preferences) => ({preferences})
const basis = {absolute: false, reason: 'advice', reviewBy: '2027-01-01'}
const restricted = (restriction: Restriction) => ({restrictions: [restriction]})

describe('preferences about pets and smoking', () => {
  it.each([
    [{pets: 'none'}, {pets: []}, met],
    [{pets: 'none'}, {pets: ['fish']}, notMet],
    [{pets: 'no-dogs'}, {pets: ['cats']}, met],
    [{pets: 'no-dogs'}, {pets: ['dog']}, notMet],
    [{pets: 'no-cats'}, {pets: ['cats']}, notMet],
    [{pets: 'no-cats'}, {}, notKnown],
    [{pets: 'welcome'}, {}, met],
    [{smoking: 'none'}, {smoking: false}, met],
    [{smoking: 'none'}, {smoking: true}, notMet],
    [{smoking: 'none'}, {}, notKnown],
  ] as [Preferences, Partial<Household>, object][])(
    '%j in a home with %j',
    (preferences, facts, expected) => {
      expect(living(preferring(preferences), facts)).toMatchObject(expected)
    },
  )

  it('share the score, and say which is met, which not, and what is not known', () => {
    expect(
      living(preferring({otherChildren: 'none', pets: 'no-dogs', smoking: 'none'}), {
        pets: ['dog'],
        members: [],
      }),
    ).toMatchObject({
      score: 0.5,
      low: 0.33,
      high: 0.67,
      known: false,
      words: 'met: no other children; not met: no dogs; not known: no smoking',
      gaps: [
        {
          about: 'household-mix.smoking',
          fit: 'not-known',
          words: 'not known: smoking (recorded for the child: no smoking)',
        },
      ],
    })
  })

  it('do not apply where nothing is recorded', () => {
    expect(living({}, {})).toBeUndefined()
  })
})

describe('preferences about other children, for a girl of ten', () => {
  const girlOf8 = {dob: '2018-05-01', sex: 'F'} as const
  const boyOf12 = {dob: '2014-05-01', sex: 'M'} as const

  it.each([
    ['none', [], met],
    ['none', [boyOf12], notMet],
    ['no-younger', [boyOf12], met],
    ['no-younger', [boyOf12, girlOf8], notMet],
    ['no-older', [girlOf8], met],
    ['no-older', [boyOf12], notMet],
    ['same-sex-only', [girlOf8], met],
    ['same-sex-only', [boyOf12], notMet],
    ['same-sex-only', [{...girlOf8, sex: 'U'}], notKnown],
    ['welcome', [boyOf12], met],
  ] as const)('%s with fostered children %j', (otherChildren, occupants, expected) => {
    expect(living(preferring({otherChildren}), {members: []}, placementsOf(...occupants))).toMatchObject(
      expected,
    )
  })

  it.each([
    [
      'a carer and a grown-up child',
      [{relationship: 'carer'}, {relationship: 'own-child', dob: '2001-01-01'}],
      met,
    ],
    ["the carers' own child", [{relationship: 'own-child', ...boyOf12}], notMet],
    ["a child's age not recorded", [{relationship: 'other-child'}], notKnown],
    ['members not recorded', undefined, notKnown],
  ] as const)('no older children: %s', (_, members, expected) => {
    expect(living(preferring({otherChildren: 'no-older'}), members ? {members} : {})).toMatchObject(expected)
  })

  it.each([
    ['a Staying Put young adult', anOccupancy({kind: 'staying-put'})],
    ['a place that is not available', anOccupancy({kind: 'not-available', occupant: null})],
    ['a stay that ends on the first day', anOccupancy({until: '2026-12-01'})],
    ['a stay that begins the next day', anOccupancy({from: '2026-12-02'})],
    ['a hold that has expired', anOccupancy({kind: 'hold', expiresAt: '2026-11-23T09:30:00.000Z'})],
    [
      'a hold for this very child',
      anOccupancy({kind: 'hold', occupant: anOccupant({childId: childId('child-1')})}),
    ],
  ])('is not another child: %s', (_, stay) => {
    expect(living(preferring({otherChildren: 'none'}), {members: []}, [stay])).toMatchObject(met)
  })

  it.each([
    ['a hold that stands', anOccupancy({kind: 'hold', expiresAt: '2026-11-23T09:30:00.001Z'})],
    ['a placed child of whom no facts are kept', anOccupancy({occupant: null})],
    [
      'a respite stay over the first night',
      anOccupancy({kind: 'respite', from: '2026-12-01', until: '2026-12-02'}),
    ],
  ])('is another child: %s', (_, stay) => {
    expect(living(preferring({otherChildren: 'none'}), {members: []}, [stay])).toMatchObject(notMet)
  })
})

describe('restrictions that are not absolute', () => {
  const other = childId('occupant-1')

  it.each([
    ['not with a child who lives here', {kind: 'not-with', childId: other}, notMet],
    ['not with a child who does not', {kind: 'not-with', childId: childId('stranger')}, met],
    ['no contact with one who lives here', {kind: 'no-contact', childId: other}, notMet],
    ['no contact with this household', {kind: 'no-contact', householdId: householdId('home-1')}, notMet],
    ['no contact with another household', {kind: 'no-contact', householdId: householdId('home-2')}, met],
    [
      'away from a circle that this home is in',
      {kind: 'avoid-area', location: CATFORD, withinMiles: 1.1},
      notMet,
    ],
    [
      'away from a circle that it is not in',
      {kind: 'avoid-area', location: eastOf(CATFORD, 3), withinMiles: 1},
      met,
    ],
    ['away from this authority', {kind: 'avoid-area', authorityId: LEWISHAM}, notMet],
    ['away from another authority', {kind: 'avoid-area', authorityId: BEXLEY}, met],
    ['a dog, bad for health', {kind: 'medical', avoid: {pet: 'dog'}}, notMet],
    ['a cat, bad for health', {kind: 'medical', avoid: {pet: 'cat'}}, met],
    ['smoke, bad for health', {kind: 'medical', avoid: {smoking: true}}, notKnown],
  ])('%s', (_, restriction, expected) => {
    const facts = restricted({...basis, ...restriction} as Restriction)
    expect(living(facts, {pets: ['dog']}, placementsOf({}))).toMatchObject(expected)
  })

  it('see a child who comes later in the stay', () => {
    const facts = restricted({...basis, kind: 'not-with', childId: other})
    expect(living(facts, {}, [anOccupancy({from: '2027-06-01'})])).toMatchObject(notMet)
  })

  it('see a sister who would come too', () => {
    const apart = restricted({...basis, kind: 'not-with', childId: childId('child-2')})
    const children = [aChild(apart), aChild({id: childId('child-2')})]
    expect(consider('household-mix', {children})).toMatchObject(notMet)
  })

  it('leave absolute ones and courts to the hard rules', () => {
    expect(
      living(restricted({...basis, absolute: true, kind: 'not-with', childId: other}), {}),
    ).toBeUndefined()
    const order = {kind: 'court-condition', condition: 'non-association', childId: other} as const
    expect(living(restricted({...basis, ...order}), {})).toBeUndefined()
  })
})
