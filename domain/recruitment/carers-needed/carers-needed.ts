import {addDays, type Day, dayNumber} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {ChildId, HouseholdId, ReferralId} from '../../ids.ts'
import {exactMiles} from '../../location.ts'
import type {Home} from '../../matching/shortlist.ts'
import {chooseCarers} from './choose-carers.ts'
import {type Demand, demandsOf, type PastReferral, type PlacedWith} from './demand.ts'
import {metBySupply} from './met-by-supply.ts'

/** One demand that a new household would have served, with what stands behind each figure. */
export interface Served {
  readonly referralId: ReferralId
  readonly childIds: readonly ChildId[]
  readonly from: Day
  readonly until: Day | null
  /** Where the children came to live instead; null: nowhere yet, or the referral was withdrawn. */
  readonly placedWith: PlacedWith | null
  /** Nights of each child within the span looked at. */
  readonly nights: number
  /** Over those nights, all children together; null: not placed, or the cost is not known. */
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

export interface CarersNeeded<Candidate> {
  readonly from: Day
  readonly to: Day
  readonly demands: number
  readonly metByOwn: number
  /** Placed elsewhere or nowhere though the supply of today has room for them. */
  readonly metBySupply: readonly {
    readonly referralId: ReferralId
    readonly childIds: readonly ChildId[]
    readonly householdId: HouseholdId
  }[]
  readonly unmet: number
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
    demands: demands.length,
    metByOwn: demands.filter(({placed}) => placed?.with === 'own').length,
    metBySupply: met.map(({demand: {referralId, childIds}, home}) => ({
      referralId,
      childIds,
      householdId: home.household.id,
    })),
    unmet: unmet.length,
    carers: choices.map(({candidate, serves}, i) => needed(i + 1, candidate, serves, input)),
  }
}

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
  const nights = nightsWithin(from, until, span)
  return {
    referralId,
    childIds,
    from,
    until,
    placedWith: placed?.with ?? null,
    nights,
    avoidedPence: avoided(demand, household, nights),
    nearerNights: nearer(demand, household, nights),
  }
}

function nightsWithin(from: Day, until: Day | null, span: Span): number {
  const last = addDays(span.to, 1)
  const [start, end] = [from < span.from ? span.from : from, until === null || until > last ? last : until]
  return Math.max(0, dayNumber(end) - dayNumber(start))
}

function avoided({placed, childIds}: Demand, {weeklyCost}: Household, nights: number) {
  const {marginalPenceAWeek, fullPenceAWeek} = weeklyCost ?? {marginalPenceAWeek: null, fullPenceAWeek: null}
  const each = placed?.weeklyPenceEach ?? null
  if (each === null || marginalPenceAWeek === null || fullPenceAWeek === null) return null
  const over = (cost: number) => Math.round(((each - cost) * childIds.length * nights) / 7)
  return {marginal: over(marginalPenceAWeek), full: over(fullPenceAWeek)}
}

function nearer({placed, party}: Demand, {home}: Household, nights: number): number | null {
  const at = placed?.at ?? null
  if (at === null) return null
  const known = party.seekers.flatMap(({child}) => child.home ?? [])
  if (known.length === 0) return null
  return nights * known.filter(was => exactMiles(was, home) < exactMiles(was, at)).length
}
