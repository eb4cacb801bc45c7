import {addDays, type Day} from '../calendar.ts'
import {ok, type Result, refuse} from '../result.ts'
import {hasWorkingDays} from '../working-days.ts'
import type {Application} from './application.ts'
import {type Ending, endingBy} from './ending.ts'
import {allOf, type Check, lastOf, type Milestone, type MilestoneKind} from './milestone.ts'
import {ORDER} from './milestone-order.ts'
import type {RecruitmentPolicy} from './policy.ts'

/** What is recorded by its own decision, because it makes or changes a household. */
export type RecordedApart =
  | 'temporary-approval'
  | 'temporary-approval-extended'
  | 'terms-changed'
  | 'suspended'
  | 'suspension-ended'
  | 'resignation-received'
  | 'approval-ended'
  | 'transferred'
type Approved = Extract<Milestone, {readonly kind: 'decision'; readonly outcome: 'approved'}>
export type Recordable = Exclude<Milestone, {readonly kind: RecordedApart} | Approved>

export interface RecordingContext {
  readonly today: Day
  readonly policy: RecruitmentPolicy
}

export type MilestoneRefusal =
  | {readonly kind: 'application-ended'; readonly milestone: MilestoneKind; readonly ending: Ending}
  | {readonly kind: 'in-the-future'; readonly milestone: MilestoneKind; readonly on: Day}
  | {readonly kind: 'before-enquiry'; readonly milestone: MilestoneKind; readonly enquiryOn: Day}
  | {readonly kind: 'bank-holidays-not-known'; readonly milestone: MilestoneKind; readonly on: Day}
  | {readonly kind: 'recorded-already'; readonly milestone: MilestoneKind; readonly on: Day}
  | {readonly kind: 'too-early'; readonly milestone: MilestoneKind; readonly needs: MilestoneKind}
  | {
      readonly kind: 'out-of-order'
      readonly milestone: MilestoneKind
      readonly earlier: MilestoneKind
      readonly earlierOn: Day
    }
  | {readonly kind: 'checks-outstanding'; readonly checks: readonly Check[]}
  | {readonly kind: 'check-not-asked'; readonly check: Check}
  | {readonly kind: 'no-panel'}
  | {readonly kind: 'panel-day-past'; readonly for: Day}
  | {readonly kind: 'not-approved'; readonly milestone: MilestoneKind}
  | {readonly kind: 'approved-already'; readonly on: Day}
  | {readonly kind: 'no-reason'; readonly milestone: MilestoneKind}
  | {readonly kind: 'not-a-transfer'}

/** The application with one more milestone. */
export const recordMilestone = (
  application: Application,
  milestone: Recordable,
  context: RecordingContext,
): Result<Application, MilestoneRefusal> => withMilestone(application, milestone, context)

/** The same for those that are recorded apart: for the decisions that do. */
export function withMilestone(
  application: Application,
  milestone: Milestone,
  context: RecordingContext,
): Result<Application, MilestoneRefusal> {
  const refusal =
    ended(application, milestone) ??
    wrongDay(application, milestone, context) ??
    wrongOrder(application, milestone) ??
    endsTooEarly(application, milestone) ??
    wrongForPanel(application, milestone, context) ??
    wrongOfItsKind(application, milestone)
  if (refusal !== null) return refuse(refusal)
  const later = application.milestones.findIndex(({on}) => on > milestone.on)
  const at = later < 0 ? application.milestones.length : later
  return ok({...application, milestones: application.milestones.toSpliced(at, 0, milestone)})
}

/** Far enough for any limit in working days, over any Christmas or Easter. */
const REACH_DAYS = 21
/** A refused applicant is still told, and may be decided about once more; nothing else follows an end. */
const AFTER_REFUSAL: readonly MilestoneKind[] = ['told-orally', 'told-in-writing', 'decision']

function ended(application: Application, {kind}: Milestone): MilestoneRefusal | null {
  // Whenever it ends: of a resignation that is 28 days from the notice.
  const ending = endingBy(application, '9999-12-31')
  if (ending === null) return null
  if (ending.kind === 'refused' && ending.at === 'decision' && AFTER_REFUSAL.includes(kind)) return null
  return {kind: 'application-ended', milestone: kind, ending}
}

/** Nothing is done on an application after its end, whichever was recorded first. */
function endsTooEarly({milestones}: Application, milestone: Milestone): MilestoneRefusal | null {
  const ending = endingBy({milestones: [milestone]}, '9999-12-31')
  if (ending === null) return null
  const later = milestones.findLast(({kind, on}) => on > ending.on && !AFTER_REFUSAL.includes(kind))
  return later
    ? {kind: 'out-of-order', milestone: milestone.kind, earlier: later.kind, earlierOn: later.on}
    : null
}

function wrongDay(
  {enquiry}: Application,
  made: Milestone,
  {today}: RecordingContext,
): MilestoneRefusal | null {
  const {kind: milestone, on} = made
  if (on > today) return {kind: 'in-the-future', milestone, on}
  if (on < enquiry.on) return {kind: 'before-enquiry', milestone, enquiryOn: enquiry.on}
  const days = made.kind === 'panel-booked' ? [on, made.for] : [on]
  const unknown = days.find(day => !hasWorkingDaysAround(day))
  return unknown === undefined ? null : {kind: 'bank-holidays-not-known', milestone, on: unknown}
}

