import {addDays, dayInEngland} from '../../../domain/calendar.ts'
import {whatIsDue} from '../../../domain/placement/deadline-state.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {BadCursor} from '../../store/cursor.ts'
import {openDeadlines} from '../../store/deadlines.ts'
import {loadHolds} from '../../store/holds.ts'
import {loadPlacements} from '../../store/placements.ts'
import {dueRoutes} from '../routes/due.ts'
import {aboutHold} from './hold-resource.ts'
import {aboutPlacements} from './placement-resource.ts'

const A_WEEK = 7

/** The most pressing first; the cursor is how many were listed before. */
export const listDue = http(dueRoutes.listDue, async ({query}, {table, caller: {authorityId}, now}) => {
  const {limit, cursor = '0', until = addDays(dayInEngland(now), A_WEEK)} = query
  if (!/^\d{1,6}$/.test(cursor)) throw new BadCursor()
  const deadlines = (await openDeadlines(table, authorityId)).flatMap(({value}) => value.deadlines)
  const all = whatIsDue(deadlines, now, {until})
  const end = Number(cursor) + limit
  const page = all.slice(Number(cursor), end)
  const items = page.map(({deadline: {id, kind, about, dueOn, lapsesAt, words, source}, state}) => ({
    id,
    kind,
    about,
    state,
    dueOn,
    lapsesAt,
    words,
    source,
  }))
  const abouts = page.map(({deadline}) => deadline.about)
  const [placements, holds] = await Promise.all([
    loadPlacements(
      table,
      authorityId,
      each(abouts.flatMap(of => (of.kind === 'placement' ? of.placementId : []))),
    ),
    loadHolds(table, authorityId, each(abouts.flatMap(of => (of.kind === 'hold' ? of.holdId : [])))),
  ])
  return ok({
    body: {items, next: end < all.length ? String(end) : null},
    about: each([
      ...aboutPlacements(placements.map(({value}) => value)),
      ...holds.flatMap(({value}) => aboutHold(value)),
    ]),
  })
})

const each = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
