import type {Day, Instant} from '../calendar.ts'
import type {Sex} from '../child/child.ts'
import type {AuthorityId, ChildId, OccupancyId, SiblingGroupId} from '../ids.ts'

export const OCCUPANCY_KINDS = ['placement', 'respite', 'hold', 'staying-put', 'not-available'] as const

/** The facts about the child in a place that bear on who else may come; kept with the household's calendar. */
export interface Occupant {
  readonly childId: ChildId
  readonly dob: Day
  readonly sex: Sex
  readonly siblingGroupId: SiblingGroupId | null
  /** The authority that looks after the child. */
  readonly responsibleAuthorityId: AuthorityId
  /** Children whom this one must not live with: absolute `not-with` and `non-association` restrictions. */
  readonly notWith: readonly ChildId[]
  /** A recorded risk that bars sharing a bedroom (NMS 10.6). */
  readonly mayNotShare: boolean
}

/**
 * One place of a household taken for a span of nights. Placements, respite stays, holds and Staying Put
 * arrangements take a place and a bed; `not-available` takes the place only. Nights run from `from` up to,
 * not including, `until`; null has no end. A hold past `expiresAt` takes nothing.
 */
export interface Occupancy {
  readonly id: OccupancyId
  readonly kind: (typeof OCCUPANCY_KINDS)[number]
  readonly from: Day
  readonly until: Day | null
  readonly bedroomId: string | null
  readonly occupant: Occupant | null
  /** Holds only. */
  readonly expiresAt?: Instant
  /** `not-available` only: why. */
  readonly reason?: string
}
