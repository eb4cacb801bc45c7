import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {packSupply} from '../../../domain/matching/columns/pack.ts'
import {topOptions} from '../../../domain/matching/columns/top-options.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import {partyOf} from '../../../domain/matching/party.ts'
import type {MatchInput} from '../../../domain/matching/shortlist.ts'
import {REFERRAL_KINDS} from '../../../domain/referral/referral.ts'
import {aHome, aHousehold} from '../../support/matching.ts'
import {world} from './worlds.ts'

const byColumns = (input: MatchInput) => {
  const {options, counts} = topOptions(packSupply(input.supply), partyOf(input), input)
  const ranked = options.map(({exactMiles, ...option}, i) => ({
    ...option,
    rank: i + 1,
    distanceMiles: exactMiles === null ? null : Math.round(exactMiles * 10) / 10,
  }))
  return {options: ranked, counts}
}

const oneByOne = (input: MatchInput) => {
  const {options, counts} = makeShortlist(input).answer
  const ranked = options.map(({rank, householdId, group, suitability, distanceMiles}) => ({
    rank,
    householdId,
    group,
    suitability,
    distanceMiles,
  }))
  return {options: ranked, counts}
}

/** The same world, where every home that has room would take the children: then beds and the order count. */
const welcoming = (input: MatchInput): MatchInput => ({
  ...input,
  supply: input.supply.map(({household, calendar}) => {
    const {approval, status} = aHousehold({
      terms: {places: 9, ages: {from: 0, to: 25}, kinds: REFERRAL_KINDS},
    })
    return aHome({...household, kind: 'fostering', approval, status}, calendar)
  }),
})

describe('a supply asked by columns', () => {
  it('gives the options, the order, the suitability and the counts of asking home by home', () => {
    fc.assert(
      fc.property(world({homes: 12}), input => {
        expect(byColumns(input)).toEqual(oneByOne(input))
      }),
      {numRuns: 1000},
    )
  })

  it('ranks as asking home by home does where there is much to choose from', () => {
    fc.assert(
      fc.property(world({homes: 12}).map(welcoming), input => {
        expect(byColumns(input)).toEqual(oneByOne(input))
      }),
      {numRuns: 1000},
    )
  })

  it('gives the same from a supply of nothing', () => {
    fc.assert(
      fc.property(world({homes: 0}), input => {
        expect(byColumns(input)).toEqual(oneByOne(input))
      }),
      {numRuns: 20},
    )
  })
})
