import {addDays, type Day, dayInEngland} from '../../../../domain/calendar.ts'
import type {FairnessBy} from '../../../../domain/recruitment/carer-groups.ts'
import {fairnessOf, publishFairness} from '../../../../domain/recruitment/fairness.ts'
import {ok} from '../../../../domain/result.ts'
import {monthsBefore} from '../../../../domain/sufficiency/reporting-year.ts'
import {http} from '../../../runtime/http.ts'
import {invalid} from '../../faults.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadApplications} from './load-applications.ts'
import {notYet} from './not-yet.ts'
import {loadOwnHomes} from './own-homes.ts'

const USUAL_MONTHS = 36
/** Every place is looked at on every night. */
const MOST_MONTHS = 60

export const getFairness = http(recruitmentViewRoutes.getFairness, async ({query}, {table, caller, now}) => {
  const today = dayInEngland(now)
  const {to = today} = query
  const {from = addDays(monthsBefore(to, USUAL_MONTHS), 1)} = query
  const refusal = notYet('to', to, today)
  if (refusal !== null) return refusal
  const detail = whyNotFrom(from, to)
  if (detail !== null) return invalid([{in: 'query', pointer: '/from', detail}])
  const [applications, homes] = await Promise.all([
    loadApplications(table, caller.authorityId),
    loadOwnHomes(table, caller.authorityId, now),
  ])
  const rowsBy = (by: FairnessBy) =>
    publishFairness(fairnessOf({applications, homes, from, to, by}), {from, to})
  const by = {ethnicity: rowsBy('ethnicity'), age: rowsBy('age'), area: rowsBy('area')}
  return ok({body: {from, to, by}})
})

function whyNotFrom(from: Day, to: Day): string | null {
  if (from > to) return 'must not be after the last day'
  return from <= monthsBefore(to, MOST_MONTHS) ? 'must be within five years of the last day' : null
}