/** Whether every limit in working days from this day can be worked out. */
export const hasWorkingDaysAround = (day: Day): boolean =>
  [-REACH_DAYS, REACH_DAYS].every(days => hasWorkingDays(addDays(day, days)))

/** Both ways: what comes before must not be later, and what was recorded before must not need to come first. */
function wrongOrder({milestones}: Application, {kind, on}: Milestone): MilestoneRefusal | null {
  const {needs, notBefore, once} = ORDER[kind]
  const before = once ? lastOf(milestones, kind) : undefined
  if (before) return {kind: 'recorded-already', milestone: kind, on: before.on}
  for (const need of needs) {
    const first = allOf(milestones, need)[0]
    if (first === undefined) return {kind: 'too-early', milestone: kind, needs: need}
    if (first.on > on) return {kind: 'out-of-order', milestone: kind, earlier: need, earlierOn: first.on}
  }
  for (const other of milestones) {
    if (notBefore.includes(other.kind) && other.on > on)
      return {kind: 'out-of-order', milestone: kind, earlier: other.kind, earlierOn: other.on}
    if (other.on < on && ORDER[other.kind].notBefore.includes(kind))
      return {kind: 'out-of-order', milestone: other.kind, earlier: kind, earlierOn: on}
  }
  return null
}

function wrongForPanel(
  {milestones}: Application,
  milestone: Milestone,
  {policy}: RecordingContext,
): MilestoneRefusal | null {
  const {kind} = milestone
  if (!policy.panel)
    return kind === 'panel-booked' || kind === 'papers-sent' || kind === 'panel' ? {kind: 'no-panel'} : null
  if (milestone.kind === 'panel-booked' && milestone.for < milestone.on)
    return {kind: 'panel-day-past', for: milestone.for}
  if (kind !== 'decision') return null
  const panel = lastOf(milestones, 'panel')
  if (panel === undefined || panel.recommends === 'deferred')
    return {kind: 'too-early', milestone: kind, needs: 'panel'}
  const minutes = lastOf(milestones, 'minutes-received')
  return minutes === undefined || minutes.on < panel.on
    ? {kind: 'too-early', milestone: kind, needs: 'minutes-received'}
    : null
}

/** After a decision to approve, an application is not withdrawn but the approval resigned. */
const ONLY_BEFORE_APPROVAL: readonly MilestoneKind[] = ['withdrawn', 'not-taken-forward']

function wrongOfItsKind(application: Application, milestone: Milestone): MilestoneRefusal | null {
  const {milestones, transferFrom} = application
  const {kind} = milestone
  if ('reason' in milestone && milestone.reason !== null && milestone.reason.trim() === '')
    return {kind: 'no-reason', milestone: kind}
  const decisions = allOf(milestones, 'decision')
  const decision = decisions.at(-1)
  if (kind === 'decision' && (decision?.outcome === 'approved' || decisions.length > 1))
    return {kind: 'recorded-already', milestone: kind, on: decision!.on}
  if (decision && ONLY_BEFORE_APPROVAL.includes(kind)) return {kind: 'approved-already', on: decision.on}
  // A temporary approval will do (SI 2010/959 reg 24).
  const approved = lastOf(milestones, 'temporary-approval') ?? decision
  if (kind === 'suspended' && (approved === undefined || approved.on > milestone.on))
    return {kind: 'not-approved', milestone: kind}
  const accepted = lastOf(milestones, 'application-accepted')
  if (kind === 'not-taken-forward' && accepted)
    return {kind: 'recorded-already', milestone: accepted.kind, on: accepted.on}
  if (kind === 'previous-approval-ended' && transferFrom === null) return {kind: 'not-a-transfer'}
  return wrongWithChecks(milestones, milestone)
}

function wrongWithChecks(milestones: readonly Milestone[], milestone: Milestone): MilestoneRefusal | null {
  if (milestone.kind === 'check-returned') {
    const {check, on} = milestone
    const isAsked = allOf(milestones, 'check-asked').some(asked => asked.check === check && asked.on <= on)
    return isAsked ? null : {kind: 'check-not-asked', check}
  }
  if (milestone.kind === 'stage-1-information') {
    const checks = outstandingChecks(milestones)
    return checks.length > 0 ? {kind: 'checks-outstanding', checks} : null
  }
  if (milestone.kind !== 'stage-1-outcome') return null
  if (milestone.suitable && !lastOf(milestones, 'stage-1-information'))
    return {kind: 'too-early', milestone: milestone.kind, needs: 'stage-1-information'}
  return !milestone.suitable && milestone.reason === null
    ? {kind: 'no-reason', milestone: milestone.kind}
    : null
}

/** Asked for and not come back. */
export function outstandingChecks(milestones: readonly Milestone[]): readonly Check[] {
  const returned = new Set(allOf(milestones, 'check-returned').map(({check}) => check))
  return [...new Set(allOf(milestones, 'check-asked').map(({check}) => check))].filter(
    check => !returned.has(check),
  )
}
