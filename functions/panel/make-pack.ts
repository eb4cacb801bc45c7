import {dayInEngland, type Instant} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, HouseholdId} from '../../domain/ids.ts'
import {type CasePack, packOf, type SearchInPack} from '../../domain/panel/pack.ts'
import {siblingLines, siblingsOf} from '../../domain/panel/siblings.ts'
import {stepDownOptions} from '../../domain/panel/step-down-options.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import {approachesOf} from '../store/approaches.ts'
import {listShortlists} from '../store/shortlists.ts'
import type {Table} from '../store/table.ts'
import type {CaseToShow, Panel} from './load-panel.ts'

/** What the panel is shown of one case at a moment. */
export async function makePack(
  table: Table,
  panel: Panel,
  shown: CaseToShow,
  at: Instant,
): Promise<CasePack> {
  const {panelCase, placement, facts, weeklyCostPence} = shown
  const {authorityId, matching, policy, supply} = panel
  const child = panel.children.get(placement.childId)
  if (child === undefined) throw new Error('A case is about a child who is not there.')
  const day = dayInEngland(at)
  const placementsOf = ({id}: Child) => panel.placements.get(id) ?? []
  const siblings = siblingsOf(child, panel.children.values(), placementsOf, day)
  const here = supply.find(({household}) => household.id === placement.householdId)
  const households = new Map(supply.map(({household: {id, reference}}) => [id, reference]))
  return packOf({
    panelCase,
    child,
    placement,
    facts,
    siblings: siblingLines(siblings, placement),
    search: await loadSearch(table, authorityId, placement, households),
    stepDown: stepDownOptions({
      authorityId,
      child,
      livesIn: placement,
      weeklyCostPence,
      siblings,
      supply,
      policy: matching,
      settledNights: policy.settledNights,
      day,
      at,
    }),
    households,
    confidential: here?.household.confidential === true,
    policy,
    day,
  })
}

/** How many shortlists of one referral are listed. */
const MOST_SHORTLISTS = 50

async function loadSearch(
  table: Table,
  authorityId: AuthorityId,
  {referralId, chosen}: Placement,
  households: ReadonlyMap<HouseholdId, string>,
): Promise<SearchInPack> {
  if (referralId === null) return {referralId, shortlists: [], chosen, refusals: []}
  const [shortlists, approaches] = await Promise.all([
    listShortlists(table, authorityId, referralId, {limit: MOST_SHORTLISTS, cursor: null}),
    approachesOf(table, authorityId, referralId),
  ])
  return {
    referralId,
    shortlists: shortlists.items.map(({value: {id, at, counts}}) => ({
      shortlistId: id,
      at,
      options: counts.options,
    })),
    chosen,
    refusals: approaches.flatMap(({of, answered}) => {
      if (answered?.answer !== 'no') return []
      const {at, reason} = answered
      const householdId = of.kind === 'household' ? of.householdId : null
      const by = of.kind === 'household' ? (households.get(of.householdId) ?? of.householdId) : of.agencyId
      return [{by, householdId, at, reason}]
    }),
  }
}
