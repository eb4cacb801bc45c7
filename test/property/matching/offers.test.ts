import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {ApproachId} from '../../../domain/ids.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import type {MatchInput, Option, SplitHome} from '../../../domain/matching/shortlist.ts'
import type {OfferInForce} from '../../../domain/placement/approach.ts'
import {kinderWorld} from './kinder-worlds.ts'

const HOMES = 8
const offered = kinderWorld({homes: HOMES}).chain(input =>
  fc
    .uniqueArray(fc.nat({max: HOMES}), {maxLength: 5})
    .chain(homes => fc.tuple(...homes.map(home => offerFor(input, home))))
    .map((offers): MatchInput => ({...input, offers})),
)

/** One past the last home stands for a home that is yet to be named. */
const offerFor = (input: MatchInput, home: number): fc.Arbitrary<OfferInForce> =>
  fc.integer({min: 0, max: 2_000_000}).map(weeklyCostPence => ({
    approachId: `approach-${home}` as ApproachId,
    agencyId: 'agency-1',
    householdId: input.supply[home]?.household.id ?? null,
    weeklyCostPence,
    validUntil: '2027-01-01T00:00:00.000Z',
  }))

/** But for the price, and the approval that turns on it. */
const butForCost = ({costPenceAWeek: _, approvals, ...option}: Option) => ({
  ...option,
  approvals: withoutA9({approvals}),
})
const withoutA9 = ({approvals}: Pick<SplitHome, 'approvals'>) => approvals.filter(({rule}) => rule !== 'A9')

function withoutCost(input: MatchInput) {
  const {answer, excluded} = makeShortlist(input)
  const {offers: _, ...others} = answer
  const splits = answer.splits.map(split => ({
    ...split,
    homes: split.homes.map(home => ({...home, approvals: withoutA9(home)})),
  }))
  const eachChild = answer.eachChild.map(each => ({...each, options: each.options.map(butForCost)}))
  return {...others, splits, eachChild, options: answer.options.map(butForCost), excluded}
}

it('an offer never moves, adds or excludes a home: it tells what a home costs, and nothing else', () => {
  fc.assert(
    fc.property(offered, input => {
      const {offers: _, ...unoffered} = input
      expect(withoutCost(input)).toEqual(withoutCost(unoffered))
    }),
  )
})

it('the order in which offers were recorded never changes a byte', () => {
  fc.assert(
    fc.property(offered, input => {
      const backwards = {...input, offers: input.offers!.toReversed()}
      expect(JSON.stringify(makeShortlist(backwards))).toBe(JSON.stringify(makeShortlist(input)))
    }),
  )
})
