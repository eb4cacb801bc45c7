import {describe, expect, it} from 'vitest'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {Home, MatchInput} from '../../../domain/matching/shortlist.ts'
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
} from '../../support/matching.ts'

/** Brothers and sisters, a year between each and the next, the eldest 14. */
const family = (size: number) =>
  Array.from({length: size}, (_, i) =>
    aChild({id: childId(`child-${String(i + 1).padStart(2, '0')}`), dob: `${2012 + i}-06-01`}),
  )
const home = (id: string, places: number, miles = 1, terms: object = {}): Home =>
  aHome(
    aHousehold({
      id: householdId(id),
      home: eastOf(CATFORD, miles),
      bedrooms: Array.from({length: places}, (_, i) => aBedroom(`${i}`)),
      terms: {places, ...terms},
    }),
  )

const splits = (children: MatchInput['children'], supply: readonly Home[], referral = {}) =>
  makeShortlist(aMatchInput({children, supply, referral})).answer.splits
const homesOf = (found: ReturnType<typeof splits>) =>
  found.map(({homes}) => homes.map(({householdId}) => householdId))

describe('parting brothers and sisters', () => {
  it('is never offered while one home can take them all', () => {
    expect(splits(family(2), [home('a', 2), home('b', 1), home('c', 1)])).toEqual([])
  })

  it('is never offered for one child, nor where no homes can do it', () => {
    expect(splits(family(1), [])).toEqual([])
    expect(splits(family(2), [home('a', 1)])).toEqual([])
  })

  it('says all that matters about it', () => {
    const [first] = splits(family(3), [home('a', 2, 1), home('b', 1, 4)])
    expect(first).toMatchObject({
      rank: 1,
      pairsParted: 2,
      milesBetweenHomes: 3,
      words:
        '2 homes, 3 miles apart; parts 2 of 3 pairs of brothers and sisters; ' +
        'the plan is to keep them together, and would have to change',
    })
    expect(
      first?.homes.map(({householdId, children, distanceMiles}) => [householdId, children, distanceMiles]),
    ).toEqual([
      ['a', ['child-01', 'child-02'], 1],
      ['b', ['child-03'], 4],
    ])
    expect(first?.homes.every(({suitability}) => suitability.low <= suitability.value)).toBe(true)
  })

  it('does not speak of the plan when it does not insist', () => {
    const [first] = splits(family(2), [home('a', 1), home('b', 1)], {siblings: 'prefer-together'})
    expect(first?.words).toBe('2 homes, 0 miles apart; parts 1 of 1 pair of brothers and sisters')
  })

  it('takes the fewest homes that can', () => {
    const found = splits(family(4), [home('a', 2), home('b', 2, 19), home('c', 1), home('d', 1)])
    expect(found.every(({homes}) => homes.length === 2)).toBe(true)
    expect(splits(family(3), [home('a', 1), home('b', 1), home('c', 1)])[0]?.homes).toHaveLength(3)
  })

  it('then parts the fewest pairs, however far apart the homes', () => {
    const found = splits(family(4), [home('a', 3, 19), home('b', 2, 1), home('c', 2, 1)])
    expect(found[0]?.pairsParted).toBe(3)
    expect(found.map(({pairsParted}) => pairsParted)).toEqual(
      found.map(({pairsParted}) => pairsParted).toSorted(),
    )
  })

  it('then keeps the homes near each other', () => {
    const found = splits(family(2), [home('a', 1, 1), home('b', 1, 15), home('c', 1, 15.2)])
    expect(homesOf(found)[0]?.toSorted()).toEqual(['b', 'c'])
    expect(found.map(({milesBetweenHomes}) => milesBetweenHomes)).toEqual([0.2, 0.2, 14, 14, 14.2])
  })

  it('then takes the more suitable homes', () => {
    const supply = [home('a', 1, 11), home('b', 1, 12), home('c', 1, 2), home('d', 1, 3)]
    expect(homesOf(splits(family(2), supply))[0]?.toSorted()).toEqual(['c', 'd'])
  })

  it('gives each child a home whose terms fit', () => {
    const supply = [
      home('teens', 2, 1, {ages: {from: 13, to: 17}}),
      home('young', 2, 1, {ages: {from: 5, to: 12}}),
    ]
    expect(splits(family(4), supply).map(({homes}) => homes.map(({children}) => children))).toEqual([
      [
        ['child-01', 'child-02'],
        ['child-03', 'child-04'],
      ],
    ])
  })

  it('keeps apart those who must not live together', () => {
    const [eldest, ...others] = family(3)
    const apart = {
      ...eldest!,
      restrictions: [
        {
          kind: 'not-with',
          childId: others[0]!.id,
          absolute: true,
          reason: 'as recorded',
          reviewBy: '2027-06-01',
        },
      ],
    } as const
    const found = splits([apart, ...others], [home('a', 3), home('b', 3)])
    expect(found).not.toEqual([])
    for (const {homes} of found)
      expect(
        homes.some(({children}) => children.includes(apart.id) && children.includes(others[0]!.id)),
      ).toBe(false)
  })

  it('offers five at most, each another way, best first', () => {
    const found = splits(
      family(2),
      ['a', 'b', 'c', 'd'].map((id, i) => home(id, 1, 1 + i)),
    )
    expect(found.map(({rank}) => rank)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(found.map(split => JSON.stringify({...split, rank: 0}))).size).toBe(5)
  })

  it('finds a home each for eight, and for a family too large to try every way', () => {
    const singles = Array.from({length: 12}, (_, i) => home(`home-${i}`, 1, i))
    expect(splits(family(8), singles)[0]?.homes).toHaveLength(8)
    const [first] = splits(
      family(12),
      Array.from({length: 6}, (_, i) => home(`home-${i}`, 3, i)),
    )
    expect(first?.homes.map(({children}) => children.length)).toEqual([3, 3, 3, 3])
    expect(first?.homes[0]?.children).toEqual(['child-01', 'child-02', 'child-03'])
  })
})
