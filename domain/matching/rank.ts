import type {HouseholdId} from '../ids.ts'
import {groupOf} from './group.ts'
import type {Party} from './party.ts'
import type {MatchingPolicy} from './policy.ts'
import type {Group, Home} from './shortlist.ts'
import {suitabilityOf} from './suitability.ts'

/** A home with what ranks it: suitability as shown, a whole number, and miles from home, not rounded. */
export interface Scored {
  readonly home: Home
  readonly value: number
  readonly miles: number | null
}

export function scored(party: Party, home: Home): Scored {
  const {suitability, exactMiles} = suitabilityOf(party, home)
  return {home, value: suitability.value, miles: exactMiles}
}

/**
 * The homes in the order in which they are offered: parents and connected persons first, because the law
 * prefers them (Children Act 1989 s.22C(2), (7)); then as the policy orders; then by suitability.
 */
export function ranked(party: Party, homes: readonly Home[]): readonly Scored[] {
  return homes
    .map(home => scored(party, home))
    .map(option => ({...option, tier: tierOf(groupOf(option.home.household), option.value, party.policy)}))
    .toSorted((a, b) => a.tier - b.tier || bySuitability(a, b))
}

/** Which of the orders above suitability a home of this group falls into, given its suitability. */
export function tierOf(group: Group, value: number, {order, suitabilityFloor}: MatchingPolicy): number {
  if (group === 'with-parents') return 0
  if (group === 'connected-person') return 1
  return order === 'in-house-first' && group === 'in-house' && value >= suitabilityFloor ? 2 : 3
}

/** Most suitable first; then nearest, unknown last; then by id, so that the order never depends on the input's. */
export const bySuitability = (a: Scored, b: Scored): number =>
  b.value - a.value || byMiles(a.miles, b.miles) || byId(a.home.household, b.home.household)

function byMiles(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

export function byId(a: {readonly id: HouseholdId}, b: {readonly id: HouseholdId}): number {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}
