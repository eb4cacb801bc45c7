import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import type {HouseholdId} from '../../../domain/ids.ts'
import {milesBetween} from '../../../domain/location.ts'
import {groupOf} from '../../../domain/matching/group.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import {type Party, partyOf} from '../../../domain/matching/party.ts'
import {isOption} from '../../../domain/matching/rules/breaches.ts'
import {CONSIDERATIONS, type Home, type MatchInput} from '../../../domain/matching/shortlist.ts'
import {milesFromHome, suitabilityOf} from '../../../domain/matching/suitability.ts'
import {CATFORD} from '../../support/matching.ts'
import {kinderWorld} from './kinder-worlds.ts'

const HOMES = 8
const borough = kinderWorld({homes: HOMES})
const bytes = (input: MatchInput) => JSON.stringify(makeShortlist(input))
const same = (one: MatchInput, other: MatchInput) => bytes(one) === bytes(other)
const all = (input: MatchInput): MatchInput => ({...input, limit: HOMES})
const optionIds = (input: MatchInput) =>
  makeShortlist(all(input)).answer.options.map(({householdId}) => householdId)

/** Every list the other way round, but for a child's languages, whose order is a fact, and the policy. */
function backwards<T>(fact: T, name = ''): T {
  if (Array.isArray(fact)) {
    const each = fact.map(item => backwards(item))
    return (name === 'languages' ? each : each.toReversed()) as T
  }
  if (typeof fact !== 'object' || fact === null) return fact
  const turned = Object.entries(fact).map(([key, value]) => [
    key,
    key === 'policy' ? value : backwards(value, key),
  ])
  return Object.fromEntries(turned.toReversed()) as T
}

const changed = (
  input: MatchInput,
  id: HouseholdId,
  change: (household: Household) => Partial<Household>,
): MatchInput => ({
  ...input,
  supply: input.supply.map(home =>
    home.household.id === id ? {...home, household: {...home.household, ...change(home.household)}} : home,
  ),
})

/** An option keeps its rank or rises. */
function expectNotLowered(before: MatchInput, after: MatchInput, id: HouseholdId) {
  const [was, is] = [optionIds(before).indexOf(id), optionIds(after).indexOf(id)]
  if (was === -1) return
  expect(is).not.toBe(-1)
  expect(is).toBeLessThanOrEqual(was)
}

const oneOf = (input: MatchInput, pick: number) => input.supply[pick % input.supply.length]!.household.id
const aPick = fc.nat({max: HOMES - 1})

describe('a shortlist, whatever the data', () => {
  it('replays to the same bytes', () => {
    fc.assert(fc.property(borough, input => same(structuredClone(input), input)))
  })

  it('does not hang on the order of homes, or of facts within one', () => {
    fc.assert(fc.property(borough, input => same(backwards(input), input)))
  })

  it('does not hang on the order of the supply, however it is shuffled', () => {
    const shuffled = borough.chain(input =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.supply], {minLength: input.supply.length})),
    )
    fc.assert(fc.property(shuffled, ([input, supply]) => same({...input, supply}, input)))
  })

  it('shows every home considered exactly once: an option that breaks no rule, or excluded for one at least', () => {
    fc.assert(
      fc.property(borough, input => {
        const {answer, excluded} = makeShortlist(all(input))
        const party = partyOf(input)
        const homes = new Map(input.supply.map(home => [home.household.id, home]))
        const shown = [...answer.options, ...excluded].map(({householdId}) => householdId)
        expect(new Set(shown).size).toBe(shown.length)
        expect(answer.counts).toMatchObject({
          considered: shown.length,
          options: answer.options.length,
          excluded: excluded.length,
        })
        for (const {householdId} of answer.options)
          expect(isOption(party, homes.get(householdId)!)).toBe(true)
        for (const {breaches, householdId} of excluded) {
          expect(breaches.length).toBeGreaterThan(0)
          expect(isOption(party, homes.get(householdId)!)).toBe(false)
        }
      }),
    )
  })

  it('counts a home once under each rule that it breaks', () => {
    fc.assert(
      fc.property(borough, input => {
        const {answer, excluded} = makeShortlist(input)
        const broken = excluded.flatMap(({breaches}) => [...new Set(breaches.map(({rule}) => rule))])
        for (const [rule, homes] of Object.entries(answer.counts.byRule))
          expect(broken.filter(other => other === rule)).toHaveLength(homes)
        expect(Object.values(answer.counts.byRule).reduce((sum, homes) => sum + homes, 0)).toBe(broken.length)
      }),
    )
  })

  it('gives the first of the same order when fewer are asked for', () => {
    fc.assert(
      fc.property(borough, fc.integer({min: 1, max: HOMES}), (input, limit) => {
        const {options} = makeShortlist({...input, limit}).answer
        expect(options).toEqual(makeShortlist(all(input)).answer.options.slice(0, limit))
      }),
    )
  })

  it('is not changed by the weight of a consideration that does not apply', () => {
    fc.assert(
      fc.property(borough, fc.integer({min: 0, max: 100}), (input, weight) => {
        const [option] = makeShortlist(input).answer.options
        fc.pre(option !== undefined)
        const applying = new Set(option.considerations.map(({name}) => name))
        const other = CONSIDERATIONS.filter(name => !applying.has(name)).map(name => [name, weight])
        const weights = {...input.policy.weights, ...Object.fromEntries(other)}
        const reweighed = makeShortlist({...input, policy: {...input.policy, weights}})
        expect(reweighed.answer.options).toEqual(makeShortlist(input).answer.options)
      }),
    )
  })
})

