import {type Day, dayInEngland} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ChildId, PlacementId, ReferralId} from '../../domain/ids.ts'
import type {ReturnsHeld} from '../../domain/imports/import.ts'
import type {PanelCase} from '../../domain/panel/case.ts'
import type {PlacementCosts} from '../../domain/panel/costs.ts'
import {childFacts} from '../../domain/panel/facts.ts'
import {DEFAULT_PANEL} from '../../domain/panel/policy.ts'
import type {Approach} from '../../domain/placement/approach.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {DEFAULT_RECRUITMENT} from '../../domain/recruitment/policy.ts'
import type {Facts, ReferralRecord} from '../../domain/sufficiency/facts.ts'
import type {PanelFile} from '../../domain/sufficiency/panel-subjects.ts'
import {
  DEFAULT_SDQ_AGES,
  defaultSufficiency,
  type SufficiencyPolicy,
} from '../../domain/sufficiency/policy.ts'
import {recruitmentFacts} from '../../domain/sufficiency/recruitment-subjects.ts'
import {allApplications} from '../store/applications.ts'
import {allApproaches} from '../store/approaches.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {loadSupply} from '../store/households.ts'
import {heldOrNothing, loadReturnsHeld} from '../store/imports.ts'
import {allCases} from '../store/panel-cases.ts'
import {allCosts} from '../store/placement-costs.ts'
import {loadPolicy} from '../store/policies.ts'
import {allReferrals, type StoredReferral} from '../store/referrals.ts'
import type {Stored} from '../store/stored.ts'
import type {Table} from '../store/table.ts'
import {costsOf} from './load-costs.ts'
import {type Histories, loadHistories} from './load-histories.ts'

/** What the figures are made of, and who stands behind them. */
export interface LoadedFacts {
  readonly facts: Facts
  readonly policy: SufficiencyPolicy
  readonly children: readonly Child[]
}

/**
 * All that an authority's figures are made of, as it stands now; any day can be asked of it. What an import brings is
 * in several places: when one comes to count while they are read, all is read again.
 */
export async function loadFacts(
  table: Table,
  gazetteer: GazetteerTable,
  authorityId: AuthorityId,
): Promise<LoadedFacts> {
  const held = heldOrNothing(await loadReturnsHeld(table, authorityId))
  const facts = await factsBeside(held, table, gazetteer, authorityId)
  const now = heldOrNothing(await loadReturnsHeld(table, authorityId))
  return now.loaded.length === held.loaded.length ? facts : loadFacts(table, gazetteer, authorityId)
}

async function factsBeside(
  held: ReturnsHeld,
  table: Table,
  gazetteer: GazetteerTable,
  authorityId: AuthorityId,
): Promise<LoadedFacts> {
  const [histories, homes, referrals, approaches, stored, cases, costs, applications] = await Promise.all([
    loadHistories(held, table, gazetteer, authorityId),
    loadSupply(table, authorityId),
    allReferrals(table, authorityId),
    allApproaches(table, authorityId),
    loadPolicy(table, authorityId),
    allCases(table, authorityId),
    allCosts(table, authorityId),
    allApplications(table, authorityId),
  ])
  const policy = stored?.value.policy.sufficiency ?? defaultSufficiency(authorityId)
  const {children, placements} = histories
  const facts: Facts = {
    authorityId,
    population: policy.population,
    histories: histories.histories,
    homes,
    referrals: referralRecords(referrals, approaches, placements),
    costs: costsOf(histories, costs),
    highCostPenceAWeek: policy.highCostPenceAWeek,
    sdqAges: policy.sdqAges ?? DEFAULT_SDQ_AGES,
    apartByPlan: apartByPlan(referrals, children),
    panel: {
      files: panelFiles(authorityId, cases, histories, costs),
      counting: (stored?.value.policy.panel ?? DEFAULT_PANEL).savings,
    },
    recruitment: recruitmentFacts(
      applications.map(({value}) => value),
      stored?.value.policy.recruitment ?? DEFAULT_RECRUITMENT,
    ),
  }
  return {facts, policy, children}
}

/** Each case with its child's placements and what they cost. Which were emergencies changes no figure. */
function panelFiles(
  authorityId: AuthorityId,
  cases: readonly Stored<PanelCase>[],
  {children, placements}: Histories,
  costs: readonly PlacementCosts[],
): readonly PanelFile[] {
  const referenceOf = new Map(children.map(({id, reference}) => [id, reference]))
  const placementsOf = Map.groupBy(placements, ({childId}): ChildId => childId)
  const costsOf = new Map<PlacementId, PlacementCosts>(costs.map(each => [each.placementId, each]))
  return cases.flatMap(({value: panelCase}): readonly PanelFile[] => {
    const own = placementsOf.get(panelCase.childId) ?? []
    const placement = own.find(({id}) => id === panelCase.placementId)
    const reference = referenceOf.get(panelCase.childId)
    if (placement === undefined || reference === undefined)
      throw new Error('A case is about a placement that is not there.')
    const paid = own.flatMap(({id}) => costsOf.get(id) ?? [])
    return [{reference, panelCase, placement, facts: childFacts(authorityId, own, paid, new Set())}]
  })
}

function referralRecords(
  referrals: readonly Stored<StoredReferral>[],
  approaches: readonly Approach[],
  placements: readonly Placement[],
): readonly ReferralRecord[] {
  const refusals = Map.groupBy(approaches, ({referralId}): ReferralId => referralId)
  const placed = Map.groupBy(placements, ({referralId}) => referralId)
  return referrals.map(({value: {id, status}, createdAt, updatedAt}) => ({
    id,
    opened: dayInEngland(createdAt),
    placed: status === 'placed' ? lastOf((placed.get(id) ?? []).map(({from}) => from)) : null,
    withdrawn: status === 'withdrawn' ? dayInEngland(updatedAt) : null,
    refusals: (refusals.get(id) ?? []).flatMap(({answered}) =>
      answered?.answer === 'no' ? [{on: dayInEngland(answered.at), reason: answered.reason}] : [],
    ),
  }))
}

const lastOf = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)

/** Groups of which a referral says that the plan is to live apart. */
function apartByPlan(
  referrals: readonly Stored<StoredReferral>[],
  children: readonly Child[],
): readonly string[] {
  const apart = new Set(
    referrals.flatMap(({value}) => (value.siblings === 'apart-by-plan' ? value.children : [])),
  )
  return [
    ...new Set(
      children.flatMap(({id, siblingGroupId}) => (siblingGroupId && apart.has(id) ? [siblingGroupId] : [])),
    ),
  ]
}
