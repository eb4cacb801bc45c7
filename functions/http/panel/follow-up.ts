import {dayInEngland} from '../../../domain/calendar.ts'
import type {ActionId} from '../../../domain/ids.ts'
import * as followUp from '../../../domain/panel/follow-up.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadCase} from '../../store/panel-cases.ts'
import {fault, invalid} from '../faults.ts'
import {panelRoutes} from '../routes/panel.ts'
import {NO_SUCH_CASE} from './case-resource.ts'
import {changed} from './change-case.ts'

export const addAction = http(
  panelRoutes.addAction,
  async ({params: {caseId}, body}, {table, caller: {authorityId}, now, newId}) => {
    const before = await loadCase(table, authorityId, caseId)
    if (before === null) return NO_SUCH_CASE
    const action = {id: newId() as ActionId, ...body, done: null}
    const added = followUp.addAction(before.value, action, dayInEngland(now))
    if (added.ok)
      return ok({
        ...changed(authorityId, before, added.value, now),
        location: `/v1/panel/cases/${caseId}`,
      })
    return added.error.kind === 'due-in-the-past'
      ? invalid([fault('/dueOn', 'must not be in the past')])
      : refuse(added.error)
  },
)

export const recordActionDone = http(
  panelRoutes.recordActionDone,
  async ({params: {caseId, actionId}, body: {on}}, {table, caller: {authorityId, by}, now}) => {
    const before = await loadCase(table, authorityId, caseId)
    if (before === null) return NO_SUCH_CASE
    const done = followUp.recordActionDone(before.value, actionId, {on, by}, dayInEngland(now))
    if (done.ok) return ok(changed(authorityId, before, done.value, now))
    return done.error.kind === 'in-the-future'
      ? invalid([fault('/on', 'must not be in the future')])
      : refuse(done.error)
  },
)
