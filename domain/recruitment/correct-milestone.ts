import {addDays, type Day} from '../calendar.ts'
import type {Household} from '../household/household.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Application} from './application.ts'
import {EXTENSION_WEEKS, TEMPORARY_WEEKS} from './approve.ts'
import {RESIGNATION_DAYS} from './ending.ts'
import type {Milestone, MilestoneKind} from './milestone.ts'
import {type MilestoneRefusal, type RecordingContext, withMilestone} from './record-milestone.ts'

/** An application, and the household that came of it if one did. */
export interface Subject {
  readonly application: Application
  readonly household: Household | null
}

/** Another day for one milestone, and why. */
export interface DayCorrection {
  readonly on: Day
  readonly reason: string
}

/**
 * One milestone on another day; what it was stays in `corrections`, and the days that it gave to the household move
 * with it. Refused where the application could not have come about so, unless it could not have come about before.
 */
export function correctMilestone(
  {application, household}: Subject,
  milestone: Milestone,
  {on, reason}: DayCorrection,
  context: RecordingContext,
): Result<Subject, MilestoneRefusal> {
  const {kind, on: from} = milestone
  if (reason.trim() === '') return refuse({kind: 'no-reason', milestone: kind})
  const before = refusals(application, application.milestones, context)
  const moved = {...milestone, on}
  // Stable: those of one day stay in the order in which they were recorded.
  const milestones = application.milestones
    .with(application.milestones.indexOf(milestone), moved)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const [each, refusal] of refusals(application, milestones, context))
    if (before.get(each === moved ? milestone : each)?.kind !== refusal.kind) return refuse(refusal)
  const correction = {milestone: kind, from, to: on, on: context.today, reason}
  return ok({
    application: {...application, milestones, corrections: [...application.corrections, correction]},
    household: household && withDaysOf(household, milestone, on),
  })
}

/** Which milestones would be refused if each were recorded on its day, and why. */
function refusals(
  application: Application,
  milestones: readonly Milestone[],
  context: RecordingContext,
): ReadonlyMap<Milestone, MilestoneRefusal> {
  const found = new Map<Milestone, MilestoneRefusal>()
  for (const [before, milestone] of milestones.entries()) {
    const so = {...application, milestones: milestones.slice(0, before)}
    const result = withMilestone(so, milestone, context)
    if (!result.ok) found.set(milestone, result.error)
  }
  return found
}

/** From a milestone to the day on which the approval that it gives, or ends, last stands. */
const DAYS_UNTIL: Partial<Record<MilestoneKind, readonly number[]>> = {
  'temporary-approval': [7 * TEMPORARY_WEEKS, 7 * (TEMPORARY_WEEKS + EXTENSION_WEEKS)],
  'resignation-received': [RESIGNATION_DAYS],
  'approval-ended': [-1],
  transferred: [-1],
}
const GIVES_APPROVAL: readonly MilestoneKind[] = ['decision', 'temporary-approval']
const GIVES_STATUS: readonly MilestoneKind[] = [
  ...GIVES_APPROVAL,
  'suspended',
  'suspension-ended',
  'resignation-received',
]

/** Days that somebody has changed since by hand stay as they are; the same household where none moves. */
function withDaysOf(household: Household, {kind, on: before}: Milestone, after: Day): Household {
  const {approval, status} = household
  const days = DAYS_UNTIL[kind]?.find(each => addDays(before, each) === approval.until)
  const from = GIVES_APPROVAL.includes(kind) && approval.from === before ? after : approval.from
  const until = days === undefined ? approval.until : addDays(after, days)
  const since = GIVES_STATUS.includes(kind) && status.from === before ? after : status.from
  if (from === approval.from && until === approval.until && since === status.from) return household
  return {...household, approval: {...approval, from, until}, status: {...status, from: since}}
}
