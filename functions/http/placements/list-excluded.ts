import {ok, refuse} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import {BadCursor} from '../../store/cursor.ts'
import {loadExcluded} from '../../store/shortlists.ts'
import {shortlistRoutes} from '../routes/shortlists.ts'
import {aboutShortlist} from './about-shortlist.ts'

/** A shortlist never changes, so the cursor is simply how many were listed before. */
export const listExcluded = http(shortlistRoutes.listExcluded, async ({params, query}, {table, caller}) => {
  const [excluded, about] = await Promise.all([
    loadExcluded(table, caller.authorityId, params.shortlistId),
    aboutShortlist(table, caller.authorityId, params.shortlistId),
  ])
  if (excluded === null) return refuse({kind: 'not-found', what: 'shortlist'})
  const {limit, cursor = '0'} = query
  if (!/^\d{1,6}$/.test(cursor)) throw new BadCursor()
  const end = Number(cursor) + limit
  const items = excluded.slice(Number(cursor), end)
  const named = namesOf(
    'household',
    items.map(({householdId}) => householdId),
  )
  return ok({
    body: {items, next: end < excluded.length ? String(end) : null},
    about: [...about, ...named],
  })
})
