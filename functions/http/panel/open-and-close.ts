import {dayInEngland} from '../../../domain/calendar.ts'
import {caseIdOf, closeCase as close, openCase as open} from '../../../domain/panel/case.ts'
import {triggersOn} from '../../../domain/panel/triggers.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {panelCaseOpened} from '../../../events/panel-case-opened.v1.ts'
import {loadChildFacts} from '../../panel/load-child.ts'
import {loadPanelPolicy} from '../../panel/panel-policy.ts'
import {http} from '../../runtime/http.ts'
import {loadCase} from '../../store/panel-cases.ts'
import {loadPlacement} from '../../store/placements.ts'
import {fault, invalid} from '../faults.ts'
import {panelRoutes} from '../routes/panel.ts'
import {NO_SUCH_CASE, unlessChair} from './case-resource.ts'
import {changed} from './change-case.ts'

export const openCase = http(
  panelRoutes.openCase,
  async ({body: {placementId, reason}}, {table, caller: {authorityId, by}, now}) => {
    const [placement, before] = await Promise.all([
      loadPlacement(table, authorityId, placementId),
      loadCase(table, authorityId, caseIdOf(placementId)),
    ])
    if (placement?.value.arrangement !== 'main')
      return invalid([fault('/placementId', 'is no main placement of your authority')])
    const {childId} = placement.value
    const on = dayInEngland(now)
    const opened = open(before?.value ?? null, {placementId, childId}, {by, reason}, on)
    if (!opened.ok) return opened
    return ok({
      ...changed(authorityId, before, opened.value, now, of => [
        panelCaseOpened({...of, childId, placementId, on, triggers: []}, now),
      ]),
      location: `/v1/panel/cases/${opened.value.id}`,
    })
  },
)

export const closeCase = http(
  panelRoutes.closeCase,
  async ({params: {caseId}, body: {reason}}, {table, caller, now}) => {
    const {authorityId, by} = caller
    const refusal = unlessChair(caller)
    if (refusal !== null) return refuse(refusal)
    const before = await loadCase(table, authorityId, caseId)
    if (before === null) return NO_SUCH_CASE
    const {childId, placementId, decisions} = before.value
    const [{panel}, {facts}] = await Promise.all([
      loadPanelPolicy(table, authorityId),
      loadChildFacts(table, authorityId, childId),
    ])
    const day = dayInEngland(now)
    const placement = facts.placements.find(({id}) => id === placementId)
    const held = placement === undefined ? [] : triggersOn({facts, placement, decisions, day}, panel)
    const closed = close(before.value, held, {on: day, at: now, by, reason})
    return closed.ok ? ok(changed(authorityId, before, closed.value, now)) : closed
  },
)
