import {dayInEngland} from '../../../domain/calendar.ts'
import type {Child} from '../../../domain/child/child.ts'
import {ok} from '../../../domain/result.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import {membersOf} from '../../../domain/sufficiency/indicators.ts'
import {http} from '../../runtime/http.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import {BadCursor} from '../../store/cursor.ts'
import {childNames} from '../../sufficiency/child-names.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'

export const listIndicatorRows = http(
  sufficiencyRoutes.listIndicatorRows,
  async ({params: {indicatorId}, query}, asking) => {
    const {limit, cursor = null, asAt = dayInEngland(asking.now)} = query
    const {prepared, children} = await preparedFacts(asking)
    const members = membersOf(indicatorId, prepared, asAt) ?? []
    const start = cursor === null ? 0 : Number(/^\d{1,7}$/.exec(cursor)?.[0] ?? badCursor())
    const namesOf = memberNames(prepared.facts, children)
    const items = members.slice(start, start + limit)
    return ok({
      body: {items, next: start + limit < members.length ? String(start + limit) : null},
      about: items.flatMap(({about}) => namesOf(about)),
    })
  },
)

/** The records that a member stands for; a sibling group is none. */
function memberNames(
  {homes, referrals, histories, recruitment}: Facts,
  children: readonly Child[],
): (about: string) => readonly RecordName[] {
  const households = new Set<string>(homes.map(({household}) => household.id))
  const asked = new Set<string>(referrals.map(({id}) => id))
  const applications = new Set<string>(recruitment?.files.map(({application}) => application.id))
  const references = new Set(histories.map(({reference}) => reference))
  const childName = childNames(children)
  return about => {
    if (references.has(about)) return [childName(about)]
    if (households.has(about)) return [`household/${about}`]
    if (applications.has(about)) return [`application/${about}`]
    return asked.has(about) ? [`referral/${about}`] : []
  }
}

function badCursor(): never {
  throw new BadCursor()
}
