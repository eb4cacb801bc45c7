import type {Day} from '../calendar.ts'
import type {LookedAfter} from './census.ts'
import type {Cost} from './facts.ts'
import type {PlaceAndProvider} from './provision.ts'

/** What the home of one child costs on a day, everything together. */
export interface CostAt {
  readonly reference: string
  /** null: the child is looked after, and no cost is recorded. */
  readonly weeklyPence: number | null
  /** Where a child who is looked after lives; of anybody else what the extract says; null: nothing. */
  readonly provision: PlaceAndProvider | null
}

/** Costs that run on a day, one row a child, and everybody looked after who has none. */
export function costsAt(
  costs: readonly Cost[],
  census: readonly LookedAfter[],
  asAt: Day,
): readonly CostAt[] {
  const homes = new Map<string, PlaceAndProvider>(census.map(({history, home}) => [history.reference, home]))
  const rows = new Map<string, CostAt>()
  for (const {reference, weeklyPence, from, until, provision} of costs) {
    if (from > asAt || (until !== null && until <= asAt)) continue
    const before = rows.get(reference)
    rows.set(reference, {
      reference,
      weeklyPence: (before?.weeklyPence ?? 0) + weeklyPence,
      provision: homes.get(reference) ?? firstByCode(before?.provision ?? null, provision),
    })
  }
  for (const [reference, provision] of homes)
    if (!rows.has(reference)) rows.set(reference, {reference, weeklyPence: null, provision})
  return [...rows.values()]
}

/** So that it does not hang on the order of the extract. */
function firstByCode(a: PlaceAndProvider | null, b: PlaceAndProvider | null): PlaceAndProvider | null {
  if (a === null || b === null) return a ?? b
  return `${a.place} ${a.provider}` <= `${b.place} ${b.provider}` ? a : b
}
