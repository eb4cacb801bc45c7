import type {HouseholdId} from '../ids.ts'
import type {PlacementRefusal, PlacementRequest} from './placement-request.ts'
import {whyNotSought} from './referral-open.ts'
import {whyNotStanding} from './release-hold.ts'

/** Why what a placement starts from does not bear it: referral, hold, offer or shortlist. */
export function whyNoBasis(request: PlacementRequest): PlacementRefusal | null {
  const {referral, children, shown} = request
  const childIds = children.map(({child}) => child.id)
  return (
    (referral && whyNotSought(referral, childIds)) ??
    whyNotHeld(request) ??
    whyNotOffered(request) ??
    (shown && shown.referralId !== referral?.id ? {kind: 'shortlist-of-another-referral'} : null)
  )
}

function whyNotHeld({hold, referral, children, into, at}: PlacementRequest): PlacementRefusal | null {
  if (hold === null) return null
  const over = whyNotStanding(hold, at)
  if (over !== null) return over
  if (hold.referralId !== referral?.id) return {kind: 'hold-of-another', differs: 'referral'}
  if (hold.householdId !== householdIn(into)) return {kind: 'hold-of-another', differs: 'household'}
  const held = new Set(hold.children)
  const areThese = held.size === children.length && children.every(({child}) => held.has(child.id))
  return areThese ? null : {kind: 'hold-of-another', differs: 'children'}
}

function whyNotOffered({offer, referral, into, at}: PlacementRequest): PlacementRefusal | null {
  if (offer === null) return null
  if (offer.validUntil <= at) return {kind: 'offer-lapsed', validUntil: offer.validUntil}
  if (offer.referralId !== referral?.id) return {kind: 'offer-of-another', differs: 'referral'}
  const isTheirs = offer.householdId === null || offer.householdId === householdIn(into)
  return isTheirs ? null : {kind: 'offer-of-another', differs: 'household'}
}

export const householdIn = (into: PlacementRequest['into']): HouseholdId | null =>
  'home' in into ? into.home.household.id : null
