import {describe, expect, it} from 'vitest'
import type {Household} from '../../../domain/household/household.ts'
import type {ApproachId} from '../../../domain/ids.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {OfferInForce} from '../../../domain/placement/approach.ts'
import {aChild, aHome, aHousehold, aMatchInput, childId, householdId} from '../../support/matching.ts'

const offer = (id: string, facts: Partial<OfferInForce> = {}): OfferInForce => ({
  approachId: id as ApproachId,
  agencyId: 'agency-1',
  householdId: null,
  weeklyCostPence: 91_250,
  validUntil: '2026-11-27T17:00:00.000Z',
  ...facts,
})
const theirs = (facts: Partial<Household> = {}) =>
  aHome(aHousehold({id: householdId('ifa'), provider: {type: 'ifa', agencyId: 'agency-1'}, ...facts}))
const forTheirs = (weeklyCostPence: number) => offer('a', {householdId: householdId('ifa'), weeklyCostPence})
type Facts = Parameters<typeof aMatchInput>[0]
const answerTo = (facts: Facts) => makeShortlist(aMatchInput(facts)).answer

describe('offers of agencies beside a shortlist', () => {
  it('are all to be seen, by approach, each with its cost and its term in words', () => {
    const {offers} = answerTo({supply: [theirs()], offers: [offer('b'), forTheirs(520_000)]})
    expect(offers?.map(({approachId, householdId, words}) => [approachId, householdId, words])).toEqual([
      [
        'a',
        'ifa',
        'agency-1 offers a home on record at £5,200 a week for each child, until 27 November 2026',
      ],
      [
        'b',
        null,
        'agency-1 offers a home that it will name at £912 a week for each child, until 27 November 2026',
      ],
    ])
    expect(offers?.[1]).toMatchObject(offer('b'))
  })

  it('end on the day that it is in England', () => {
    const {offers} = answerTo({offers: [offer('a', {validUntil: '2027-06-30T23:30:00.000Z'})]})
    expect(offers?.[0]?.words).toContain('until 1 July 2027')
  })

  it('are to be seen although their home is excluded, or not searched', () => {
    const full = theirs({status: {state: 'on-hold', from: '2026-01-01', until: null, reason: null}})
    const shown = (facts: Facts) => answerTo({...facts, offers: [forTheirs(1)]}).offers?.length
    expect(shown({supply: [full]})).toBe(1)
    expect(shown({supply: [theirs()], search: ['in-house']})).toBe(1)
  })

  it('stand once over children who are to live apart by plan', () => {
    const answer = answerTo({
      children: [aChild(), aChild({id: childId('child-2')})],
      referral: {siblings: 'apart-by-plan'},
      offers: [offer('a')],
    })
    expect(answer.offers).toHaveLength(1)
    expect(answer.eachChild).toHaveLength(2)
  })
})

describe('a home that its agency offers', () => {
  const costly = theirs({weeklyCost: {marginalPenceAWeek: 80_000, fullPenceAWeek: 90_000}})

  it('costs what is offered; with overheads, nobody knows', () => {
    expect(answerTo({supply: [costly]}).options[0]?.costPenceAWeek).toEqual({marginal: 80_000, full: 90_000})
    expect(answerTo({supply: [costly], offers: [forTheirs(520_000)]}).options[0]?.costPenceAWeek).toEqual({
      marginal: 520_000,
      full: null,
    })
  })

  it('needs the approval that the price offered asks for', () => {
    const rules = (offers: readonly OfferInForce[]) =>
      answerTo({supply: [costly], offers}).options[0]?.approvals.map(({rule}) => rule)
    expect(rules([])).not.toContain('A9')
    expect(rules([forTheirs(520_000)])).toContain('A9')
  })

  it('leaves every other home at its own cost', () => {
    const other = aHome(aHousehold({weeklyCost: {marginalPenceAWeek: 1, fullPenceAWeek: 2}}))
    const {options} = answerTo({supply: [costly, other], offers: [forTheirs(520_000), offer('b')]})
    expect(options.find(({householdId}) => householdId === 'home-1')?.costPenceAWeek).toEqual({
      marginal: 1,
      full: 2,
    })
  })
})

describe('a shortlist made before offers were recorded', () => {
  it('says nothing of offers, so that it replays to the same bytes', () => {
    expect(answerTo({})).not.toHaveProperty('offers')
  })

  it('is told apart from one for which nothing is offered', () => {
    expect(answerTo({offers: []}).offers).toEqual([])
  })
})
