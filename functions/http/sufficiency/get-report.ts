import {dayInEngland} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {reportOf} from '../../../domain/sufficiency/report-tables.ts'
import {http} from '../../runtime/http.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'
import {reportCsv} from './report/report-csv.ts'
import {reportHtml} from './report/report-page.ts'
import {CONTENT_SECURITY_POLICY} from './report/style.ts'

export const getReport = http(sufficiencyRoutes.getReport, async ({query}, asking) => {
  const {audience, format, table, asAt = dayInEngland(asking.now)} = query
  const {prepared} = await preparedFacts(asking)
  const report = reportOf(prepared, asAt, audience)
  if (format === 'json')
    return ok({body: JSON.stringify(report), headers: {'content-type': 'application/json'}})
  if (table === undefined)
    return ok({body: reportHtml(report), headers: {'content-security-policy': CONTENT_SECURITY_POLICY}})
  const headers = {'content-type': 'text/csv; charset=utf-8'}
  return ok({body: reportCsv(report.tables[table - 1]!), headers})
})
