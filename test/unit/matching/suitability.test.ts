import {describe, expect, it} from 'vitest'
import {partyOf} from '../../../domain/matching/party.ts'
import type {MatchInput} from '../../../domain/matching/shortlist.ts'
import {assess, suitabilityOf} from '../../../domain/matching/suitability.ts'
import {
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  CATFORD,
  childId,
  eastOf,
  KENT,
} from '../../support/matching.ts'

const assessed = (facts: Partial<Omit<MatchInput, 'referral'>>) => {
  const input = aMatchInput(facts)
  return assess(partyOf(input), input.supply[0]!)
}

describe('suitability', () => {
  it('is 100 for a child without needs in a home next door', () => {
    expect(assessed({}).suitability).toEqual({value: 100, low: 100, high: 100})
    expect(assessed({}).considerations.map(({name}) => name)).toEqual(['locality.home', 'locality.area'])
  })

  it('is the mean of the scores by weight: (15 x 0.75 + 5 x 0) / 20', () => {
    const supply = [aHome(aHousehold({home: eastOf(CATFORD, 5.75), authorityId: KENT}))]
    expect(assessed({supply}).suitability).toEqual({value: 56, low: 56, high: 56})
  })

  it('counts a missing fact as one half, and shows how low and high it could prove: 20, 20 and 45 of 45', () => {
    const children = [aChild({needs: [{need: 'autism', level: 'essential'}]})]
    expect(assessed({children}).suitability).toEqual({value: 72, low: 44, high: 100})
  })

  it('is 100 where the policy gives no weight to anything that applies', () => {
    const {policy} = aMatchInput()
    const weights = {...policy.weights, 'locality.home': 0, 'locality.area': 0}
    const supply = [aHome(aHousehold({home: eastOf(CATFORD, 30)}))]
    expect(assessed({policy: {...policy, weights}, supply}).suitability).toEqual({
      value: 100,
      low: 100,
      high: 100,
    })
  })

  it('is the same number whether or not it is put into words', () => {
    const input = aMatchInput({children: [aChild({languages: ['so'], religion: 'muslim'})]})
    const {suitability, exactMiles} = assess(partyOf(input), input.supply[0]!)
    expect(suitabilityOf(partyOf(input), input.supply[0]!)).toEqual({suitability, exactMiles})
  })
})

describe('distance from home', () => {
  const supply = [aHome(aHousehold({home: eastOf(CATFORD, 3.26)}))]
  const {home: _, ...homeNotKnown} = aChild({id: childId('child-3')})

  it('is shown to one decimal and kept exact', () => {
    const {distanceMiles, exactMiles} = assessed({supply})
    expect(distanceMiles).toBe(3.3)
    expect(exactMiles).toBeCloseTo(3.26, 6)
  })

  it('is the mean over children who lived apart, of those whose home is known', () => {
    const children = [aChild(), aChild({id: childId('child-2'), home: eastOf(CATFORD, 1)}), homeNotKnown]
    expect(assessed({supply, children})).toMatchObject({distanceMiles: 2.8})
  })

  it('is not known when no home is', () => {
    expect(assessed({supply, children: [homeNotKnown]})).toMatchObject({
      distanceMiles: null,
      exactMiles: null,
    })
  })
})

describe('gaps', () => {
  it('are recorded once for children who share them', () => {
    const needs = [{need: 'autism', level: 'essential'} as const]
    const children = [aChild({needs}), aChild({id: childId('child-2'), needs})]
    const supply = [aHome(aHousehold({skills: []}))]
    expect(assessed({children, supply}).gaps).toEqual([
      {about: 'needs.autism', fit: 'not-met', words: 'not met: autism (essential)'},
    ])
  })

  it('show what the carers would rather not take on, for a risk that is medium or high', () => {
    const limit = {
      kind: 'prefers-not',
      risk: 'fire-setting',
      reason: 'thatched roof',
      recordedOn: '2026-01-02',
    } as const
    const supply = [aHome(aHousehold({exclusions: [limit]}))]
    const withRisk = (level: 'low' | 'medium') =>
      assessed({children: [aChild({risks: [{risk: 'fire-setting', level}]})], supply})
    expect(withRisk('low').gaps).toEqual([])
    expect(withRisk('medium').gaps).toEqual([
      {
        about: 'exclusions.fire-setting',
        fit: 'not-met',
        words:
          'the carers would rather not care for a child with a risk of fire setting (recorded 2026-01-02)',
      },
    ])
  })

  it('show a fact that is missing where a medical restriction is absolute', () => {
    const basis = {kind: 'medical', absolute: true, reason: 'asthma', reviewBy: '2027-01-01'} as const
    const children = [
      aChild({
        restrictions: [
          {...basis, avoid: {pet: 'cat'}},
          {...basis, avoid: {smoking: true}},
        ],
      }),
    ]
    expect(assessed({children}).gaps).toEqual([
      {
        about: 'medical.pets',
        fit: 'not-known',
        words: 'not known: pets (recorded for the child: no cat, medical)',
      },
      {
        about: 'medical.smoking',
        fit: 'not-known',
        words: 'not known: smoking (recorded for the child: no smoking, medical)',
      },
    ])
    expect(assessed({children, supply: [aHome(aHousehold({pets: [], smoking: false}))]}).gaps).toEqual([])
  })
})
