import {ok} from '../../../../domain/result.ts'
import {loadRecruitmentPolicy} from '../../../recruitment/recruitment-policy.ts'
import {http} from '../../../runtime/http.ts'
import * as store from '../../../store/applications.ts'
import {recruitmentRoutes} from '../../routes/recruitment.ts'
import {aboutApplication, applicationResource, NO_SUCH_APPLICATION} from './application-resource.ts'

export const listApplications = http(
  recruitmentRoutes.listApplications,
  async ({query: {limit, cursor = null, stage = null}}, {table, caller: {authorityId}, now}) => {
    const [{items, next}, policy] = await Promise.all([
      store.listApplications(table, authorityId, {stage}, {limit, cursor}),
      loadRecruitmentPolicy(table, authorityId),
    ])
    return ok({
      body: {items: items.map(stored => applicationResource(stored, policy, now)), next},
      about: items.flatMap(({value}) => aboutApplication(value)),
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
    return ok({
      body: applicationResource(stored, policy, now),
      version: stored.version,
      about: aboutApplication(stored.value),
    })
  },
)
