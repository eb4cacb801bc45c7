import type {Day} from '../calendar.ts'
import type {LookedAfter} from './census.ts'
import type {Cost} from './facts.ts'
import type {PlaceAndProvider} from './provision.ts'

/** What the home of one child costs on a day, everything together. */
export interface CostAt {
  readonly reference: string
  /** null: the child is looked after, and no cost is recorded. */
  readonly weeklyPence: number | null
  /** Where the cost is for; null: the child is not looked after and the extract does not say. */
  readonly provision: PlaceAndProvider | null
}

/** Costs that run on a day, one row a child, and everybody looked after who has none. */
export function costsAt(
  costs: readonly Cost[],
  census: readonly LookedAfter[],
  asAt: Day,
): readonly CostAt[] {
  const rows = new Map<string, CostAt>(
    census.map(({history: {reference}, home}) => [
      reference,
      {reference, weeklyPence: null, provision: home},
    ]),
  )
  for (const {reference, weeklyPence, from, until, provision} of costs) {
    if (from > asAt || (until !== null && until <= asAt)) continue
    const before = rows.get(reference)
    rows.set(reference, {
      reference,
      weeklyPence: (before?.weeklyPence ?? 0) + weeklyPence,
      provision: before?.provision ?? provision,
    })
  }
  return [...rows.values()]
}
