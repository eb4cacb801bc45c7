import {addDays, dayInEngland, type Instant} from '../../../domain/calendar.ts'
import {type WorkDue, whatIsDue} from '../../../domain/placement/deadline-state.ts'
import {ok} from '../../../domain/result.ts'
import {loadPanelWork, type PanelWorkDue} from '../../panel/panel-work.ts'
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
export const listDue = http(dueRoutes.listDue, async ({query}, {table, caller, now}) => {
  const {authorityId} = caller
  const {limit, cursor = '0', until = addDays(dayInEngland(now), A_WEEK)} = query
  if (!/^\d{1,6}$/.test(cursor)) throw new BadCursor()
  const seesChildren = caller.scopes.has('placements') || caller.scopes.has('panel')
  const [stored, panelWork] = await Promise.all([
    openDeadlines(table, authorityId),
    seesChildren ? loadPanelWork(table, authorityId, now, until) : [],
  ])
  const deadlines = whatIsDue(
    stored
      .flatMap(({value}) => value.deadlines)
      .filter(({about}) => (about.kind === 'application' ? caller.scopes.has('recruitment') : seesChildren)),
    now,
    {until},
  )
  const all = [...deadlines.map(deadlineItem), ...panelWork.map(workItem)].toSorted(byPressure)
  const end = Number(cursor) + limit
  const items = all.slice(Number(cursor), end)
  const childOf = new Map(panelWork.map(({caseId, childId}) => [caseId, childId]))
  const abouts = items.map(({about}) => about)
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
      ...abouts.flatMap(of =>
        of.kind === 'case' ? [`case/${of.caseId}` as const, `child/${childOf.get(of.caseId)!}` as const] : [],
      ),
      ...abouts.flatMap(of =>
        of.kind === 'application' ? [`application/${of.applicationId}` as const] : [],
      ),
    ]),
  })
})

const deadlineItem = ({deadline, state}: WorkDue) => {
  const {id, kind, about, dueOn, lapsesAt, words, source} = deadline
  return {id, kind, about, state, dueOn, lapsesAt, words, source}
}

const workItem = ({caseId, id, kind, state, dueOn, lapsesAt, words, owner}: PanelWorkDue) => ({
  id: `${caseId}.${id}`,
  kind: `panel-${kind}` as const,
  about: {kind: 'case' as const, caseId},
  state,
  dueOn,
  lapsesAt,
  words: owner === null ? words : `${words} (${owner})`,
  source: 'the Best Care panel',
})

interface Pressing {
  readonly lapsesAt: Instant
  readonly id: string
}
const byPressure = (a: Pressing, b: Pressing): number => (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({lapsesAt, id}: Pressing): string => `${lapsesAt} ${id}`

const each = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
