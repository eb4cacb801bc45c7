import type {Child} from '../../domain/child/child.ts'
import type {Occupancy} from '../../domain/household/occupancy.ts'
import type {HoldId, OccupancyId, PlacementId} from '../../domain/ids.ts'
import {defaultPolicy} from '../../domain/matching/default-policy.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import type {HoldRequest} from '../../domain/placement/decide-hold.ts'
import type {EndRequest} from '../../domain/placement/end-placement.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Comer, PlacementRequest} from '../../domain/placement/placement-request.ts'
import {nowhereYet, type Whereabouts} from '../../domain/placement/whereabouts.ts'
import type {ReferralInHand} from '../../domain/referral/referral.ts'
import type {Result} from '../../domain/result.ts'
import {aChild, aHome, anOccupancy, anOccupant, aReferral, LEWISHAM} from './matching.ts'
import {whereaboutsOf} from './placements.ts'

/** Monday 23 November 2026, half past nine. */
export const NOW = '2026-11-23T09:30:00.000Z'
export const POLICY = defaultPolicy(LEWISHAM)

export const openReferral = (facts: Partial<ReferralInHand> = {}): ReferralInHand => ({
  ...aReferral(),
  status: 'open',
  ...facts,
})

/** A place for the girl of ten from Catford, in a home with two, from 1 December 2026 on. */
export function aHoldRequest({
  children = [aChild()],
  ...facts
}: Partial<Omit<HoldRequest, 'children'>> & {children?: readonly Child[]} = {}): HoldRequest {
  return {
    id: 'hold-1' as HoldId,
    authorityId: LEWISHAM,
    referral: openReferral({children: children.map(({id}) => id)}),
    children: children.map(child => ({child, occupancyId: `held-for-${child.id}` as OccupancyId})),
    home: aHome(),
    shortlistId: null,
    policy: POLICY,
    approvals: [],
    by: 'officer',
    at: NOW,
    ...facts,
  }
}

export const aComer = (child: Child = aChild(), whereabouts: Whereabouts = nowhereYet(child.id)): Comer => ({
  child,
  whereabouts,
  placementId: `placement-of-${child.id}` as PlacementId,
  occupancyId: `place-of-${child.id}` as OccupancyId,
})

/** The girl of ten comes to live in a home with two places on 1 December 2026, with no end. */
export function aPlacementRequest(facts: Partial<PlacementRequest> = {}): PlacementRequest {
  const children = facts.children ?? [aComer()]
  return {
    authorityId: LEWISHAM,
    referral: openReferral({children: children.map(({child}) => child.id)}),
    kind: 'short-term',
    urgency: 'planned',
    arrangement: 'main',
    children,
    into: {home: aHome()},
    from: '2026-12-01',
    until: null,
    hold: null,
    offer: null,
    shown: null,
    reason: null,
    code: {},
    weeklyCostPence: null,
    approvals: [],
    policy: POLICY,
    at: NOW,
    ...facts,
  }
}

/** A home in which this placement has its place. */
export const homeOf = (placement: Placement, home: Home = aHome(), facts: Partial<Occupancy> = {}): Home => ({
  ...home,
  calendar: [
    ...home.calendar,
    anOccupancy({
      id: placement.occupancyId!,
      from: placement.from,
      until: placement.until,
      occupant: anOccupant({childId: placement.childId}),
      ...facts,
    }),
  ],
})

/** The child went home, as planned, on 1 December 2026. */
export const anEnd = (placement: Placement, facts: Partial<EndRequest> = {}): EndRequest => ({
  placement,
  home: homeOf(placement),
  whereabouts: whereaboutsOf(placement),
  on: '2026-12-01',
  reason: null,
  rec: 'E4A',
  policy: POLICY,
  at: NOW,
  ...facts,
})

export function decided<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function refusalOf<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error('It was not refused.')
  return result.error
}
