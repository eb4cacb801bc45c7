import type {Occupancy} from '../household/occupancy.ts'
import type {ChildId, HouseholdId, OccupancyId} from '../ids.ts'
import type {Home} from '../matching/shortlist.ts'
import type {Nights} from './placement.ts'

/** A child never has two places of one household on one night. */
export interface AlreadyThere {
  readonly kind: 'already-has-a-place'
  readonly householdId: HouseholdId
  readonly occupancies: readonly {
    readonly id: OccupancyId
    readonly kind: Occupancy['kind']
    readonly from: string
    readonly until: string | null
    readonly expiresAt: string | null
  }[]
}

export function whoIsThere(
  {household, calendar}: Home,
  childIds: readonly ChildId[],
  nights: Nights,
): AlreadyThere | null {
  const theirs = calendar.filter(
    ({occupant, ...occupancy}) =>
      occupant !== null && childIds.includes(occupant.childId) && overlap(occupancy, nights),
  )
  if (theirs.length === 0) return null
  const occupancies = theirs.map(({id, kind, from, until, expiresAt}) => ({
    id,
    kind,
    from,
    until,
    expiresAt: expiresAt ?? null,
  }))
  return {kind: 'already-has-a-place', householdId: household.id, occupancies}
}

/** Whether two spans have a night in common. */
export const overlap = (a: Nights, b: Nights): boolean =>
  (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)
