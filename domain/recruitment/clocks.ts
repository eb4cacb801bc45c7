import {type Day, dayInWords} from '../calendar.ts'
import type {ApplicationId} from '../ids.ts'
import {addWorkingDays} from '../working-days.ts'
import type {Application, Pause} from './application.ts'
import {type ClockKind, passes} from './clock-kinds.ts'
import {CLOCK_LIMITS, type ClockLimit, type Known, type Run} from './clock-limits.ts'
import {endingBy} from './ending.ts'
import type {RecruitmentPolicy} from './policy.ts'
import {lastDayOf} from './time-left-out.ts'

export const CLOCK_STATES = [
  'running',
  'paused',
  'due',
  'overdue',
  'met',
  'met-late',
  'passed',
  'stopped',
] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** A time limit of one application as it stands on a day. */
export interface Clock {
  readonly applicationId: ApplicationId
  readonly kind: ClockKind
  readonly from: Day
  /** The last day for it; while it is paused, as if it ran again from tomorrow. */
  readonly dueOn: Day
  readonly doneOn: Day | null
  /** `due` on its last day; `stopped` because the application ended first; `passed` where time takes its course. */
  readonly state: ClockState
  readonly source: string
  readonly words: string
}

/**
 * Every clock that an application has started by a day, from what had happened by that day. Throws RangeError where
 * a limit in working days reaches a year whose bank holidays are not known.
 */
export const clocksOn = (application: Application, policy: RecruitmentPolicy, on: Day): readonly Clock[] =>
  clocksWhere(() => true, application, policy, on)

/** Those of them whose last day is over with nothing done. Most are done, and are not worked out. */
export const overdueOn = (application: Application, policy: RecruitmentPolicy, on: Day): readonly Clock[] =>
  clocksWhere(({doneOn}) => doneOn === null, application, policy, on).filter(({state}) => state === 'overdue')

function clocksWhere(
  isAsked: (run: Run) => boolean,
  application: Application,
  policy: RecruitmentPolicy,
  on: Day,
): readonly Clock[] {
  if (application.enquiry.on > on) return []
  const known: Known = {
    enquiry: application.enquiry,
    milestones: application.milestones.filter(milestone => milestone.on <= on),
  }
  return CLOCK_LIMITS.flatMap(limit =>
    limit
      .runs(known, policy)
      .filter(isAsked)
      .map(run => clockOf({application, known, policy, on}, limit, run)),
  )
}

interface Setting {
  readonly application: Application
  readonly known: Known
  readonly policy: RecruitmentPolicy
  readonly on: Day
}

function clockOf(setting: Setting, limit: ClockLimit, {from, doneOn}: Run): Clock {
  const {application, known, policy, on} = setting
  const span = limit.limit(known, policy)
  const pauses = limit.mayPause ? pausesKnown(application.pauses, on) : []
  const dueOn = limit.backwards ? addWorkingDays(from, -span.value) : lastDayOf(from, span, pauses, on)
  const {kind, source, toDo} = limit
  const words = passes(kind) ? `${toDo}, until ${dayInWords(dueOn)}` : `${toDo}, by ${dayInWords(dueOn)}`
  const isPaused = pauses.at(-1)?.until === null
  const state = stateOf(setting, limit, {dueOn, doneOn, isPaused})
  return {applicationId: application.id, kind, from, dueOn, doneOn, state, source, words}
}

/** One that ended later still lasted then. */
const pausesKnown = (pauses: readonly Pause[], on: Day): readonly Pause[] =>
  pauses
    .filter(({from}) => from <= on)
    .map(pause => (pause.until !== null && pause.until > on ? {...pause, until: null} : pause))

function stateOf(
  {application, on}: Setting,
  {kind}: ClockLimit,
  {dueOn, doneOn, isPaused}: {dueOn: Day; doneOn: Day | null; isPaused: boolean},
): ClockState {
  if (doneOn !== null) return doneOn <= dueOn ? 'met' : 'met-late'
  if (passes(kind)) return on > dueOn ? 'passed' : 'running'
  const ending = endingBy(application, on)
  // Whoever is refused is still told.
  if (ending !== null && !(ending.kind === 'refused' && TOLD.includes(kind))) return 'stopped'
  if (on > dueOn) return 'overdue'
  if (isPaused) return 'paused'
  return on === dueOn ? 'due' : 'running'
}

const TOLD: readonly ClockKind[] = ['oral-notice', 'written-notice']
