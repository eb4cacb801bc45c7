import {dayInEngland} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {membersOf} from '../../../domain/sufficiency/indicators.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import {BadCursor} from '../../store/cursor.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'

export const listIndicatorRows = http(
  sufficiencyRoutes.listIndicatorRows,
  async ({params: {indicatorId}, query}, asking) => {
    const {limit, cursor = null, asAt = dayInEngland(asking.now)} = query
    const {prepared, children} = await preparedFacts(asking)
    const members = membersOf(indicatorId, prepared, asAt) ?? []
    const start = cursor === null ? 0 : Number(/^\d{1,7}$/.exec(cursor)?.[0] ?? badCursor())
    const items = members.slice(start, start + limit)
    const idOf = new Map(children.map(({id, reference}) => [reference, id]))
    return ok({
      body: {items, next: start + limit < members.length ? String(start + limit) : null},
      about: namesOf(
        'child',
        items.flatMap(({about}) => idOf.get(about) ?? []),
      ),
    })
  },
)

function badCursor(): never {
  throw new BadCursor()
}
