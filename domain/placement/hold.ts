import type {Instant} from '../calendar.ts'
import type {ChildId, HoldId, HouseholdId, OccupancyId, ReferralId, ShortlistId} from '../ids.ts'
import type {GrantedApproval, Nights} from './placement.ts'

/** One place a child in one household, promised until a moment; all or none. */
export interface Hold {
  readonly id: HoldId
  readonly referralId: ReferralId
  readonly householdId: HouseholdId
  /** What the holder chose from. */
  readonly shortlistId: ShortlistId | null
  readonly children: readonly ChildId[]
  /** The places in the household's calendar, one a child in the same order. */
  readonly occupancies: readonly OccupancyId[]
  readonly nights: Nights
  /** What it needed: an exemption from the usual fostering limit. */
  readonly approvals: readonly GrantedApproval[]
  readonly heldBy: string
  readonly heldAt: Instant
  readonly expiresAt: Instant
  readonly released: {readonly at: Instant; readonly by: string} | null
  /** The children came to live in the places. */
  readonly placedAt: Instant | null
}

export type HoldState = 'standing' | 'released' | 'placed' | 'expired'

/** Where the hold stands at a moment. From `expiresAt` on it has expired, whether or not anything noticed. */
export function holdState({released, placedAt, expiresAt}: Hold, at: Instant): HoldState {
  if (released !== null) return 'released'
  if (placedAt !== null) return 'placed'
  return expiresAt <= at ? 'expired' : 'standing'
}
