import type {Day, Instant} from '../calendar.ts'
import type {CaseId, ChildId, PlacementId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import {type Action, type Decision, standing} from './decision.ts'
import type {TriggerName} from './policy.ts'
import type {Held} from './triggers.ts'

/** One trigger, from the day on which it was first seen to hold up to the one on which it no longer did. */
export interface TriggerSpan {
  readonly trigger: TriggerName
  readonly from: Day
  /** null: it holds. */
  readonly until: Day | null
}

/** Each time that the case was open. */
export interface Opening {
  readonly on: Day
  /** Who opened it, and why; null: its triggers did. */
  readonly asked: {readonly by: string; readonly reason: string} | null
  readonly closed: {
    readonly on: Day
    readonly at: Instant
    readonly by: string
    readonly reason: string
  } | null
}

/** What the panel keeps about one child in one placement: one case, whose id is the placement's. */
export interface PanelCase {
  readonly id: CaseId
  readonly childId: ChildId
  readonly placementId: PlacementId
  /** In order; never empty. */
  readonly openings: readonly Opening[]
  readonly triggers: readonly TriggerSpan[]
  /** By when they were recorded. */
  readonly decisions: readonly Decision[]
  /** Beside those of decisions. */
  readonly actions: readonly Action[]
  /** The agreed days of step-downs of which it was told that they passed. */
  readonly overdueTold: readonly Day[]
}

export const lastOpening = ({openings}: Pick<PanelCase, 'openings'>): Opening => openings.at(-1)!
export const isOpen = (panelCase: Pick<PanelCase, 'openings'>): boolean =>
  lastOpening(panelCase).closed === null

/** The triggers that hold; none: the case waits for a person to close it. */
export const meets = ({triggers}: Pick<PanelCase, 'triggers'>): readonly TriggerName[] =>
  triggers.flatMap(({trigger, until}) => (until === null ? [trigger] : []))

/** Decisions that stand and were made since the case opened last. */
export const decidedSinceOpened = (panelCase: PanelCase): readonly Decision[] =>
  standing(panelCase.decisions).filter(({on}) => on >= lastOpening(panelCase).on)

export const caseIdOf = (placementId: PlacementId): CaseId => placementId as string as CaseId

/** Whose case it is. */
export interface CaseOf {
  readonly placementId: PlacementId
  readonly childId: ChildId
}

const newCase = ({placementId, childId}: CaseOf): Omit<PanelCase, 'openings'> => ({
  id: caseIdOf(placementId),
  childId,
  placementId,
  triggers: [],
  decisions: [],
  actions: [],
  overdueTold: [],
})

/** What looking at the triggers made of a case; `opened`: it was not open before. */
export interface Observed {
  readonly panelCase: PanelCase
  readonly opened: boolean
}

/**
 * The case with the triggers that hold on a day; null: nothing is to be kept. Seen again, late or in another order, the
 * same triggers change nothing: a case is opened once, and what was seen on a later day has the word.
 */
export function observe(
  before: PanelCase | null,
  of: CaseOf,
  held: readonly Held[],
  day: Day,
): Observed | null {
  const names = held.map(({trigger}) => trigger)
  if (before === null) {
    if (names.length === 0) return null
    const triggers = names.map(trigger => ({trigger, from: day, until: null}))
    return {panelCase: {...newCase(of), openings: [openedBy(null, day)], triggers}, opened: true}
  }
  if (day < lastChange(before)) return null
  const holding = meets(before)
  const reopened = !isOpen(before) && names.length > 0
  const begun = names.filter(name => !holding.includes(name))
  const over = holding.filter(name => !names.includes(name))
  if (!reopened && begun.length === 0 && over.length === 0) return null
  const triggers = [
    ...before.triggers.map(span =>
      span.until === null && over.includes(span.trigger) ? {...span, until: day} : span,
    ),
    ...begun.map(trigger => ({trigger, from: day, until: null})),
  ]
  const openings = reopened ? [...before.openings, openedBy(null, day)] : before.openings
  return {panelCase: {...before, triggers, openings}, opened: reopened}
}

const openedBy = (asked: Opening['asked'], on: Day): Opening => ({on, asked, closed: null})

/** The last day of which the case knows what held: an older one adds nothing. */
function lastChange({openings, triggers}: PanelCase): Day {
  const days = [
    ...openings.flatMap(({on, closed}) => (closed === null ? [on] : [on, closed.on])),
    ...triggers.flatMap(({from, until}) => (until === null ? [from] : [from, until])),
  ]
  return days.reduce((last, day) => (day > last ? day : last))
}

export type OpenRefusal = {readonly kind: 'case-open'}

/** A person opens a case, or opens one again. */
export function openCase(
  before: PanelCase | null,
  of: CaseOf,
  asked: NonNullable<Opening['asked']>,
  on: Day,
): Result<PanelCase, OpenRefusal> {
  if (before === null) return ok({...newCase(of), openings: [openedBy(asked, on)]})
  if (isOpen(before)) return refuse({kind: 'case-open'})
  return ok({...before, openings: [...before.openings, openedBy(asked, on)]})
}

export type CloseRefusal =
  | {readonly kind: 'case-closed'; readonly on: Day}
  | {readonly kind: 'trigger-holds'; readonly triggers: readonly TriggerName[]}

/** A person closes a case of which no trigger holds on the day. */
export function closeCase(
  panelCase: PanelCase,
  held: readonly Held[],
  closed: NonNullable<Opening['closed']>,
): Result<PanelCase, CloseRefusal> {
  const last = lastOpening(panelCase)
  if (last.closed !== null) return refuse({kind: 'case-closed', on: last.closed.on})
  if (held.length > 0) return refuse({kind: 'trigger-holds', triggers: held.map(({trigger}) => trigger)})
  const seen = observe(panelCase, panelCase, [], closed.on)?.panelCase ?? panelCase
  return ok({...seen, openings: [...seen.openings.slice(0, -1), {...last, closed}]})
}
