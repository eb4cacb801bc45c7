import {addDays, dayInEngland} from '../../../../domain/calendar.ts'
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

export const getFairness = http(recruitmentViewRoutes.getFairness, async ({query}, {table, caller, now}) => {
  const today = dayInEngland(now)
  const {to = today} = query
  const {from = addDays(monthsBefore(to, USUAL_MONTHS), 1)} = query
  const refusal = notYet('to', to, today)
  if (refusal !== null) return refusal
  if (from > to) return invalid([{in: 'query', pointer: '/from', detail: 'must not be after the last day'}])
  const [applications, homes] = await Promise.all([
    loadApplications(table, caller.authorityId),
    loadOwnHomes(table, caller.authorityId, now),
  ])
  const rowsBy = (by: FairnessBy) =>
    publishFairness(fairnessOf({applications, homes, from, to, by}), {from, to})
  const by = {ethnicity: rowsBy('ethnicity'), age: rowsBy('age'), area: rowsBy('area')}
  return ok({body: {from, to, by}})
})
