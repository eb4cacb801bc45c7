import {type Day, dayInEngland, type Instant} from '../../calendar.ts'
import type {Child} from '../../child/child.ts'
import type {AuthorityId, ChildId, PlacementId, ReferralId} from '../../ids.ts'
import type {MatchingPolicy} from '../../matching/policy.ts'
import type {Sibling} from '../../matching/shortlist.ts'
import type {PlacementCosts} from '../../panel/costs.ts'
import {runsOnDay} from '../../panel/facts.ts'
import type {Placement} from '../../placement/placement.ts'
import type {ReferralInHand} from '../../referral/referral.ts'
import type {PaidStay, PastReferral, PlacedElsewhere} from './demand.ts'
import {placedWithBy} from './placed-with.ts'

/** A referral as it is kept. */
export interface ReferralKept {
  readonly referral: ReferralInHand
  readonly openedAt: Instant
  /** The last change: of one that was withdrawn, its withdrawal. */
  readonly changedAt: Instant
}

/** All that an authority knows of its referrals and of what came of them, as it stands now. */
export interface PastInput {
  readonly authorityId: AuthorityId
  readonly policy: MatchingPolicy
  readonly today: Day
  readonly referrals: readonly ReferralKept[]
  readonly children: readonly Child[]
  readonly placements: readonly Placement[]
  readonly costs: readonly PlacementCosts[]
}

/**
 * The referrals that were opened from a day on, and all that are open still, but for moves that were not made. Children are as they are recorded today, of
 * the age that they had; brothers and sisters live where they lived when the referral was opened.
 */
export function pastReferrals(input: PastInput, since: Day): readonly PastReferral[] {
  const {authorityId, policy, children, referrals} = input
  const known = lookedUp(input)
  const childOf = new Map(children.map(child => [child.id, child]))
  return referrals
    .filter(({referral, openedAt}) => referral.status === 'open' || dayInEngland(openedAt) >= since)
    .filter(({referral}) => !cameToNothing(referral, known))
    .map(kept => {
      const {status, placedChildren: _, ...referral} = kept.referral
      const sought = referral.children.flatMap(id => childOf.get(id) ?? [])
      const placed = sought.flatMap(({id}) => {
        const went = placedThrough(referral.id, id, known)
        return went === null ? [] : [[id, went] as const]
      })
      const withdrawnOn = status === 'withdrawn' ? dayInEngland(kept.changedAt) : null
      return {
        authorityId,
        policy,
        children: sought,
        siblings: Object.fromEntries(sought.map(child => [child.id, siblingsThen(child, kept, known)])),
        at: kept.openedAt,
        referral: {...referral, expectedUntil: earlier(referral.expectedUntil, withdrawnOn)},
        placed: new Map(placed),
      }
    })
}

const earlier = (a: Day | null, b: Day | null): Day | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b

interface LookedUp {
  readonly today: Day
  readonly placementsOf: ReadonlyMap<ChildId, readonly Placement[]>
  readonly costsOf: ReadonlyMap<PlacementId, PlacementCosts>
  readonly referralsOf: ReadonlyMap<ChildId, readonly ReferralKept[]>
  readonly groups: ReadonlyMap<string, readonly Child[]>
}

function lookedUp({today, referrals, children, placements, costs}: PastInput): LookedUp {
  const main = placements.filter(({arrangement}) => arrangement === 'main')
  const byFirstNight = main.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const asked = referrals.flatMap(kept => kept.referral.children.map(id => ({id, kept})))
  const ofChild = Map.groupBy(asked, ({id}) => id)
  return {
    today,
    placementsOf: Map.groupBy(byFirstNight, ({childId}): ChildId => childId),
    costsOf: new Map(costs.map(each => [each.placementId, each])),
    referralsOf: new Map([...ofChild].map(([id, all]) => [id, all.map(({kept}) => kept)])),
    groups: Map.groupBy(
      children.filter(({siblingGroupId}) => siblingGroupId),
      ({siblingGroupId}) => siblingGroupId!,
    ),
  }
}

/** A move that was thought of and not made: it was withdrawn, and each child had a home all the same. */
function cameToNothing(referral: ReferralInHand, {placementsOf}: LookedUp): boolean {
  const isOther = (placement: Placement) =>
    placement.referralId !== referral.id && runsOnDay(placement, referral.neededFrom)
  return referral.status === 'withdrawn' && referral.children.every(id => placementsOf.get(id)?.some(isOther))
}

/** The home that a child came to through a referral, for as long as the child stayed there. */
function placedThrough(referralId: ReferralId, childId: ChildId, known: LookedUp): PlacedElsewhere | null {
  const own = known.placementsOf.get(childId) ?? []
  const first = own.find(placement => placement.referralId === referralId)
  if (first === undefined) return null
  const stays = [first]
  for (let next = sameHomeAfter(first, own); next !== undefined; next = sameHomeAfter(next, own))
    stays.push(next)
  return {
    with: placedWithBy(first.code),
    at: first.location,
    stays: stays.map(stay => paidStay(stay, known)),
  }
}

/** A change of status alone ends one placement and begins another in the same home. */
const sameHomeAfter = ({ended}: Placement, own: readonly Placement[]): Placement | undefined =>
  ended?.reason === 'PLACE' ? own.find(({id}) => id === ended.nextPlacementId) : undefined

/** One past its expected end goes on, nobody knows until when. */
function paidStay(placement: Placement, {today, costsOf}: LookedUp): PaidStay {
  const {id, from, until, ended, weeklyCostPence} = placement
  const expected = until !== null && until > today ? until : null
  return {from, until: ended === null ? expected : ended.on, weeklyCostPence, costs: costsOf.get(id)}
}

/** Brothers and sisters who were looked after or referred on the day on which the referral was opened. */
function siblingsThen(
  {id, siblingGroupId}: Child,
  {referral, openedAt}: ReferralKept,
  known: LookedUp,
): readonly Sibling[] {
  const group = (siblingGroupId && known.groups.get(siblingGroupId)) || []
  const on = dayInEngland(openedAt)
  return group
    .filter(other => other.id !== id && !referral.children.includes(other.id))
    .flatMap(({id: childId}): readonly Sibling[] => {
      const home = known.placementsOf.get(childId)?.findLast(placement => runsOnDay(placement, on))
      if (home !== undefined) {
        const {easting, northing} = home.location
        return [{childId, livesAt: {easting, northing, householdId: home.householdId}}]
      }
      const asked = known.referralsOf.get(childId) ?? []
      return asked.some(kept => stoodAt(kept, openedAt)) ? [{childId, livesAt: null}] : []
    })
    .toSorted((a, b) => (a.childId < b.childId ? -1 : 1))
}

const stoodAt = ({referral, openedAt, changedAt}: ReferralKept, at: Instant): boolean =>
  openedAt <= at && (referral.status === 'open' || changedAt > at)
