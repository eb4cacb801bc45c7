import {ok} from '../../../../domain/result.ts'
import {loadRecruitmentPolicy} from '../../../recruitment/recruitment-policy.ts'
import {http} from '../../../runtime/http.ts'
import * as store from '../../../store/applications.ts'
import {recruitmentRoutes} from '../../routes/recruitment.ts'
import {
  aboutApplication,
  applicationResource,
  loadCalendarsOf,
  NO_SUCH_APPLICATION,
} from './application-resource.ts'

export const listApplications = http(
  recruitmentRoutes.listApplications,
  async ({query: {limit, cursor = null, stage = null}}, {table, caller: {authorityId}, now}) => {
    const [{items, next}, policy] = await Promise.all([
      store.listApplications(table, authorityId, {stage}, {limit, cursor}),
      loadRecruitmentPolicy(table, authorityId),
    ])
    const applications = items.map(({value}) => value)
    const calendars = await loadCalendarsOf(table, authorityId, applications)
    return ok({
      body: {items: items.map(stored => applicationResource(stored, {calendars, policy}, now)), next},
      about: applications.flatMap(aboutApplication),
    })
  },
)

export const getApplication = http(
  recruitmentRoutes.getApplication,
  async ({params: {applicationId}}, {table, caller: {authorityId}, now}) => {
    const [stored, policy] = await Promise.all([
      store.loadApplication(table, authorityId, applicationId),
      loadRecruitmentPolicy(table, authorityId),
    ])
    if (stored === null) return NO_SUCH_APPLICATION
    const calendars = await loadCalendarsOf(table, authorityId, [stored.value])
    return ok({
      body: applicationResource(stored, {calendars, policy}, now),
      version: stored.version,
      about: aboutApplication(stored.value),
    })
  },
)
