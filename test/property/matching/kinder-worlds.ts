import fc from 'fast-check'
import type {Household, Terms} from '../../../domain/household/household.ts'
import type {Home, MatchInput} from '../../../domain/matching/shortlist.ts'
import {REFERRAL_KINDS} from '../../../domain/referral/referral.ts'
import {ANY_CHILD, aBedroom} from '../../support/matching.ts'
import {type WorldSize, world} from './worlds.ts'

/*
 * Worlds in which most homes have one thing in the way, or nothing: a home made up at random breaks several
 * rules nearly always, and properties of options, waits and splits would seldom be put to the test.
 */

const kindness = fc.record({
  terms: fc.boolean(),
  approvedFrom: fc.constantFrom('2020-01-01', '2020-01-01', '2026-12-09'),
  status: fc.constantFrom('available', 'available', 'on-hold', null),
  rooms: fc.boolean(),
  ends: fc.boolean(),
  kind: fc.integer({min: 0, max: 3}),
})
type Kindness = typeof kindness extends fc.Arbitrary<infer T> ? T : never

const ANYONE: Terms = {...ANY_CHILD, ages: {from: 0, to: 21}, kinds: REFERRAL_KINDS}

function kinder(
  {household, calendar}: Home,
  {terms, approvedFrom, status, rooms, ends, kind}: Kindness,
): Home {
  const {places} = household.approval.terms
  const eased: Household = {
    ...household,
    ...(kind > 0 && {kind: 'fostering'}),
    ...(terms && {approval: {from: approvedFrom, until: null, terms: {...ANYONE, places}}, exclusions: []}),
    ...(status && {status: {...household.status, state: status, until: '2026-12-14'}}),
    ...(rooms && {bedrooms: Array.from({length: 4}, (_, i) => aBedroom(`bedroom-${i}`, i === 0))}),
  }
  const taken = ends ? calendar.map((occupancy, i) => ({...occupancy, until: `2026-12-1${i}`})) : calendar
  return {household: eased, calendar: taken.filter(({from, until}) => until === null || from < until)}
}

export const kinderWorld = (size: WorldSize): fc.Arbitrary<MatchInput> =>
  fc
    .record({input: world(size), each: fc.array(kindness, {minLength: size.homes, maxLength: size.homes})})
    .map(({input, each}) => ({...input, supply: input.supply.map((home, i) => kinder(home, each[i]!))}))
