import {addDays, type Day, dayNumber} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {ChildId, HouseholdId, ReferralId} from '../../ids.ts'
import {exactMiles} from '../../location.ts'
import type {Home} from '../../matching/shortlist.ts'
import {type Stretch, stretchesOf} from '../../panel/costs.ts'
import {chooseCarers} from './choose-carers.ts'
import {
  type Demand,
  demandsOf,
  type PaidStay,
  type PastReferral,
  type PlacedElsewhere,
  type PlacedWith,
  placedWith,
} from './demand.ts'
import {metBySupply} from './met-by-supply.ts'

/** One demand that a new household would have served, with what stands behind each figure. */
export interface Served {
  readonly referralId: ReferralId
  readonly childIds: readonly ChildId[]
  readonly from: Day
  readonly until: Day | null
  /** Where the children came to live instead; null: nowhere yet, or the referral was withdrawn. */
  readonly placedWith: PlacedWith | null
  /** Within the span looked at. */
  readonly nights: number
  /** Over the nights of that in which they lived elsewhere, all children together; null: not placed, or not known. */
  readonly avoidedPence: {readonly marginal: number; readonly full: number} | null
  /** Nights of children, of those, nearer their home than where they lived; null: not placed, or not known. */
  readonly nearerNights: number | null
}

export interface CarerNeeded<Candidate> {
  readonly rank: number
  readonly candidate: Candidate
  readonly demands: number
  readonly referrals: number
  /** Demands by where the children came to live instead. */
  readonly wentTo: Readonly<Record<PlacedWith | 'nowhere', number>>
  /** A year, as the span went; negative: the household would have cost more. */
  readonly avoidedPenceAYear: {readonly marginal: number; readonly full: number}
  /** Placed, and the cost is not known: not in the sums. */
  readonly costNotKnown: number
  readonly nearerNights: number
  readonly serves: readonly Served[]
}

/** Whose demand it is. */
export type Who = Pick<Demand, 'referralId' | 'childIds'>

export interface CarersNeeded<Candidate> {
  readonly from: Day
  readonly to: Day
  readonly metByOwn: readonly Who[]
  /** Placed elsewhere or nowhere though the supply of today has room for them. */
  readonly metBySupply: readonly (Who & {readonly householdId: HouseholdId})[]
  readonly unmet: readonly Who[]
  readonly carers: readonly CarerNeeded<Candidate>[]
}

export interface CarersNeededInput<Candidate> {
  readonly referrals: readonly PastReferral[]
  /** The authority's own households, with their calendars. */
  readonly supply: readonly Home[]
  readonly candidates: (unmet: readonly Demand[]) => readonly Candidate[]
  /** The span that the referrals come from, both days included. */
  readonly from: Day
  readonly to: Day
  readonly count: number
}

interface Costed {
  readonly household: Household
}

/**
 * What new households would have helped most: each is chosen as the candidate that serves the most demands that
 * nobody serves yet. A demand counts as served where the engine finds the home an option on all its nights and suitable
 * enough, empty and beside each of those who would live there by then.
 */
export function carersNeeded<Candidate extends Costed>(
  input: CarersNeededInput<Candidate>,
): CarersNeeded<Candidate> {
  const demands = demandsOf(input.referrals)
  const {met, unmet} = metBySupply(demands, input.supply)
  const choices = chooseCarers(unmet, input.candidates(unmet), input.count)
  return {
    from: input.from,
    to: input.to,
    metByOwn: demands.filter(demand => placedWith(demand) === 'own').map(whose),
    metBySupply: met.map(({demand, home}) => ({...whose(demand), householdId: home.household.id})),
    unmet: unmet.map(whose),
    carers: choices.map(({candidate, serves}, i) => needed(i + 1, candidate, serves, input)),
  }
}

const whose = ({referralId, childIds}: Demand): Who => ({referralId, childIds})

interface Span {
  readonly from: Day
  readonly to: Day
}

function needed<Candidate extends Costed>(
  rank: number,
  candidate: Candidate,
  demands: readonly Demand[],
  span: Span,
): CarerNeeded<Candidate> {
  const serves = demands.map(demand => served(demand, candidate.household, span))
  const days = dayNumber(span.to) - dayNumber(span.from) + 1
  const aYear = (of: 'marginal' | 'full') =>
    Math.round((serves.reduce((sum, {avoidedPence}) => sum + (avoidedPence?.[of] ?? 0), 0) * 365) / days)
  const wentTo = {own: 0, ifa: 0, residential: 0, other: 0, nowhere: 0}
  for (const {placedWith} of serves) wentTo[placedWith ?? 'nowhere'] += 1
  return {
    rank,
    candidate,
    demands: serves.length,
    referrals: new Set(serves.map(({referralId}) => referralId)).size,
    wentTo,
    avoidedPenceAYear: {marginal: aYear('marginal'), full: aYear('full')},
    costNotKnown: serves.filter(each => each.placedWith !== null && each.avoidedPence === null).length,
    nearerNights: serves.reduce((sum, each) => sum + (each.nearerNights ?? 0), 0),
    serves,
  }
}

function served(demand: Demand, household: Household, span: Span): Served {
  const {referralId, childIds, from, until, placed} = demand
  const needed = within({from, until}, {from: span.from, until: addDays(span.to, 1)})
  return {
    referralId,
    childIds,
    from,
    until,
    placedWith: placedWith(demand),
    nights: nightsOf(needed),
    avoidedPence: avoided([...placed.values()], household, needed),
    nearerNights: nearer(demand, household, needed),
  }
}

interface Nights {
  readonly from: Day
  readonly until: Day
}

/** The nights of a stay that are nights of a span too: perhaps none, and then it ends before it begins. */
function within({from, until}: {readonly from: Day; readonly until: Day | null}, span: Nights): Nights {
  return {
    from: from < span.from ? span.from : from,
    until: until === null || until > span.until ? span.until : until,
  }
}

const nightsOf = ({from, until}: Nights): number => Math.max(0, dayNumber(until) - dayNumber(from))

function avoided(placed: readonly PlacedElsewhere[], {weeklyCost}: Household, needed: Nights) {
  const {marginalPenceAWeek, fullPenceAWeek} = weeklyCost ?? {marginalPenceAWeek: null, fullPenceAWeek: null}
  if (placed.length === 0 || marginalPenceAWeek === null || fullPenceAWeek === null) return null
  const paid = placed.flatMap(({stays}) => stays.flatMap(stay => paidFor(stay, needed)))
  if (paid.some(({penceAWeek}) => penceAWeek === null)) return null
  const over = (cost: number) =>
    Math.round(paid.reduce((sum, {penceAWeek, nights}) => sum + (penceAWeek! - cost) * nights, 0) / 7)
  return {marginal: over(marginalPenceAWeek), full: over(fullPenceAWeek)}
}

function paidFor(stay: PaidStay, needed: Nights): readonly Stretch[] {
  const {from, until} = within(stay, needed)
  return stretchesOf(stay, stay.costs, from, until)
}

function nearer({placed, party}: Demand, {home}: Household, needed: Nights): number | null {
  const known = party.seekers.flatMap(({child}) => {
    const {at, stays} = placed.get(child.id) ?? {at: null, stays: []}
    return at === null || child.home === undefined ? [] : [{was: child.home, at, stays}]
  })
  if (known.length === 0) return null
  return known
    .filter(({was, at}) => exactMiles(was, home) < exactMiles(was, at))
    .flatMap(({stays}) => stays.map(stay => nightsOf(within(stay, needed))))
    .reduce((sum, nights) => sum + nights, 0)
}
