import {addDays, type Day, dayNumber} from '../calendar.ts'
import type {PlacementId} from '../ids.ts'
import type {Placement} from '../placement/placement.ts'
import type {Share} from './money.ts'

export const COMPONENT_KINDS = ['placement', 'add-on', 'education', 'health'] as const

/** One part of what a placement costs, from a day up to, not including, `until`; null: while the placement runs. */
export interface CostComponent {
  readonly kind: (typeof COMPONENT_KINDS)[number]
  /** Such as `two-to-one at night`. */
  readonly label: string
  readonly penceAWeek: number
  readonly from: Day
  readonly until: Day | null
}

/** Paid once: a move, furniture, notice. */
export interface OneOffCost {
  readonly on: Day
  readonly pence: number
  readonly label: string
}

/** Who may fund a share; the rest is social care's. */
export const FUNDERS = ['education', 'health', 'youth-justice', 'other-authority'] as const

/** What is recorded of a placement's costs, beside its own weekly cost. */
export interface PlacementCosts {
  readonly placementId: PlacementId
  readonly components: readonly CostComponent[]
  readonly oneOffs: readonly OneOffCost[]
  /** Each funder once, at most the whole together. */
  readonly shares: readonly (Share & {readonly funder: (typeof FUNDERS)[number]})[]
  /** The last day of the contract; null: none is known. */
  readonly contractEndsOn: Day | null
}

export const noCosts = (placementId: PlacementId): PlacementCosts => ({
  placementId,
  components: [],
  oneOffs: [],
  shares: [],
  contractEndsOn: null,
})

/** As much of a placement as says what it costs. */
export type Priced = Pick<Placement, 'from' | 'weeklyCostPence'>

/** As much of what is recorded as says what a week costs. */
export type Parts = Pick<PlacementCosts, 'components'>

export const runsOn = ({from, until}: Pick<CostComponent, 'from' | 'until'>, day: Day): boolean =>
  from <= day && (until === null || day < until)

/**
 * Pence a week on a day, whoever funds them; null: not known. The components have the word where there are any;
 * otherwise what the placement itself says.
 */
export function weeklyCostOn({weeklyCostPence}: Priced, costs: Parts | undefined, day: Day): number | null {
  if (costs === undefined || costs.components.length === 0) return weeklyCostPence
  const running = costs.components.filter(component => runsOn(component, day))
  return running.length === 0 ? null : running.reduce((sum, {penceAWeek}) => sum + penceAWeek, 0)
}

/** A stretch of nights at one weekly cost. */
export interface Stretch {
  readonly nights: number
  readonly penceAWeek: number | null
}

/** The nights from a day up to, not including, another, parted where the cost changes. */
export function stretchesOf(
  placement: Priced,
  costs: Parts | undefined,
  from: Day,
  until: Day,
): readonly Stretch[] {
  const changes = [from, ...changesOf(costs).filter(day => day > from && day < until), until]
  return changes.slice(1).flatMap((end, n) => {
    const nights = dayNumber(end) - dayNumber(changes[n]!)
    return nights <= 0 ? [] : [{nights, penceAWeek: weeklyCostOn(placement, costs, changes[n]!)}]
  })
}

/** The days on which the weekly cost may change, each once, in order. */
const changesOf = (costs: Parts | undefined): readonly Day[] =>
  [
    ...new Set(
      (costs?.components ?? []).flatMap(({from, until}) => (until === null ? [from] : [from, until])),
    ),
  ].toSorted()

/** The last day after the first night, up to a day, on which the cost rose by so much or more; null: it never did. */
export function lastUplift(
  placement: Priced,
  costs: Parts | undefined,
  upTo: Day,
  byAtLeast: number,
): Day | null {
  const rose = changesOf(costs).filter(day => {
    if (day <= placement.from || day > upTo) return false
    const [before, after] = [addDays(day, -1), day].map(each => weeklyCostOn(placement, costs, each))
    return before != null && after != null && after - before >= byAtLeast
  })
  return rose.at(-1) ?? null
}
