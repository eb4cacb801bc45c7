import type {Day} from '../../domain/calendar.ts'
import type {CostComponent} from '../../domain/panel/costs.ts'
import type {Random} from '../random.ts'
import {yearsAfter} from './history.ts'

/** A fee goes up on so many of its anniversaries. */
const UPLIFT_SHARE = 0.4
/** A contract is renewed each year; now and then nobody has done so. */
const LAPSED_SHARE = 0.04

/** What the fee is at the end it has been since its last uplift. */
export function drawFees(pence: number, from: Day, end: Day, random: Random): readonly CostComponent[] {
  const rises = anniversariesOf(from, end).filter(() => random.chance(UPLIFT_SHARE))
  const starts = [from, ...rises]
  const fees = [pence]
  for (const _ of rises) fees.unshift(Math.round(fees[0]! / random.integer(102, 106)) * 100)
  return starts.map((start, index) => ({
    kind: 'placement',
    label: 'fee',
    penceAWeek: fees[index]!,
    from: start,
    until: starts[index + 1] ?? null,
  }))
}

function anniversariesOf(from: Day, end: Day): readonly Day[] {
  const days: Day[] = []
  for (let years = 1; yearsAfter(from, years) < end; years++) days.push(yearsAfter(from, years))
  return days
}

/** The anniversary that comes next. */
export function drawContractEnd(
  {from, until, end}: {readonly from: Day; readonly until: Day | null; readonly end: Day},
  random: Random,
): Day {
  const years = anniversariesOf(from, end).length
  const lapsed = until === null && years > 0 && random.chance(LAPSED_SHARE)
  return yearsAfter(from, lapsed ? years : years + 1)
}
