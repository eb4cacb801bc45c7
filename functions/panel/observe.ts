import {type Day, dayInEngland, type Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId} from '../../domain/ids.ts'
import {caseIdOf, meets, observe, type PanelCase} from '../../domain/panel/case.ts'
import {type ChildFacts, type PlacementToReview, runsOnDay} from '../../domain/panel/facts.ts'
import {tellStepDownOverdue} from '../../domain/panel/follow-up.ts'
import type {PanelInForce} from '../../domain/panel/policy.ts'
import {triggersOn} from '../../domain/panel/triggers.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {panelCaseOpened} from '../../events/panel-case-opened.v1.ts'
import {stepDownOverdue} from '../../events/step-down-overdue.v1.ts'
import {recordEvents} from '../store/outbox.ts'
import {allCases, keepCase, loadCases} from '../store/panel-cases.ts'
import type {Stored} from '../store/stored.ts'
import type {Table} from '../store/table.ts'
import {loadAllFacts, loadChildFacts} from './load-child.ts'
import {loadPanelPolicy} from './panel-policy.ts'

/** How many cases were changed, and how many more somebody else was changing. */
export interface CasesSeen {
  readonly changed: number
  readonly left: number
}

export interface Looking {
  readonly table: Table
  readonly authorityId: AuthorityId
  readonly policy: PanelInForce
  readonly at: Instant
}

/**
 * Looks at one child's placements as they are recorded now. Whatever brought it here, and however often, what holds
 * today is what it makes true: each case with its event in one transaction, over the version that was read.
 */
export async function observeChild(
  table: Table,
  authorityId: AuthorityId,
  childId: ChildId,
  at: Instant,
): Promise<CasesSeen> {
  const {panel} = await loadPanelPolicy(table, authorityId)
  const {facts} = await loadChildFacts(table, authorityId, childId)
  const cases = await loadCases(
    table,
    authorityId,
    facts.placements.map(({id}) => caseIdOf(id)),
  )
  return observeAll({table, authorityId, policy: panel, at}, [facts], cases)
}

/** The same for every child of an authority, and what the calendar alone brings about. */
export async function observeAuthority(
  table: Table,
  authorityId: AuthorityId,
  at: Instant,
): Promise<CasesSeen> {
  const [{panel}, facts, cases] = await Promise.all([
    loadPanelPolicy(table, authorityId),
    loadAllFacts(table, authorityId),
    allCases(table, authorityId),
  ])
  return observeAll({table, authorityId, policy: panel, at}, facts, cases)
}

/** Each case of these children, as it was read, with what holds for its placement on the day. */
export async function observeAll(
  looking: Looking,
  children: readonly ChildFacts[],
  read: readonly Stored<PanelCase>[],
): Promise<CasesSeen> {
  const cases = new Map<string, Stored<PanelCase>>(read.map(stored => [stored.value.id, stored]))
  const day = dayInEngland(looking.at)
  let [changed, left] = [0, 0]
  for (const facts of children)
    for (const placement of facts.placements) {
      const outcome = await observeOne({...looking, day}, facts, placement, cases.get(placement.id) ?? null)
      changed += Number(outcome === 'changed')
      left += Number(outcome === 'left')
    }
  return {changed, left}
}

/** Somebody may decide on a case at the same moment: then what they made of it is looked at. */
const MOST_LOOKS = 3

async function observeOne(
  looking: Looking & {readonly day: Day},
  facts: ChildFacts,
  placement: PlacementToReview,
  read: Stored<PanelCase> | null,
): Promise<'nothing' | 'changed' | 'left'> {
  const {table, authorityId, policy, at, day} = looking
  let before = read
  for (let looks = 1; ; looks++) {
    const seen = seenOn(day, facts, placement, before?.value ?? null, policy)
    if (seen === null) return 'nothing'
    const version = (before?.version ?? 0) + 1
    const done = await table.transact([
      keepCase(authorityId, before, seen.panelCase, at),
      ...recordEvents(authorityId, eventsOf(seen, {authorityId, version, at})),
    ])
    if (done.ok) return 'changed'
    if (looks === MOST_LOOKS) return 'left'
    ;[before = null] = await loadCases(table, authorityId, [caseIdOf(placement.id)])
  }
}

interface Seen {
  readonly panelCase: PanelCase
  readonly opened: boolean
  /** The agreed day of a step-down that is overdue now. */
  readonly overdue: Day | null
}

function seenOn(
  day: Day,
  facts: ChildFacts,
  placement: PlacementToReview,
  before: PanelCase | null,
  policy: PanelInForce,
): Seen | null {
  const decisions = before?.decisions ?? []
  const held = triggersOn({facts, placement, decisions, day}, policy)
  const observed = observe(before, {placementId: placement.id, childId: placement.childId}, held, day)
  const panelCase = observed?.panelCase ?? before
  if (panelCase === null) return null
  const told = tellStepDownOverdue(panelCase, day, runsOnDay(placement, day))
  if (observed === null && told === null) return null
  return {
    panelCase: told?.panelCase ?? panelCase,
    opened: observed?.opened ?? false,
    overdue: told?.by ?? null,
  }
}

function eventsOf(
  {panelCase, opened, overdue}: Seen,
  {
    authorityId,
    version,
    at,
  }: {readonly authorityId: AuthorityId; readonly version: number; readonly at: Instant},
): readonly CloudEvent[] {
  const {id: caseId, childId, placementId} = panelCase
  const of = {authorityId, caseId, caseVersion: version}
  return [
    ...(opened
      ? [
          panelCaseOpened(
            {...of, childId, placementId, on: dayInEngland(at), triggers: [...meets(panelCase)]},
            at,
          ),
        ]
      : []),
    ...(overdue === null ? [] : [stepDownOverdue({...of, by: overdue}, at)]),
  ]
}
