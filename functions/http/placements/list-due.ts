import {addDays, dayInEngland} from '../../../domain/calendar.ts'
import {whatIsDue} from '../../../domain/placement/deadline-state.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {BadCursor} from '../../store/cursor.ts'
import {openDeadlines} from '../../store/deadlines.ts'
import {routes} from '../routes.ts'

const A_WEEK = 7

/** The most pressing first; the cursor is how many were listed before. */
export const listDue = http(routes.listDue, async ({query}, {table, caller: {authorityId}, now}) => {
  const {limit, cursor = '0', until = addDays(dayInEngland(now), A_WEEK)} = query
  if (!/^\d{1,6}$/.test(cursor)) throw new BadCursor()
  const deadlines = (await openDeadlines(table, authorityId)).flatMap(({value}) => value.deadlines)
  const all = whatIsDue(deadlines, now, {until})
  const end = Number(cursor) + limit
  const items = all
    .slice(Number(cursor), end)
    .map(({deadline: {id, kind, about, dueOn, lapsesAt, words, source}, state}) => ({
      id,
      kind,
      about,
      state,
      dueOn,
      lapsesAt,
      words,
      source,
    }))
  return ok({body: {items, next: end < all.length ? String(end) : null}})
})
