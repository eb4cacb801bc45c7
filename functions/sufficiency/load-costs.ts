import {addDays, type Day} from '../../domain/calendar.ts'
import type {PlacementCosts} from '../../domain/panel/costs.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {dayOfReturn} from '../../domain/ssda903/return-day.ts'
import type {Cost} from '../../domain/sufficiency/facts.ts'
import type {ReturnHeld} from '../store/returns.ts'
import type {Histories} from './load-histories.ts'

/** What the newest cost extract says of one child, whose years these are, newest first. */
export function costsIn(years: readonly ReturnHeld[]): readonly Cost[] {
  const newest = years.find(({tables}) => tables.Costs !== undefined)
  return (newest?.tables.Costs ?? []).flatMap(([, , pence, from, to]): readonly Cost[] => {
    const first = dayOfReturn(from)
    if (newest === undefined || first === null) return []
    return [
      {
        reference: newest.reference,
        weeklyPence: Number(pence),
        from: first,
        until: dayOfReturn(to),
        provision: null,
      },
    ]
  })
}

/**
 * What homes cost: the extract's word for the days that the returns cover, and after them what Hearth's placements cost,
 * so that no day is paid for twice. A child of whom the extract says nothing costs what the placements say.
 */
export function costsOf(
  {extract, children, placements, coveredTo}: Histories,
  recorded: readonly PlacementCosts[],
): readonly Cost[] {
  const referenceOf = new Map(children.map(({id, reference}) => [id, reference]))
  const recordedOf = new Map(recorded.map(each => [each.placementId, each.components]))
  const own = placements.flatMap((placement): readonly Cost[] => {
    const reference = referenceOf.get(placement.childId)
    if (placement.arrangement !== 'main' || reference === undefined) return []
    return partsOf(placement, recordedOf.get(placement.id) ?? []).map(part => ({
      ...part,
      reference,
      provision: null,
    }))
  })
  const inExtract = new Set(extract.map(({reference}) => reference))
  const joint = coveredTo === null ? null : addDays(coveredTo, 1)
  if (joint === null || inExtract.size === 0) return [...extract, ...own]
  const goesOn = new Set(
    own.filter(({until}) => until === null || until > joint).map(({reference}) => reference),
  )
  return [
    ...extract.map(cost => (goesOn.has(cost.reference) ? endedBy(cost, joint) : cost)),
    ...own.map(cost => (inExtract.has(cost.reference) ? begunFrom(cost, joint) : cost)),
  ].filter(({from, until}) => until === null || from < until)
}

/** The parts that are recorded of what a placement costs, as long as it ran; without any its own weekly cost. */
function partsOf(
  {from, ended, weeklyCostPence}: Placement,
  components: PlacementCosts['components'],
): readonly Pick<Cost, 'weeklyPence' | 'from' | 'until'>[] {
  const whole = {from, until: ended?.on ?? null}
  if (components.length === 0)
    return weeklyCostPence === null ? [] : [{weeklyPence: weeklyCostPence, ...whole}]
  return components
    .map(part => ({
      weeklyPence: part.penceAWeek,
      from: part.from > from ? part.from : from,
      until: earlier(part.until, whole.until),
    }))
    .filter(part => part.until === null || part.from < part.until)
}

const earlier = (a: Day | null, b: Day | null): Day | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b

const endedBy = (cost: Cost, day: Day): Cost =>
  cost.until === null || cost.until > day ? {...cost, until: day} : cost

const begunFrom = (cost: Cost, day: Day): Cost => (cost.from < day ? {...cost, from: day} : cost)
