import type {Day} from '../calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../ids.ts'
import type {Location} from '../location.ts'
import type {Arrangement, Placement} from './placement.ts'

/** As much of a placement as tells where the child is, and when. */
export interface ChildStay {
  readonly placementId: PlacementId
  readonly arrangement: Arrangement
  readonly from: Day
  readonly until: Day | null
  /** It has ended, or the day on which it ends is settled. */
  readonly ended: boolean
  readonly householdId: HouseholdId | null
  readonly location: Location
  readonly authorityId: AuthorityId
}

/**
 * Every placement of a child. What a household's calendar is to its places, this is to the child: kept as one
 * record, which every decision about where the child lives changes, so that nobody is in two homes.
 */
export interface Whereabouts {
  readonly childId: ChildId
  /** By first night. */
  readonly stays: readonly ChildStay[]
}

export const nowhereYet = (childId: ChildId): Whereabouts => ({childId, stays: []})

export const stayOf = ({
  id,
  arrangement,
  from,
  until,
  ended,
  householdId,
  location,
  authorityId,
}: Placement): ChildStay => ({
  placementId: id,
  arrangement,
  from,
  until,
  ended: ended !== null,
  householdId,
  location,
  authorityId,
})

/** With these placements as they are now. */
export function withPlacements({childId, stays}: Whereabouts, placements: readonly Placement[]): Whereabouts {
  const changed = new Set(placements.map(({id}) => id))
  const kept = stays.filter(({placementId}) => !changed.has(placementId))
  return {
    childId,
    stays: [...kept, ...placements.map(stayOf)].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

/** The main placement that has not ended; it may be yet to start. */
export const currentPlacement = ({stays}: Whereabouts): ChildStay | null =>
  stays.find(({arrangement, ended}) => arrangement === 'main' && !ended) ?? null

/** Where the child lives on a day. A placement past its expected end goes on until somebody ends it. */
export const livesAt = ({stays}: Whereabouts, day: Day): ChildStay | null =>
  stays.findLast(
    ({arrangement, from, until, ended}) =>
      arrangement === 'main' && from <= day && (!ended || until === null || day < until),
  ) ?? null