describe('what never lowers a home, whatever the data', () => {
  it('a skill or a language more, where those are recorded', () => {
    const learnt = fc.constantFrom('autism', 'therapeutic', 'wheelchair-access', 'so', 'ar', 'pl')
    fc.assert(
      fc.property(borough, aPick, learnt, (input, pick, more) => {
        const id = oneOf(input, pick)
        const before = changed(input, id, ({skills = [], languages = []}) => ({skills, languages}))
        const after = changed(before, id, ({skills = [], languages = []}) => ({
          skills: [...skills, more],
          languages: [...languages, more],
        }))
        expectNotLowered(before, after, id)
      }),
    )
  })

  it('a place or a bedroom more', () => {
    fc.assert(
      fc.property(borough, aPick, fc.boolean(), (input, pick, shareable) => {
        const id = oneOf(input, pick)
        const after = changed(input, id, ({approval, bedrooms}) => ({
          approval: {...approval, terms: {...approval.terms, places: approval.terms.places + 1}},
          bedrooms: [...bedrooms, {id: 'one-more', shareable, groundFloor: false}],
        }))
        expectNotLowered(input, after, id)
      }),
    )
  })

  it('standing nearer to where the children lived', () => {
    fc.assert(
      fc.property(borough, aPick, fc.integer({min: 0, max: 100}), (input, pick, percent) => {
        const children = input.children.map(({school, familyTime, restrictions, ...child}) => ({
          ...child,
          home: CATFORD,
        }))
        const before = {...input, children, siblings: {}}
        const id = oneOf(input, pick)
        const towards = (from: number, to: number) => Math.round(to + ((from - to) * percent) / 100)
        const after = changed(before, id, ({home}) => ({
          home: {
            postcode: null,
            easting: towards(home.easting, CATFORD.easting),
            northing: towards(home.northing, CATFORD.northing),
          },
        }))
        expectNotLowered(before, after, id)
      }),
    )
  })
})

describe('what is nearly possible, whatever the data', () => {
  it('is truly possible on the day that it names, and was not before', () => {
    fc.assert(
      fc.property(borough, input => {
        const {answer, excluded} = makeShortlist(input)
        for (const {householdId, on} of answer.nearlyPossible) {
          if (on === null) continue
          expect(excluded.map(home => home.householdId)).toContain(householdId)
          const later = {...input, referral: {...input.referral, neededFrom: on}}
          expect(optionIds(later)).toContain(householdId)
        }
      }),
    )
  })

  it('is never a home that breaks what nothing lifts', () => {
    fc.assert(
      fc.property(borough, input => {
        const {answer, excluded} = makeShortlist(input)
        for (const {householdId} of answer.nearlyPossible) {
          const broken = excluded.find(home => home.householdId === householdId)?.breaches ?? []
          expect(broken.filter(({rule}) => !['H1', 'H2', 'H5', 'H6'].includes(rule))).toEqual([])
        }
      }),
    )
  })
})

describe('a split, whatever the data', () => {
  it('is offered only when no home can take all, and houses every child once, in homes that can', () => {
    fc.assert(
      fc.property(borough, input => {
        const {options, splits} = makeShortlist(input).answer
        if (options.length > 0) expect(splits).toEqual([])
        for (const {homes} of splits) {
          expect(homes.flatMap(({children}) => children).toSorted()).toEqual(
            input.referral.children.toSorted(),
          )
          expect(new Set(homes.map(({householdId}) => householdId)).size).toBe(homes.length)
          for (const {householdId, children} of homes) {
            const home = input.supply.find(({household}) => household.id === householdId)!
            expect(isOption(partyOf(input, children), home)).toBe(true)
          }
        }
      }),
    )
  })

  it('over two homes is the very best of all ways to part the children over two homes', () => {
    fc.assert(
      fc.property(kinderWorld({homes: 6}), input => {
        const {options, splits} = makeShortlist(input).answer
        const [first] = splits
        const all = options.length > 0 ? [] : everySplitOverTwo(input)
        const best = all.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || b[2] - a[2])[0]
        if (best) expect([first?.pairsParted, first?.milesBetweenHomes, first?.suitability]).toEqual(best)
        else expect(first?.homes.length).not.toBe(2)
      }),
    )
  })
})

/** Pairs parted, miles between the homes, suitability: for every child in either of every two homes. */
function everySplitOverTwo(input: MatchInput): [number, number, number][] {
  const ids = input.referral.children
  const party = partyOf(input)
  const within = ({household}: Home) =>
    input.withinMiles === null || milesFromHomeOf(party, household) <= input.withinMiles
  const supply = input.supply.filter(home => input.search.includes(groupOf(home.household)) && within(home))
  return supply.flatMap((one, i) =>
    supply.slice(i + 1).flatMap(other =>
      Array.from({length: 2 ** ids.length - 2}, (_, k) => k + 1).flatMap(
        (chosen): [number, number, number][] => {
          const parts = [
            ids.filter((_, bit) => chosen & (1 << bit)),
            ids.filter((_, bit) => !(chosen & (1 << bit))),
          ]
          const parties = parts.map(part => partyOf(input, part))
          if (!isOption(parties[0]!, one) || !isOption(parties[1]!, other)) return []
          const value = (j: number, home: Home) =>
            suitabilityOf(parties[j]!, home).suitability.value * parts[j]!.length
          return [
            [
              parts[0]!.length * parts[1]!.length,
              milesBetween(one.household.home, other.household.home),
              Math.round((value(0, one) + value(1, other)) / ids.length),
            ],
          ]
        },
      ),
    ),
  )
}

const milesFromHomeOf = (party: Party, household: Household) =>
  milesFromHome(party, {household, calendar: []}) ?? 0
