import {describe, expect, it} from 'vitest'
import type {EthnicityCode} from '../../../../domain/child/ethnicity.ts'
import type {Household} from '../../../../domain/household/household.ts'
import {aChild, aHome, aHousehold, childId} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const offered = (facts: Partial<Household>) => ({supply: [aHome(aHousehold(facts))]})

describe('ethnicity', () => {
  const child = {children: [aChild({ethnicity: 'BAFR'})]}
  const withCarers = (...ethnicities: EthnicityCode[]) =>
    consider('identity.ethnicity', {...child, ...offered({ethnicities})})

  it('is met by any carer of the same background, and leaves no gap', () => {
    expect(withCarers('WBRI', 'BAFR')).toEqual({
      score: 1,
      low: 1,
      high: 1,
      known: true,
      words: "a carer shares the child's ethnicity, African",
      gaps: [],
    })
  })

  it('is half met by a carer of the same group', () => {
    expect(withCarers('BCRB')).toMatchObject({score: 0.5, known: true, gaps: [{fit: 'partly'}]})
  })

  it('is not met by carers of other groups: a gap, and never more than a gap', () => {
    const words = "no carer shares the child's ethnicity, African"
    expect(withCarers('WBRI')).toMatchObject({
      score: 0,
      low: 0,
      high: 0,
      known: true,
      gaps: [{about: 'identity.ethnicity', fit: 'not-met', words}],
    })
  })

  it('is not known when it is not recorded, or was refused', () => {
    const notKnown = {score: 0.5, low: 0, high: 1, known: false, gaps: [{fit: 'not-known'}]}
    expect(consider('identity.ethnicity', {...child, ...offered({})})).toMatchObject(notKnown)
    expect(withCarers('REFU')).toMatchObject(notKnown)
    expect(withCarers('WBRI', 'NOBT')).toMatchObject(notKnown)
    expect(withCarers()).toMatchObject(notKnown)
  })

  it('is sure of the half that one carer brings while another has not answered', () => {
    expect(withCarers('BCRB', 'NOBT')).toMatchObject({score: 0.5, low: 0.5, high: 1, known: false})
  })

  it.each(['REFU', 'NOBT', undefined] as const)('does not apply to a child recorded as %s', ethnicity => {
    expect(consider('identity.ethnicity', {children: [aChild(ethnicity ? {ethnicity} : {})]})).toBeUndefined()
  })
})

describe('religion', () => {
  const child = {children: [aChild({religion: 'roman-catholic'})]}
  const withHome = (facts: Partial<Household>) => consider('identity.religion', {...child, ...offered(facts)})

  it.each([
    ['shared', {religions: ['roman-catholic']}, 1, "shares the child's religion, Roman Catholic"],
    [
      'supported',
      {religions: ['muslim'], supportsReligions: ['roman-catholic']},
      0.5,
      "supports the child's religion, Roman Catholic, without sharing it",
    ],
    ['neither', {religions: []}, 0, "does not share or support the child's religion, Roman Catholic"],
  ])('%s', (_, facts, score, words) => {
    expect(withHome(facts)).toMatchObject({score, low: score, high: score, known: true, words})
  })

  it('is not known when the household has not said', () => {
    expect(withHome({})).toMatchObject({
      score: 0.5,
      low: 0,
      high: 1,
      known: false,
      words: 'not known: religion',
      gaps: [{about: 'identity.religion', fit: 'not-known'}],
    })
  })

  it('is at least half met by support when the household has not said what its own is', () => {
    expect(withHome({supportsReligions: ['roman-catholic']})).toMatchObject({
      score: 0.5,
      low: 0.5,
      high: 1,
      known: false,
    })
  })

  it('does not apply to a child who has none, or of whom it is not known', () => {
    expect(consider('identity.religion', {children: [aChild({religion: null})]})).toBeUndefined()
    expect(consider('identity.religion', {children: [aChild()]})).toBeUndefined()
  })
})

describe('language', () => {
  const speaking = (languages: string[], spoken?: string[]) =>
    consider('identity.language', {
      children: [aChild({languages})],
      ...offered(spoken ? {languages: spoken} : {}),
    })

  it.each([
    [['so'], ['en', 'so'], 1, "speaks Somali, the child's first language"],
    [['ar-SY'], ['AR'], 1, "speaks Arabic, the child's first language"],
    [['en', 'pl'], ['pl'], 1, 'speaks Polish'],
    [['so', 'ar'], ['ar'], 0.5, "speaks Arabic; does not speak Somali, the child's first language"],
    [['qaa'], ['en'], 0, "does not speak qaa, the child's first language"],
  ])('a child of %j in a home of %j', (languages, spoken, score, words) => {
    expect(speaking(languages, spoken)).toMatchObject({score, low: score, high: score, known: true, words})
  })

  it('is not known when the household has not said', () => {
    expect(speaking(['so'])).toMatchObject({
      score: 0.5,
      low: 0,
      high: 1,
      known: false,
      words: "not known: whether anyone speaks Somali, the child's first language",
    })
  })

  it('does not apply to a child who needs English alone, or of whom it is not known', () => {
    expect(speaking(['en-GB'])).toBeUndefined()
    expect(consider('identity.language', {})).toBeUndefined()
  })

  it('counts only the children who need one, and names them', () => {
    const children = [
      aChild({languages: ['so']}),
      aChild({id: childId('child-2'), dob: '2022-01-01', languages: ['en']}),
    ]
    expect(consider('identity.language', {children, ...offered({languages: ['so']})})).toMatchObject({
      score: 1,
      words: "for the child aged 10: speaks Somali, the child's first language",
    })
  })
})
