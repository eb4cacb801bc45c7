import {addDays, type Day, dayNumber} from '../calendar.ts'
import type {DecisionId, PlacementId} from '../ids.ts'
import {type Decision, standing} from './decision.ts'
import {type ChildFacts, costOf, type PlacementToReview, runsOnDay} from './facts.ts'
import {byWeek, total, type WeekOfMoney} from './money.ts'
import type {PanelPolicy} from './policy.ts'

/** A sum week by week, and what was paid once. `totalPence` is the weeks less the one-off costs. */
export interface SavingByWeek {
  readonly from: Day
  readonly weeks: readonly WeekOfMoney[]
  readonly oneOffPence: number
  readonly totalPence: number
}

/** What a step-down that was agreed was to save, and what it has saved up to a day. Money in pence. */
export interface Saving {
  readonly decisionId: DecisionId
  readonly placementId: PlacementId
  readonly agreedOn: Day
  /** What the placement cost a week when it was agreed; null: not known, and there is no forecast and no saving. */
  readonly basePenceAWeek: number | null
  readonly forecast: SavingByWeek | null
  /** null: the child has not stepped down by the day. */
  readonly realised:
    | (SavingByWeek & {
        readonly placementId: PlacementId
        /** Nights whose cost is not known; they save nothing. */
        readonly notKnownNights: number
        /** The day on which a placement began that costs as much again, within six months; null: none did. */
        readonly reversedOn: Day | null
      })
    | null
}

type Counting = PanelPolicy['savings']

/** The step-down of a placement that counts: the last that stands and was agreed before the child moved. */
export const stepDownThatCounts = (
  {ended}: Pick<PlacementToReview, 'ended'>,
  decisions: readonly Decision[],
): Decision | null =>
  standing(decisions).findLast(({stepDown, on}) => stepDown !== null && (ended === null || on < ended.on)) ??
  null

/** What the step-down of a placement was to save and has saved, as of a day: nights before it count. null: none was agreed. */
export function savingOf(
  facts: ChildFacts,
  placement: PlacementToReview,
  decisions: readonly Decision[],
  day: Day,
  counting: Counting,
): Saving | null {
  const decision = stepDownThatCounts(placement, decisions)
  if (decision === null) return null
  const {id, on, weeklyCostPence: base} = decision
  const next = steppedDownTo(facts, placement)
  return {
    decisionId: id,
    placementId: placement.id,
    agreedOn: on,
    basePenceAWeek: base,
    forecast: base === null ? null : forecastOf(decision, base, counting),
    realised:
      base === null || next === null || next.from >= day
        ? null
        : realisedOf(facts, placement, next, {base, agreedOn: on, day, counting}),
  }
}

function forecastOf({stepDown}: Decision, base: number, {nights}: Counting): SavingByWeek {
  const {by, forecastPenceAWeek, oneOffPence} = stepDown!
  const weeks = byWeek(
    by,
    Array.from({length: nights}, () => base - forecastPenceAWeek),
  )
  return {from: by, weeks, oneOffPence, totalPence: total(weeks) - oneOffPence}
}

/** The placement that the child went to from this one; null: none, or care was broken off. */
const steppedDownTo = ({placements}: ChildFacts, {ended}: PlacementToReview): PlacementToReview | null =>
  (ended && placements.find(({from}) => from === ended.on)) ?? null

interface Counted {
  readonly base: number
  readonly agreedOn: Day
  readonly day: Day
  readonly counting: Counting
}

function realisedOf(
  facts: ChildFacts,
  placement: PlacementToReview,
  next: PlacementToReview,
  counted: Counted,
): NonNullable<Saving['realised']> {
  const {base, agreedOn, day, counting} = counted
  const until = [addDays(next.from, counting.nights), day].toSorted()[0]!
  const reversedOn = reversalOf(facts, next, counted)
  let notKnownNights = 0
  const nights: number[] = []
  for (let night = next.from; night < until; night = addDays(night, 1)) {
    const home = facts.placements.findLast(each => runsOnDay(each, night))
    const pence = home === undefined ? base : costOf(facts, home, night)
    if (pence === null) notKnownNights += 1
    const saves = base - (pence ?? base)
    nights.push(reversedOn === null ? saves : Math.min(0, saves))
  }
  const weeks = byWeek(next.from, nights)
  const oneOffPence = oneOffsOf(facts, placement, agreedOn, day)
  return {
    placementId: next.id,
    from: next.from,
    weeks,
    oneOffPence,
    totalPence: total(weeks) - oneOffPence,
    notKnownNights,
    reversedOn,
  }
}

/** Another placement, begun within so many nights of the step-down, that costs as much as before or more. */
function reversalOf(facts: ChildFacts, next: PlacementToReview, {base, day, counting}: Counted): Day | null {
  const last = dayNumber(next.from) + counting.reversalNights
  const again = facts.placements.find(
    each =>
      each.from > next.from &&
      each.from <= day &&
      dayNumber(each.from) <= last &&
      (costOf(facts, each, each.from) ?? 0) >= base,
  )
  return again?.from ?? null
}

/** What was paid once for the placement or for those after it, from the day of the decision up to a day. */
const oneOffsOf = (
  {placements, costs}: ChildFacts,
  {from}: PlacementToReview,
  agreedOn: Day,
  day: Day,
): number =>
  total(
    placements
      .filter(each => each.from >= from)
      .flatMap(({id}) => costs.get(id)?.oneOffs ?? [])
      .filter(({on}) => agreedOn <= on && on < day),
  )

/** The part of what was realised that fell from one day up to, not including, another, in pence. */
export const realisedBetween = (
  facts: ChildFacts,
  placement: PlacementToReview,
  decisions: readonly Decision[],
  {from, until}: {readonly from: Day; readonly until: Day},
  counting: Counting,
): number => {
  const upTo = (day: Day): number =>
    savingOf(facts, placement, decisions, day, counting)?.realised?.totalPence ?? 0
  return upTo(until) - upTo(from)
}
