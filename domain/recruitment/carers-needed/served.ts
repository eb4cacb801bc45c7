import {addDays, type Day, dayNumber} from '../../calendar.ts'
import type {Household} from '../../household/household.ts'
import type {ChildId, ReferralId} from '../../ids.ts'
import {exactMiles} from '../../location.ts'
import {type Stretch, stretchesOf} from '../../panel/costs.ts'
import {type Demand, type PaidStay, type PlacedElsewhere, type PlacedWith, placedWith} from './demand.ts'

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

/** Both days included. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

/** What a household would have done for a demand within a span. */
export function served(demand: Demand, household: Household, span: Span): Served {
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
