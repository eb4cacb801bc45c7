import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Child} from '../../../domain/child/child.ts'
import type {Household} from '../../../domain/household/household.ts'
import {partyOf} from '../../../domain/matching/party.ts'
import type {Home, MatchInput} from '../../../domain/matching/shortlist.ts'
import {assess, suitabilityOf} from '../../../domain/matching/suitability.ts'
import {aHome, aHousehold, aMatchInput, CATFORD, eastOf} from '../../support/matching.ts'
import {world} from './worlds.ts'

const oneHome = world({homes: 1}).map(input => ({input, home: input.supply[0] as Home}))
const suitability = (input: MatchInput, home: Home) => suitabilityOf(partyOf(input), home).suitability
const changed = (home: Home, facts: Partial<Household>): Home => ({
  ...home,
  household: {...home.household, ...facts},
})

const FACTS = [
  'members',
  'ethnicities',
  'religions',
  'languages',
  'skills',
  'pets',
  'smoking',
  'accessible',
] as const

describe('suitability, whatever the data', () => {
  it('lies between its low and its high, within 0 and 100', () => {
    fc.assert(
      fc.property(oneHome, ({input, home}) => {
        const {value, low, high} = suitability(input, home)
        expect(0 <= low && low <= value && value <= high && high <= 100).toBe(true)
      }),
    )
  })

  it('has a range only where something is not known', () => {
    fc.assert(
      fc.property(oneHome, ({input, home}) => {
        const {suitability, considerations} = assess(partyOf(input), home)
        if (considerations.every(({known}) => known)) expect(suitability.low).toBe(suitability.high)
      }),
    )
  })

  it('can only become less certain when a fact about the home is forgotten', () => {
    fc.assert(
      fc.property(oneHome, fc.constantFrom(...FACTS), ({input, home}, fact) => {
        const {[fact]: _, ...household} = home.household
        const known = suitability(input, home)
        const forgotten = suitability(input, {...home, household})
        expect(forgotten.low).toBeLessThanOrEqual(known.low)
        expect(forgotten.high).toBeGreaterThanOrEqual(known.high)
      }),
    )
  })

  it('does not hang on the weight of a consideration that does not apply', () => {
    fc.assert(
      fc.property(oneHome, fc.integer({min: 0, max: 100}), ({input, home}, weight) => {
        const applying = new Set(assess(partyOf(input), home).considerations.map(({name}) => name))
        const weights = {...input.policy.weights}
        for (const name of Object.keys(weights) as (keyof typeof weights)[])
          if (!applying.has(name)) weights[name] = weight
        expect(suitability({...input, policy: {...input.policy, weights}}, home)).toEqual(
          suitability(input, home),
        )
      }),
    )
  })

  it('never falls when a home learns a skill or a language', () => {
    fc.assert(
      fc.property(
        oneHome,
        fc.constantFrom('autism', 'therapeutic', 'wheelchair-access', 'pace', 'constructor'),
        fc.constantFrom('so', 'ar', 'ti', 'pl', 'en'),
        ({input, home}, skill, language) => {
          const {skills = [], languages = []} = home.household
          const before = suitability(input, changed(home, {skills, languages}))
          const after = suitability(
            input,
            changed(home, {skills: [...skills, skill], languages: [...languages, language]}),
          )
          expect(after.value).toBeGreaterThanOrEqual(before.value)
          expect(after.low).toBeGreaterThanOrEqual(before.low)
          expect(after.high).toBeGreaterThanOrEqual(before.high)
        },
      ),
    )
  })

  it('never falls as a home moves nearer to where the child lived, learns and sees the family', () => {
    const miles = fc.double({min: 0, max: 40, noNaN: true})
    fc.assert(
      fc.property(world({homes: 1, children: 1}), miles, miles, (input, a, b) => {
        const child: Child = {
          ...(input.children[0] as Child),
          home: CATFORD,
          school: {location: CATFORD, keep: true, keyStage4: false},
          familyTime: [{location: CATFORD, visitsAMonth: 4}],
          restrictions: [],
        }
        const atCatford = {...input, children: [child], siblings: {}}
        const home = input.supply[0] as Home
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map(miles =>
          suitability(atCatford, changed(home, {home: eastOf(CATFORD, miles)})),
        )
        expect(near?.value).toBeGreaterThanOrEqual(far?.value ?? 0)
      }),
    )
  })

  it('does not hang on the order in which facts were recorded', () => {
    const backwards = <T extends object>(record: T): T =>
      Object.fromEntries(
        Object.entries(record).map(([name, fact]) => [
          name,
          Array.isArray(fact) && name !== 'languages' ? fact.toReversed() : fact,
        ]),
      ) as T
    fc.assert(
      fc.property(oneHome, ({input, home}) => {
        const reversed = {household: backwards(home.household), calendar: home.calendar.toReversed()}
        const children = input.children.map(backwards).toReversed()
        expect(assess(partyOf({...input, children}), reversed)).toEqual(assess(partyOf(input), home))
      }),
    )
  })

  it('is 100 for a child without needs in the home that shares everything with them', () => {
    fc.assert(
      fc.property(world({homes: 1, children: 1}), ({children: [any]}) => {
        const {ethnicity, religion, languages, dob, sex, id, reference} = any as Child
        const child = {
          ...{id, reference, dob, sex, home: CATFORD},
          ...(ethnicity && {ethnicity}),
          ...(religion && {religion}),
          ...(languages && {languages}),
          school: {location: CATFORD, keep: true, keyStage4: false},
          familyTime: [{location: CATFORD, visitsAMonth: 1}],
          preferences: {otherChildren: 'none', pets: 'none', smoking: 'none'} as const,
        }
        const shared = {
          ethnicities: ethnicity ? [ethnicity] : [],
          religions: religion ? [religion] : [],
          languages: languages ?? [],
          ...{members: [], pets: [], smoking: false, home: CATFORD},
        }
        const input = aMatchInput({children: [child], supply: [aHome(aHousehold(shared))]})
        const {suitability, gaps} = assess(partyOf(input), input.supply[0] as Home)
        expect({suitability, gaps}).toEqual({suitability: {value: 100, low: 100, high: 100}, gaps: []})
      }),
    )
  })
})
