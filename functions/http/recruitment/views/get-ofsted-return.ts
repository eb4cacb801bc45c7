import {type Day, dayInEngland} from '../../../../domain/calendar.ts'
import {ofstedReturn} from '../../../../domain/recruitment/ofsted-return.ts'
import type {OfstedRow} from '../../../../domain/recruitment/ofsted-rows.ts'
import {ok} from '../../../../domain/result.ts'
import {http} from '../../../runtime/http.ts'
import type {RecordName} from '../../../store/audit-entry.ts'
import {csvOf} from '../../csv.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadApplications} from './load-applications.ts'
import {notYet} from './not-yet.ts'
import {loadOwnHomes} from './own-homes.ts'

export const getOfstedReturn = http(
  recruitmentViewRoutes.getOfstedReturn,
  async ({query}, {table, caller, now}) => {
    const today = dayInEngland(now)
    const {asAt = lastReturnDay(today), format} = query
    const refusal = notYet('asAt', asAt, today)
    if (refusal !== null) return refusal
    const [homes, applications] = await Promise.all([
      loadOwnHomes(table, caller.authorityId, now),
      loadApplications(table, caller.authorityId),
    ])
    const rows = ofstedReturn({year: Number(asAt.slice(0, 4)), homes, applications})
    if (format === 'csv')
      return ok({body: csvOf(cellsOf(rows)), headers: {'content-type': 'text/csv; charset=utf-8'}})
    return ok({body: JSON.stringify({asAt, rows}), about: rows.flatMap(recordsOf)})
  },
)

const lastReturnDay = (today: Day): Day => {
  const year = Number(today.slice(0, 4))
  return `${today >= `${year}-03-31` ? year : year - 1}-03-31`
}

const cellsOf = (rows: readonly OfstedRow[]) => [
  ['section', 'field', 'kind', 'reason', 'count'],
  ...rows.map(({section, field, kind, reason, count}) => [section, field, kind, reason, count]),
]

/** A place is a household's: `<id> place 2`. */
const recordsOf = ({section, members}: OfstedRow): readonly RecordName[] =>
  section === 'applications' || section === 'left'
    ? members.map((id): RecordName => `application/${id}`)
    : members.map((member): RecordName => `household/${member.split(' ')[0]!}`)
