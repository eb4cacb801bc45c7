import {dayInEngland} from '../../../../domain/calendar.ts'
import {pipelineOn} from '../../../../domain/recruitment/pipeline.ts'
import {ok} from '../../../../domain/result.ts'
import {loadRecruitmentPolicy} from '../../../recruitment/recruitment-policy.ts'
import {namesOf} from '../../../runtime/audit.ts'
import {http} from '../../../runtime/http.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadApplications} from './load-applications.ts'
import {notYet} from './not-yet.ts'

export const getPipeline = http(recruitmentViewRoutes.getPipeline, async ({query}, {table, caller, now}) => {
  const today = dayInEngland(now)
  const {asAt = today} = query
  const refusal = notYet('asAt', asAt, today)
  if (refusal !== null) return refusal
  const [applications, policy] = await Promise.all([
    loadApplications(table, caller.authorityId),
    loadRecruitmentPolicy(table, caller.authorityId),
  ])
  const stages = pipelineOn(applications, policy, asAt).map(stage => ({
    ...stage,
    applications: stage.applications.map(each => ({
      ...each,
      overdue: each.overdue.map(({kind, from, dueOn, source, words}) => ({kind, from, dueOn, source, words})),
    })),
  }))
  return ok({
    body: {asAt, stages},
    about: namesOf(
      'application',
      stages.flatMap(stage => stage.applications.map(({applicationId}) => applicationId)),
    ),
  })
})
