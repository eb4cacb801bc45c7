import {addDays, type Day, dayInEngland, type Instant, startOfDay} from '../../domain/calendar.ts'
import type {AuthorityId, CaseId, ChildId, PlacementId} from '../../domain/ids.ts'
import {weeklyCostOn} from '../../domain/panel/costs.ts'
import {runsOnDay} from '../../domain/panel/facts.ts'
import {isOverdue, type PanelWork, workOf} from '../../domain/panel/review.ts'
import {openCases} from '../store/panel-cases.ts'
import {loadCostsOf} from '../store/placement-costs.ts'
import {loadPlacements} from '../store/placements.ts'
import type {Table} from '../store/table.ts'
import {loadPanelPolicy} from './panel-policy.ts'

/** Something of an open case to be done, and how it stands. */
export interface PanelWorkDue extends PanelWork {
  readonly caseId: CaseId
  readonly childId: ChildId
  readonly state: 'upcoming' | 'approaching' | 'due' | 'lapsed'
  /** The first moment at which it is too late. */
  readonly lapsesAt: Instant
}

/** What is soon due is told a week before. Local practice. */
const NOTICE_DAYS = 7

/** What is to be done about the open cases of an authority by the end of a day, with what should have been done before. */
export async function loadPanelWork(
  table: Table,
  authorityId: AuthorityId,
  now: Instant,
  until: Day,
): Promise<readonly PanelWorkDue[]> {
  const cases = (await openCases(table, authorityId)).map(({value}) => value)
  if (cases.length === 0) return []
  const ids = cases.map(({placementId}) => placementId)
  const [{panel}, placements, costs] = await Promise.all([
    loadPanelPolicy(table, authorityId),
    loadPlacements(table, authorityId, ids),
    loadCostsOf(table, authorityId, ids),
  ])
  const placementOf = new Map(placements.map(({value}) => [value.id, value]))
  const costsOf = new Map<PlacementId, (typeof costs)[number]>(costs.map(each => [each.placementId, each]))
  const today = dayInEngland(now)
  return cases.flatMap(panelCase => {
    const {id: caseId, childId, placementId} = panelCase
    const placement = placementOf.get(placementId)
    if (placement === undefined) throw new Error('A case is about a placement that is not there.')
    const standing = {
      weeklyCostPence: weeklyCostOn(placement, costsOf.get(placementId), today),
      livesThere: runsOnDay(placement, today),
    }
    return workOf(panelCase, standing, panel)
      .filter(({dueOn}) => dueOn <= until)
      .map(work => ({
        ...work,
        caseId,
        childId,
        state: stateOf(work, today),
        lapsesAt: startOfDay(addDays(work.dueOn, 1)),
      }))
  })
}

function stateOf(work: PanelWork, today: Day): PanelWorkDue['state'] {
  if (isOverdue(work, today)) return 'lapsed'
  if (work.dueOn === today) return 'due'
  return work.dueOn <= addDays(today, NOTICE_DAYS) ? 'approaching' : 'upcoming'
}
