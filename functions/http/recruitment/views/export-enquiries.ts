import {dayInEngland} from '../../../../domain/calendar.ts'
import {ok} from '../../../../domain/result.ts'
import {namesOf} from '../../../runtime/audit.ts'
import {http} from '../../../runtime/http.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {enquiriesCsv} from './enquiries-csv.ts'
import {loadFollowed} from './load-applications.ts'

export const exportEnquiries = http(
  recruitmentViewRoutes.exportEnquiries,
  async (_, {table, caller, now}) => {
    const applications = await loadFollowed(table, caller.authorityId, dayInEngland(now))
    const byDay = applications.toSorted((a, b) => (a.enquiry.on < b.enquiry.on ? -1 : 1))
    return ok({
      body: enquiriesCsv(byDay),
      about: namesOf(
        'application',
        byDay.map(({id}) => id),
      ),
    })
  },
)
