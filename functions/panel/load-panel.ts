import type {Day} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ChildId, PlacementId} from '../../domain/ids.ts'
import type {MatchingPolicy} from '../../domain/matching/policy.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import type {CaseNow} from '../../domain/panel/agenda.ts'
import type {PanelCase} from '../../domain/panel/case.ts'
import type {PlacementCosts} from '../../domain/panel/costs.ts'
import {type ChildFacts, childFacts, costOf, runsOnDay} from '../../domain/panel/facts.ts'
import type {PanelInForce} from '../../domain/panel/policy.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {allChildren} from '../store/children.ts'
import {loadSupply} from '../store/households.ts'
import {allCosts} from '../store/placement-costs.ts'
import {allPlacements} from '../store/placements.ts'
import {allReferrals} from '../store/referrals.ts'
import type {Table} from '../store/table.ts'
import {inEmergencies} from './load-child.ts'
import {loadPanelPolicy} from './panel-policy.ts'

/** What packs are made of, for every case of an authority at once. */
export interface Panel {
  readonly authorityId: AuthorityId
  readonly matching: MatchingPolicy
  readonly policy: PanelInForce
  readonly children: ReadonlyMap<ChildId, Child>
  readonly placements: ReadonlyMap<ChildId, readonly Placement[]>
  readonly costs: ReadonlyMap<PlacementId, PlacementCosts>
  readonly emergencies: ReadonlySet<PlacementId>
  readonly supply: readonly Home[]
}

export async function loadPanel(table: Table, authorityId: AuthorityId): Promise<Panel> {
  const [{matching, panel}, children, placements, costs, referrals, supply] = await Promise.all([
    loadPanelPolicy(table, authorityId),
    allChildren(table, authorityId),
    allPlacements(table, authorityId),
    allCosts(table, authorityId),
    allReferrals(table, authorityId),
    loadSupply(table, authorityId),
  ])
  return {
    authorityId,
    matching,
    policy: panel,
    children: new Map(children.map(child => [child.id, child])),
    placements: Map.groupBy(placements, ({childId}): ChildId => childId),
    costs: new Map(costs.map(each => [each.placementId, each])),
    emergencies: inEmergencies(
      placements,
      referrals.map(({value}) => value),
    ),
    supply,
  }
}

export interface CaseToShow extends CaseNow {
  readonly facts: ChildFacts
  readonly placement: Placement
}

/** A case as it stands on a day. Throws when its placement is not there: a fault. */
export function caseOn(panel: Panel, panelCase: PanelCase, day: Day): CaseToShow {
  const placements = panel.placements.get(panelCase.childId) ?? []
  const placement = placements.find(({id}) => id === panelCase.placementId)
  if (placement === undefined) throw new Error('A case is about a placement that is not there.')
  const costs = placements.flatMap(({id}) => panel.costs.get(id) ?? [])
  const facts = childFacts(panel.authorityId, placements, costs, panel.emergencies)
  return {
    panelCase,
    facts,
    placement,
    weeklyCostPence: costOf(facts, placement, day),
    livesThere: runsOnDay(placement, day),
  }
}
