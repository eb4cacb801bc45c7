import type {AuthorityId, ChildId, PlacementId, ReferralId} from '../../domain/ids.ts'
import {isEmergency} from '../../domain/matching/party.ts'
import {type ChildFacts, childFacts} from '../../domain/panel/facts.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Referral} from '../../domain/referral/referral.ts'
import {allCosts, loadCostsOf} from '../store/placement-costs.ts'
import {allPlacements, loadPlacements} from '../store/placements.ts'
import {allReferrals, loadReferrals} from '../store/referrals.ts'
import type {Table} from '../store/table.ts'
import {loadWhereabouts} from '../store/whereabouts.ts'

/** What the panel turns on of one child, as it is recorded now: nothing of it comes from the index. */
export async function loadChildFacts(
  table: Table,
  authorityId: AuthorityId,
  childId: ChildId,
): Promise<{readonly facts: ChildFacts; readonly placements: readonly Placement[]}> {
  const stays = (await loadWhereabouts(table, authorityId, [childId])).get(childId)?.value.stays ?? []
  const ids = stays.flatMap(({placementId, arrangement}) => (arrangement === 'main' ? [placementId] : []))
  const [stored, costs] = await Promise.all([
    loadPlacements(table, authorityId, ids),
    loadCostsOf(table, authorityId, ids),
  ])
  const placements = stored.map(({value}) => value)
  const referralIds = new Set(placements.flatMap(({referralId}) => referralId ?? []))
  const referrals = await loadReferrals(table, authorityId, [...referralIds])
  const emergencies = inEmergencies(
    placements,
    referrals.map(({value}) => value),
  )
  return {facts: childFacts(authorityId, placements, costs, emergencies), placements}
}

/** The same of every child of an authority. */
export async function loadAllFacts(table: Table, authorityId: AuthorityId): Promise<readonly ChildFacts[]> {
  const [placements, costs, referrals] = await Promise.all([
    allPlacements(table, authorityId),
    allCosts(table, authorityId),
    allReferrals(table, authorityId),
  ])
  const emergencies = inEmergencies(
    placements,
    referrals.map(({value}) => value),
  )
  const children = Map.groupBy(placements, ({childId}): ChildId => childId)
  const costsOf = new Map(costs.map(each => [each.placementId, each]))
  return [...children.values()].map(ofChild =>
    childFacts(
      authorityId,
      ofChild,
      ofChild.flatMap(({id}) => costsOf.get(id) ?? []),
      emergencies,
    ),
  )
}

/** The placements that came from a referral in an emergency. */
export function inEmergencies(
  placements: readonly Pick<Placement, 'id' | 'referralId'>[],
  referrals: readonly Referral[],
): ReadonlySet<PlacementId> {
  const urgent = new Set<ReferralId>(referrals.filter(referral => isEmergency({referral})).map(({id}) => id))
  return new Set(
    placements.flatMap(({id, referralId}) => (referralId !== null && urgent.has(referralId) ? [id] : [])),
  )
}
