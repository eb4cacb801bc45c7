import type {Day} from '../calendar.ts'
import type {ChildId, ReferralId} from '../ids.ts'

export const URGENCIES = ['same-day', 'urgent', 'planned'] as const
export type Urgency = (typeof URGENCIES)[number]

export const REFERRAL_KINDS = [
  'short-term',
  'long-term',
  'emergency',
  'respite',
  'parent-and-child',
  'remand',
  'supported-lodgings',
] as const
export type ReferralKind = (typeof REFERRAL_KINDS)[number]

export const SIBLING_PLANS = ['together', 'prefer-together', 'apart-by-plan'] as const
export type SiblingPlan = (typeof SIBLING_PLANS)[number]

export const REFERRAL_STATUSES = ['open', 'placed', 'withdrawn'] as const
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number]

/** A request for a home for one child or one sibling group. */
export interface Referral {
  readonly id: ReferralId
  readonly children: readonly ChildId[]
  readonly urgency: Urgency
  readonly kind: ReferralKind
  readonly neededFrom: Day
  /** The first night on which no home is needed any more; null: open-ended. */
  readonly expectedUntil: Day | null
  readonly siblings: SiblingPlan
  readonly note?: string
}

/** A referral and where it stands: `placed` once each of its children is. */
export type ReferralInHand = Referral & {
  readonly status: ReferralStatus
  /** Those of the children who have their home already; absent: none. */
  readonly placedChildren?: readonly ChildId[]
}
