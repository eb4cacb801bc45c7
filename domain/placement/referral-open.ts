import type {ChildId} from '../ids.ts'
import type {ReferralInHand, ReferralStatus} from '../referral/referral.ts'

export type ReferralRefusal =
  | {readonly kind: 'referral-not-open'; readonly status: ReferralStatus}
  | {readonly kind: 'not-in-referral'; readonly childIds: readonly ChildId[]}
  | {readonly kind: 'already-placed'; readonly childIds: readonly ChildId[]}

/** Why this referral asks for no home for these children; null when it does. */
export function whyNotSought(
  {status, children, placedChildren = []}: ReferralInHand,
  childIds: readonly ChildId[],
): ReferralRefusal | null {
  if (status !== 'open') return {kind: 'referral-not-open', status}
  const strangers = childIds.filter(id => !children.includes(id))
  if (strangers.length > 0) return {kind: 'not-in-referral', childIds: strangers}
  const placed = childIds.filter(id => placedChildren.includes(id))
  return placed.length > 0 ? {kind: 'already-placed', childIds: placed} : null
}

/** The referral once these of its children have a home: `placed` when all of them have. */
export function withPlaced(referral: ReferralInHand, childIds: readonly ChildId[]): ReferralInHand {
  const placedChildren = [...new Set([...(referral.placedChildren ?? []), ...childIds])]
  const isPlaced = referral.children.every(id => placedChildren.includes(id))
  return {...referral, status: isPlaced ? 'placed' : 'open', placedChildren}
}
