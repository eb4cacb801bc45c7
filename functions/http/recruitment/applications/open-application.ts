import type {ApplicationId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {ok, refuse} from '../../../../domain/result.ts'
import {applicationOpened} from '../../../../events/application-opened.v1.ts'
import {loadRecruitmentPolicy} from '../../../recruitment/recruitment-policy.ts'
import {http} from '../../../runtime/http.ts'
import {registerAuthority} from '../../../store/authorities.ts'
import {fault, invalid} from '../../faults.ts'
import {recruitmentRoutes} from '../../routes/recruitment.ts'
import {NO_SUCH_APPLICATION} from './application-resource.ts'
import {changed, loadBefore} from './change-application.ts'
import {faultsOfApplication} from './faults-of-application.ts'

export const openApplication = http(
  recruitmentRoutes.openApplication,
  async ({body}, {table, caller: {authorityId}, now, newId}) => {
    const application: Application = {
      id: newId() as ApplicationId,
      ...body,
      milestones: [],
      pauses: [],
      corrections: [],
      householdId: null,
    }
    const [policy, faults] = await Promise.all([
      loadRecruitmentPolicy(table, authorityId),
      faultsOfApplication(table, authorityId, application, now),
    ])
    if (faults.length > 0) return invalid(faults)
    await registerAuthority(table, authorityId, now)
    const {kind, enquiry} = body
    return ok({
      ...changed(
        authorityId,
        {stored: null, deadlines: null, policy, calendars: new Map()},
        application,
        now,
        of => [applicationOpened({...of, kind, enquiredOn: enquiry.on}, now)],
      ),
      location: `/v1/recruitment/applications/${application.id}`,
    })
  },
)

export const changeApplication = http(
  recruitmentRoutes.changeApplication,
  async ({params: {applicationId}, version, body}, {table, caller: {authorityId}, now}) => {
    const before = await loadBefore(table, authorityId, applicationId)
    if (before === null) return NO_SUCH_APPLICATION
    const {stored} = before
    if (stored.version !== version) return refuse({kind: 'precondition-failed', current: stored.version})
    const after = {...stored.value, ...body}
    const faults = [
      ...(after.kind !== stored.value.kind && stored.value.householdId !== null
        ? [fault('/kind', 'must stay: a household was approved as this kind')]
        : []),
      ...(await faultsOfApplication(table, authorityId, after, now)),
    ]
    return faults.length > 0 ? invalid(faults) : ok(changed(authorityId, before, after, now))
  },
)
