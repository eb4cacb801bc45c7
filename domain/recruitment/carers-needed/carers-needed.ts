import {type Day, dayNumber} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {HouseholdId} from '../../ids.ts'
import type {Home} from '../../matching/shortlist.ts'
import {chooseCarers} from './choose-carers.ts'
import {type Demand, demandsOf, type PastReferral, type PlacedWith, placedWith} from './demand.ts'
import {metBySupply} from './met-by-supply.ts'
import {type Served, type Span, served} from './served.ts'

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
