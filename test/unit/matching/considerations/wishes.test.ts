import {describe, expect, it} from 'vitest'
import type {Child, Wish} from '../../../../domain/child/child.ts'
import type {Household} from '../../../../domain/household/household.ts'
import type {MatchInput} from '../../../../domain/matching/shortlist.ts'
import {
  aChild,
  aHome,
  aHousehold,
  CATFORD,
  childId,
  eastOf,
  householdId,
  placementsOf,
} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const met = {score: 1, low: 1, high: 1, known: true}
const notMet = {score: 0, low: 0, high: 0, known: true}
const notKnown = {score: 0.5, low: 0, high: 1, known: false}

const wish = (about: NonNullable<Wish['about']>): Wish => ({
  text: 'in her words',
  recordedOn: '2026-11-01',
  about,
})
const wishing = (
  wishes: readonly Wish[],
  child: Partial<Child>,
  facts: Partial<Household>,
  more: Partial<MatchInput> = {},
) => consider('wishes', {children: [aChild({...child, wishes})], supply: [aHome(aHousehold(facts))], ...more})

describe('wishes', () => {
  const school = (miles: number) => ({
    school: {location: eastOf(CATFORD, miles), keep: false, keyStage4: false},
  })
  const family = (miles: number) => ({familyTime: [{location: eastOf(CATFORD, miles), visitsAMonth: 1}]})
  const member = {relationship: 'own-child', dob: '2015-01-01'} as const

  it.each([
    ['near-home', {}, {home: eastOf(CATFORD, 5)}, met],
    ['near-home', {}, {home: eastOf(CATFORD, 5.1)}, notMet],
    ['near-school', school(0), {}, met],
    ['near-school', school(9), {}, notMet],
    ['near-school', {}, {}, notKnown],
    ['near-family', family(0), {}, met],
    ['near-family', family(9), {}, notMet],
    ['near-family', {}, {}, notKnown],
    ['with-pets', {}, {pets: ['cat']}, met],
    ['with-pets', {}, {pets: []}, notMet],
    ['with-pets', {}, {}, notKnown],
    ['without-pets', {}, {pets: []}, met],
    ['without-pets', {}, {pets: ['cat']}, notMet],
    ['with-other-children', {}, {members: [member]}, met],
    ['with-other-children', {}, {members: []}, notMet],
    ['with-other-children', {}, {}, notKnown],
    ['without-other-children', {}, {members: []}, met],
    ['without-other-children', {}, {members: [member]}, notMet],
    ['without-other-children', {}, {}, notKnown],
    ['same-culture', {ethnicity: 'CHNE'}, {ethnicities: ['CHNE']}, met],
    ['same-culture', {ethnicity: 'CHNE'}, {ethnicities: ['WBRI']}, notMet],
    ['same-culture', {}, {ethnicities: ['WBRI']}, notKnown],
    ['same-religion', {religion: 'sikh'}, {religions: ['sikh']}, met],
    ['same-religion', {religion: 'sikh'}, {religions: [], supportsReligions: ['sikh']}, notMet],
    ['same-religion', {}, {religions: ['sikh']}, notKnown],
    ['own-language', {languages: ['so', 'ar']}, {languages: ['so-SO']}, met],
    ['own-language', {languages: ['so', 'ar']}, {languages: ['ar']}, notMet],
    ['own-language', {languages: ['so']}, {}, notKnown],
    ['own-language', {}, {languages: ['so']}, notKnown],
  ] as [NonNullable<Wish['about']>, Partial<Child>, Partial<Household>, object][])(
    '%s, a child with %j, a home with %j',
    (about, child, facts, expected) => {
      expect(wishing([wish(about)], child, facts)).toMatchObject(expected)
    },
  )

  it('to be with other children count those fostered there', () => {
    const supply = [aHome(aHousehold(), placementsOf({}))]
    expect(wishing([wish('with-other-children')], {}, {}, {supply})).toMatchObject(met)
  })

  it('to be with brothers and sisters', () => {
    const livesAt = (at: string) => ({...CATFORD, householdId: householdId(at)})
    const sibling = (at: string | null) => ({
      siblings: {
        [childId('child-1')]: [{childId: childId('sibling'), livesAt: at === null ? null : livesAt(at)}],
      },
    })
    expect(wishing([wish('with-siblings')], {}, {}, sibling('home-1'))).toMatchObject(met)
    expect(wishing([wish('with-siblings')], {}, {}, sibling('home-2'))).toMatchObject(notMet)
    expect(wishing([wish('with-siblings')], {}, {}, sibling(null))).toMatchObject(notKnown)
    expect(wishing([wish('with-siblings')], {}, {})).toMatchObject(notKnown)
    const both = [aChild({wishes: [wish('with-siblings')]}), aChild({id: childId('child-2')})]
    expect(consider('wishes', {children: both})).toMatchObject(met)
  })

  it('to live in one household, where it is named', () => {
    const here: Wish = {...wish('this-household'), householdId: householdId('home-1')}
    expect(wishing([here], {}, {})).toMatchObject(met)
    expect(wishing([{...here, householdId: householdId('home-2')}], {}, {})).toMatchObject(notMet)
  })

  it('share the score, and say which', () => {
    expect(wishing([wish('near-home'), wish('with-pets')], {}, {pets: []})).toMatchObject({
      score: 0.5,
      words: 'met: near home; not met: with pets',
    })
  })

  it('do not apply when none names something that can be checked', () => {
    expect(wishing([], {}, {})).toBeUndefined()
    expect(
      wishing([{text: 'to be happy', recordedOn: '2026-11-01'}, wish('this-household')], {}, {}),
    ).toBeUndefined()
  })
})
