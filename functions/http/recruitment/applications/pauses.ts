import {dayInEngland} from '../../../../domain/calendar.ts'
import {decidePause, decideResume} from '../../../../domain/recruitment/pause.ts'
import {ok} from '../../../../domain/result.ts'
import {http} from '../../../runtime/http.ts'
import {recruitmentRoutes} from '../../routes/recruitment.ts'
import {NO_SUCH_APPLICATION} from './application-resource.ts'
import {changed, loadBefore} from './change-application.ts'
import {pauseRefused} from './refused.ts'

export const pauseClocks = http(
  recruitmentRoutes.pauseClocks,
  async ({params: {applicationId}, body: {on, reason}}, {table, caller: {authorityId}, now}) => {
    const before = await loadBefore(table, authorityId, applicationId)
    if (before === null) return NO_SUCH_APPLICATION
    const paused = decidePause(before.stored.value, {from: on, reason}, dayInEngland(now))
    if (!paused.ok) return pauseRefused(paused.error)
    return ok({
      ...changed(authorityId, before, paused.value, now),
      location: `/v1/recruitment/applications/${applicationId}`,
    })
  },
)

export const resumeClocks = http(
  recruitmentRoutes.resumeClocks,
  async ({params: {applicationId}, body: {on}}, {table, caller: {authorityId}, now}) => {
    const before = await loadBefore(table, authorityId, applicationId)
    if (before === null) return NO_SUCH_APPLICATION
    const resumed = decideResume(before.stored.value, on, dayInEngland(now))
    return resumed.ok ? ok(changed(authorityId, before, resumed.value, now)) : pauseRefused(resumed.error)
  },
)
