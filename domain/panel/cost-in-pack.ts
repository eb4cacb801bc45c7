import type {Day} from '../calendar.ts'
import {type CostComponent, runsOn, stretchesOf} from './costs.ts'
import {type ChildFacts, costOf, type PlacementToReview} from './facts.ts'
import {aSeventh, forAYear, forNights, nightsBetween, shareOut} from './money.ts'

/** What a placement costs, in pence: a week, by component and by who funds it; a year; so far; and to 18. */
export interface CostInPack {
  /** null: not known. */
  readonly penceAWeek: number | null
  readonly components: readonly CostComponent[]
  readonly shares: readonly {readonly funder: string; readonly pence: number}[]
  readonly yearPence: number | null
  readonly soFar: {readonly pence: number; readonly nights: number; readonly notKnownNights: number}
  /** At today's rate, from today up to the 18th birthday. */
  readonly toEighteen: {readonly pence: number | null; readonly nights: number}
  readonly oneOffPence: number
  readonly contractEndsOn: Day | null
}

export function costInPack(facts: ChildFacts, placement: PlacementToReview, dob: Day, day: Day): CostInPack {
  const costs = facts.costs.get(placement.id)
  const penceAWeek = costOf(facts, placement, day)
  const nights = nightsBetween(day, eighteenth(dob))
  return {
    penceAWeek,
    components: costs?.components.filter(each => runsOn(each, day)) ?? [],
    shares: penceAWeek === null ? [] : shareOut(penceAWeek, costs?.shares ?? []),
    yearPence: penceAWeek === null ? null : forAYear(penceAWeek),
    soFar: soFar(facts, placement, day),
    toEighteen: {pence: penceAWeek === null ? null : forNights(penceAWeek, nights), nights},
    oneOffPence: (costs?.oneOffs ?? []).reduce((sum, {pence, on}) => sum + (on < day ? pence : 0), 0),
    contractEndsOn: costs?.contractEndsOn ?? null,
  }
}

/** Every night from the first up to, not including, the day, or the end if that is earlier. */
function soFar(facts: ChildFacts, placement: PlacementToReview, day: Day): CostInPack['soFar'] {
  const {from, ended} = placement
  const until = ended !== null && ended.on < day ? ended.on : day
  const stretches = stretchesOf(placement, facts.costs.get(placement.id), from, until)
  const nightsOf = (which: (penceAWeek: number | null) => boolean): number =>
    stretches.reduce((sum, {nights, penceAWeek}) => sum + (which(penceAWeek) ? nights : 0), 0)
  return {
    pence: aSeventh(stretches.reduce((sum, {nights, penceAWeek}) => sum + nights * (penceAWeek ?? 0), 0)),
    nights: nightsOf(() => true),
    notKnownNights: nightsOf(pence => pence === null),
  }
}

/** The day on which somebody is 18; whoever was born on 29 February is so on 1 March. */
function eighteenth(dob: Day): Day {
  const year = Number(dob.slice(0, 4)) + 18
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return dob.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${dob.slice(4)}`
}
