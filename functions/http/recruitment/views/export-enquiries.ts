import {ok} from '../../../../domain/result.ts'
import {namesOf} from '../../../runtime/audit.ts'
import {http} from '../../../runtime/http.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {enquiriesCsv} from './enquiries-csv.ts'
import {loadApplications} from './load-applications.ts'

export const exportEnquiries = http(recruitmentViewRoutes.exportEnquiries, async (_, {table, caller}) => {
  const applications = await loadApplications(table, caller.authorityId)
  const byDay = applications.toSorted((a, b) => (a.enquiry.on < b.enquiry.on ? -1 : 1))
  return ok({
    body: enquiriesCsv(byDay),
    about: namesOf(
      'application',
      byDay.map(({id}) => id),
    ),
  })
})
