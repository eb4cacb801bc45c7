import {describe, expect, it} from 'vitest'
import {packSupply} from '../../../../domain/matching/columns/pack.ts'
import {topOptions} from '../../../../domain/matching/columns/top-options.ts'
import {makeShortlist} from '../../../../domain/matching/make-shortlist.ts'
import {partyOf} from '../../../../domain/matching/party.ts'
import type {MatchInput} from '../../../../domain/matching/shortlist.ts'
import {
  aBedroom,
  aChild,
  aHome,
  aHousehold,
  aMatchInput,
  anOccupancy,
  anOccupant,
  CATFORD,
  childId,
  eastOf,
  householdId,
} from '../../../support/matching.ts'

const asked = (facts: Partial<Omit<MatchInput, 'referral'>>) => {
  const input = aMatchInput(facts)
  const {options, counts} = topOptions(packSupply(input.supply), partyOf(input), input)
  return {
    ids: options.map(({householdId}) => householdId),
    options,
    counts,
    alone: makeShortlist(input).answer,
  }
}

describe('the top options of a packed supply', () => {
  const homes = [3, 1, 2].map(miles =>
    aHome(aHousehold({id: householdId(`home-${miles}`), home: eastOf(CATFORD, miles)})),
  )

  it('stand in their order, with suitability and miles, as many as were asked for', () => {
    expect(asked({supply: homes, limit: 2})).toMatchObject({
      ids: ['home-1', 'home-2'],
      options: [
        {group: 'in-house', suitability: {value: 100, low: 100, high: 100}},
        {suitability: {value: 96}},
      ],
      counts: {considered: 3, options: 3, excluded: 0, byRule: {}},
    })
  })

  it('count a home under each rule that it breaks', () => {
    const full = aHome(aHousehold({terms: {places: 1, ages: {from: 0, to: 5}}}), [anOccupancy()])
    expect(asked({supply: [...homes, full]}).counts).toEqual({
      considered: 4,
      options: 3,
      excluded: 1,
      byRule: {H2: 1, H5: 1},
    })
  })

  it('pass over homes of other groups, and beyond the miles searched', () => {
    expect(asked({supply: homes, search: ['ifa']}).counts.considered).toBe(0)
    expect(asked({supply: homes, withinMiles: 2.5}).ids).toEqual(['home-1', 'home-2'])
  })

  it('know a home that is approved for this child alone', () => {
    const relative = aHousehold({
      id: householdId('grandmother'),
      kind: 'connected-person',
      terms: {namedChildren: [childId('child-1')]},
    })
    expect(asked({supply: [...homes, aHome(relative)]}).ids[0]).toBe('grandmother')
  })

  it('let a hold take its place until the moment it lapses', () => {
    const hold = (expiresAt: string) =>
      anOccupancy({kind: 'hold', expiresAt, occupant: anOccupant({childId: childId('another')})})
    const onePlace = aHousehold({terms: {places: 1}})
    expect(asked({supply: [aHome(onePlace, [hold('2026-11-23T09:30:00.000Z')])]}).counts.options).toBe(1)
    expect(asked({supply: [aHome(onePlace, [hold('2026-11-23T09:30:00.001Z')])]}).counts.options).toBe(0)
  })

  it.each([
    ['more bedrooms than a word has bits', Array.from({length: 40}, (_, i) => aBedroom(`room-${i}`)), 35],
    ['bedrooms of one name', [aBedroom('a'), aBedroom('a')], 2],
  ])('are right about a home with %s', (_, bedrooms, places) => {
    const calendar = Array.from({length: places - 1}, (_, i) =>
      anOccupancy({bedroomId: bedrooms[i]!.id, occupant: anOccupant({childId: childId(`other-${i}`)})}),
    )
    const supply = [aHome(aHousehold({bedrooms, terms: {places}}), calendar)]
    const {counts, alone} = asked({supply})
    expect(counts).toEqual(alone.counts)
  })

  it('are right about a child of more needs than a number has bits', () => {
    const needs = Array.from({length: 60}, (_, i) => ({need: `need-${i}`, level: 'essential' as const}))
    const skilled = (id: string, skills: string[]) => aHome(aHousehold({id: householdId(id), skills}))
    const all = needs.map(({need}) => need)
    const supply = [skilled('a', all.slice(1)), skilled('b', all), skilled('c', all.slice(2))]
    expect(asked({children: [aChild({needs})], supply}).ids).toEqual(['b', 'a', 'c'])
  })
})
