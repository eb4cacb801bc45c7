import type {Day} from '../calendar.ts'
import type {Application} from './application.ts'
import {endingBy} from './ending.ts'
import {lastOf, type Milestone, type MilestoneKind} from './milestone.ts'

export const STAGES = [
  'enquiry',
  'contacted',
  'visited',
  'accepted',
  'stage-1',
  'stage-2',
  'assessed',
  'panel-held',
  'approved',
  'inducted',
  'withdrawn',
  'refused',
  'left',
] as const
export type Stage = (typeof STAGES)[number]

export const isOpenStage = (stage: Stage): boolean => STAGES.indexOf(stage) <= STAGES.indexOf('panel-held')

/** Where an application stands on a day, derived from its milestones. */
export interface Standing {
  readonly stage: Stage
  /** The day on which it came to this stage. */
  readonly since: Day
  /** Stage 2 has begun and stage 1 has no outcome yet. */
  readonly stage1Open: boolean
}

/** The farthest of these that is recorded tells the stage. */
const REACHED_BY: readonly (readonly [MilestoneKind, Stage])[] = [
  ['induction', 'inducted'],
  ['decision', 'approved'],
  ['panel', 'panel-held'],
  ['stage-2-completed', 'assessed'],
  ['stage-2-started', 'stage-2'],
  ['stage-1-started', 'stage-1'],
  ['application-accepted', 'accepted'],
  ['home-visit', 'visited'],
  ['first-contact', 'contacted'],
]

/** null: there was no enquiry yet. */
export function standingOn(application: Application, on: Day): Standing | null {
  const {enquiry, milestones} = application
  if (enquiry.on > on) return null
  const known = milestones.filter(milestone => milestone.on <= on)
  const stage1Open = isThere(known, 'stage-2-started') && !isThere(known, 'stage-1-outcome')
  const ending = endingBy(application, on)
  if (ending !== null) {
    const stage = ending.kind === 'withdrawn' || ending.kind === 'refused' ? ending.kind : 'left'
    return {stage, since: ending.on, stage1Open: false}
  }
  return {...farthestOn(application, on), stage1Open}
}

/** The farthest that an application had come by a day, whether or not it ended since. */
export function farthestOn(
  {enquiry, milestones}: Application,
  on: Day,
): {readonly stage: Stage; readonly since: Day} {
  const known = milestones.filter(milestone => milestone.on <= on)
  for (const [kind, stage] of REACHED_BY) {
    const reached = reachedBy(known, kind)
    if (reached !== undefined) return {stage, since: reached.on}
  }
  return {stage: 'enquiry', since: enquiry.on}
}

const isThere = (known: readonly Milestone[], kind: MilestoneKind): boolean =>
  known.some(milestone => milestone.kind === kind)

/** A panel that defers sends the application back. */
function reachedBy(known: readonly Milestone[], kind: MilestoneKind): Milestone | undefined {
  const reached = lastOf(known, kind)
  return reached?.kind === 'panel' && reached.recommends === 'deferred' ? undefined : reached
}

/** The day on which it first came to a stage, as far as the step to it is recorded; null: it did not. */
export function cameTo({enquiry, milestones}: Application, stage: Stage): Day | null {
  if (stage === 'enquiry') return enquiry.on
  const [kind] = REACHED_BY.find(([, reached]) => reached === stage) ?? []
  return milestones.find(milestone => milestone.kind === kind && leadsOn(milestone))?.on ?? null
}

const leadsOn = (milestone: Milestone): boolean =>
  (milestone.kind !== 'panel' || milestone.recommends !== 'deferred') &&
  (milestone.kind !== 'decision' || milestone.outcome === 'approved')
