import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {type OptionsInput, stepDownOptions} from '../../../domain/panel/step-down-options.ts'
import {
  aChild,
  aHome,
  aHousehold,
  CATFORD,
  childId,
  eastOf,
  householdId,
  LEWISHAM,
} from '../../support/matching.ts'

const DAY = '2026-06-15'
const costing = (marginalPenceAWeek: number, fullPenceAWeek: number | null) => ({
  weeklyCost: {marginalPenceAWeek, fullPenceAWeek},
})
const home = (id: string, facts: Partial<Household> = {}): Home =>
  aHome(aHousehold({id: householdId(id), ...facts}))

const sister = (lived: Lived, location = CATFORD) => ({
  child: {id: childId('sister'), reference: 'C-2'},
  placement: {...lived, location},
})

const SUPPLY = [
  home('dear', costing(900_000, 950_000)),
  home('agency', {...costing(110_000, null), provider: {type: 'ifa', agencyId: 'A'}}),
  home('ours', {...costing(52_000, 71_000), home: eastOf(CATFORD, 6)}),
  home('full', {status: {state: 'on-hold', from: '2026-01-01', until: '2026-07-31', reason: null}}),
]

type Lived = Pick<OptionsInput['livesIn'], 'householdId' | 'setting'>

const optionsFor = (
  from: string,
  {householdId = null, setting = null, siblings = []}: Partial<Pick<OptionsInput, 'siblings'> & Lived> = {},
) => optionsAmong(SUPPLY, {from, location: CATFORD, householdId, setting}, siblings)

const optionsAmong = (
  supply: readonly Home[],
  livesIn: OptionsInput['livesIn'],
  siblings: OptionsInput['siblings'] = [],
) =>
  stepDownOptions({
    authorityId: LEWISHAM,
    child: aChild({school: {location: CATFORD, keep: true, keyStage4: false}}),
    livesIn,
    weeklyCostPence: 600_000,
    siblings,
    supply,
    policy: defaultPolicy(LEWISHAM),
    settledNights: 365,
    day: DAY,
    at: `${DAY}T09:00:00.000Z`,
  })

describe('step-down options', () => {
  it('stand in the engine’s order, in-house first, and never by what they save', () => {
    const {options} = optionsFor('2026-06-01')
    expect(options.map(({householdId, rank}) => [householdId, rank])).toEqual([
      ['dear', 1],
      ['ours', 2],
      ['agency', 3],
    ])
    expect(options.map(({differencePenceAWeek}) => differencePenceAWeek)).toEqual([
      {marginal: 300_000, full: 350_000},
      {marginal: -548_000, full: -529_000},
      {marginal: -490_000, full: null},
    ])
  })

  it('say what stands in the way of the nearly possible', () => {
    expect(optionsFor('2026-06-01').nearlyPossible).toEqual([
      {
        householdId: 'full',
        reference: 'ref-full',
        change: 'available-from',
        on: '2026-08-01',
        words: 'available from 1 August 2026',
      },
    ])
  })

  it('tell of a settled child first what would be lost', () => {
    const {stability, options} = optionsFor('2024-03-15')
    expect(stability).toMatchObject({nights: 822, settled: true})
    expect(options[1]!.words).toBe(
      'would lose a home of 2 years and 3 months; a school 0 miles away: from there it is 6 miles; ' +
        `suitability ${options[1]!.suitability.value} of 100; £5,480 a week less (£5,290 a week less with overheads).`,
    )
    expect(options.every(({words}) => words.startsWith('would lose a home of'))).toBe(true)
  })

  it('hold a child settled who lives with a brother or sister, and leave that home out', () => {
    const siblings = [sister({householdId: householdId('agency'), setting: null})]
    const {stability, options, suitability} = optionsFor('2026-06-01', {
      householdId: householdId('agency'),
      siblings,
    })
    expect(stability).toMatchObject({settled: true, siblingsThere: ['sister']})
    expect(suitability).not.toBeNull()
    expect(options.map(({householdId}) => householdId)).toEqual(['dear', 'ours'])
    expect(options[0]!.wouldLose).toContain('living with a brother or sister')
  })

  it('hold two in one children’s home together, by its URN and place, and not two of one provider', () => {
    const inHome = (urn: string | null) => ({householdId: null, setting: {name: 'Elm House', urn}})
    const together = (theirs: Lived, location = CATFORD) => {
      const siblings = [sister(theirs, location)]
      return optionsFor('2026-06-01', {...inHome('SC012345'), siblings}).stability.settled
    }
    expect(together(inHome('SC012345'))).toBe(true)
    expect(together(inHome('SC012345'), eastOf(CATFORD, 2))).toBe(false)
    expect(together(inHome('SC099999'))).toBe(false)
    expect(together({householdId: householdId('agency'), setting: null})).toBe(false)
  })

  it('tell no distance of a home whose address is confidential', () => {
    const secret = home('secret', {confidential: true, home: eastOf(CATFORD, 4)})
    const input = {from: '2026-06-01', location: CATFORD, householdId: null, setting: null}
    const {options} = optionsAmong([secret], input)
    expect(options).toMatchObject([{distanceMiles: null, wouldLose: ['a home of 2 weeks']}])
    const here = optionsAmong([secret, ...SUPPLY], {...input, householdId: householdId('secret')})
    expect(here.stability.schoolMiles).toBeNull()
  })

  it('say what would be lost of everybody, beside every difference in cost', () => {
    for (const from of ['2020-01-01', '2026-06-14', '2026-06-15'])
      for (const {wouldLose, words} of optionsFor(from).options) {
        expect(wouldLose.length).toBeGreaterThan(0)
        expect(words).toContain('would lose')
      }
  })
})
