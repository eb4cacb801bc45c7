import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {Indicator, Member} from '../../../domain/sufficiency/indicator.ts'
import {
  breakdownOf,
  dimensionsOf,
  FIGURES,
  indicatorsAt,
  membersOf,
} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {plainFigures, plainSpend} from './plain-figures.ts'
import {anyFacts, anyMoment} from './worlds.ts'

const ALWAYS = {weeklyPence: 50_000, from: '2020-01-01', until: null, provision: null}

it('the figures are those of the plainest account', () => {
  fc.assert(
    fc.property(anyFacts(), anyMoment, (facts, moment) => {
      const figures = Object.fromEntries(
        indicatorsAt(prepare(facts), moment.asAt).map(({id, numerator, denominator, unknown}) => [
          id,
          [numerator, denominator, unknown],
        ]),
      )
      expect(figures).toMatchObject(plainFigures(facts.histories, moment, facts.authorityId))
    }),
    {numRuns: 1_000},
  )
})

/** What a list of members makes of a figure. */
function tallied(members: readonly Member[], measure: string, {denominator}: Indicator) {
  const counted = members.filter(({standing}) => standing === 'counted')
  const amounts = counted.reduce((sum, {amount}) => sum + amount, 0)
  return {
    numerator: measure === 'median' ? counted.length : amounts,
    denominator:
      measure === 'share'
        ? members.length
        : measure === 'mean'
          ? counted.length
          : measure === 'rate' || measure === 'a-week'
            ? denominator
            : null,
    unknown: members.filter(({standing}) => standing === 'unknown').length,
  }
}

it('what the year has cost is what its nights have, one by one', () => {
  fc.assert(
    fc.property(anyFacts(4), anyMoment, (facts, moment) => {
      // What every night of one child costs, so that not all are unknown.
      const costs = [...facts.costs, {...ALWAYS, reference: 'CH0'}, {...ALWAYS, reference: 'CH2'}]
      const figures = indicatorsAt(prepare({...facts, costs}), moment.asAt)
      const of = (id: string) => {
        const {numerator, unknown} = figures.find(each => each.id === id)!
        return {pence: numerator, unknown}
      }
      const plain = (places: RegExp) => plainSpend({...facts, costs}, moment, places)
      expect(of('foster-unit-cost-in-year')).toEqual(plain(/^U/))
      expect(of('residential-unit-cost-in-year')).toEqual(plain(/^(K1|K2|R1|S1)/))
    }),
    {numRuns: 50},
  )
})

it('a share that says of whom it is has those as its denominator, whatever the facts', () => {
  const shares = FIGURES.filter(({shareOf}) => shareOf !== undefined)
  expect(shares.length).toBeGreaterThan(25)
  fc.assert(
    fc.property(anyFacts(), anyMoment, (facts, {asAt}) => {
      const figures = new Map(indicatorsAt(prepare(facts), asAt).map(each => [each.id, each]))
      for (const {id, shareOf} of shares)
        expect([id, figures.get(id)!.denominator]).toEqual([id, figures.get(shareOf!)!.numerator])
    }),
  )
})

it('every figure is the sum of the list behind it', () => {
  fc.assert(
    fc.property(anyFacts(), anyMoment, (facts, {asAt}) => {
      const prepared = prepare(facts)
      for (const indicator of indicatorsAt(prepared, asAt)) {
        const {id, numerator, denominator, unknown} = indicator
        const members = membersOf(id, prepared, asAt)!
        const {measure} = FIGURES.find(figure => figure.id === id)!
        expect({id, ...tallied(members, measure, indicator)}).toEqual({id, numerator, denominator, unknown})
      }
    }),
    {numRuns: 200},
  )
})

it('the order of children, homes, referrals and costs never matters', () => {
  fc.assert(
    fc.property(anyFacts(), anyMoment, (facts, {asAt}) => {
      const {histories, homes, referrals, costs} = facts
      const prepared = prepare(facts)
      const turned = prepare({
        ...facts,
        histories: histories.toReversed(),
        homes: homes
          .map(({household, calendar}) => ({household, calendar: calendar.toReversed()}))
          .toReversed(),
        referrals: referrals.map(r => ({...r, refusals: r.refusals.toReversed()})).toReversed(),
        costs: costs.toReversed(),
      })
      expect(indicatorsAt(turned, asAt)).toEqual(indicatorsAt(prepared, asAt))
      for (const {id} of FIGURES) expect(membersOf(id, turned, asAt)).toEqual(membersOf(id, prepared, asAt))
    }),
    {numRuns: 200},
  )
})

it('filled, held, not available and vacant places add up to those approved', () => {
  fc.assert(
    fc.property(anyFacts(0), anyMoment, (facts, {asAt}) => {
      const of = Object.fromEntries(
        indicatorsAt(prepare(facts), asAt).map(({id, numerator}) => [id, numerator]),
      )
      expect(
        of['places-filled']! + of['places-held']! + of['places-not-available']! + of['places-vacant']!,
      ).toBe(of['places-approved'])
    }),
    {numRuns: 500},
  )
})

it('the parts of every breakdown but that of referrals by reason add up to the whole', () => {
  fc.assert(
    fc.property(anyFacts(), anyMoment, (facts, {asAt}) => {
      const prepared = prepare(facts)
      for (const {id, measure, unit} of FIGURES)
        for (const by of dimensionsOf(id)!) {
          if (unit === 'referrals' || unit === 'days') continue
          const {total, parts} = breakdownOf(id, by, prepared, asAt)!
          const sum = (of: 'numerator' | 'denominator' | 'unknown') =>
            parts.reduce((all, part) => all + (part[of] ?? 0), 0)
          expect([id, by, sum('numerator'), sum('unknown')]).toEqual([id, by, total.numerator, total.unknown])
          if (measure === 'share') expect(sum('denominator')).toBe(total.denominator)
        }
    }),
    {numRuns: 100},
  )
})
