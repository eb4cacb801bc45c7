import type {Day} from '../calendar.ts'
import type {Application} from './application.ts'
import type {ClockKind} from './clock-kinds.ts'
import {REPRESENTATIONS_DAYS, RESIGNATION_DAYS} from './ending.ts'
import {allOf, lastOf, type Milestone, type MilestoneKind} from './milestone.ts'
import type {RecruitmentPolicy} from './policy.ts'
import type {Limit} from './time-left-out.ts'

/** An application as it was known on a day. */
export type Known = Pick<Application, 'enquiry'> & {readonly milestones: readonly Milestone[]}

/** From when a clock runs and what stops it. */
export interface Run {
  readonly from: Day
  readonly doneOn: Day | null
}

export interface ClockLimit {
  readonly kind: ClockKind
  readonly source: string
  readonly toDo: string
  /** Runs again after a pause with a reason. Limits of the law do not stand still. */
  readonly mayPause: boolean
  /** Working days before the day that it runs from, and not after. */
  readonly backwards?: true
  readonly limit: (known: Known, policy: RecruitmentPolicy) => Limit
  readonly runs: (known: Known, policy: RecruitmentPolicy) => readonly Run[]
}

const workingDays = (value: number): Limit => ({value, unit: 'working-days'})
const days = (value: number): Limit => ({value, unit: 'days'})

const dayOf = ({milestones}: Known, kind: MilestoneKind): Day | null => lastOf(milestones, kind)?.on ?? null

const between = (known: Known, from: MilestoneKind, done: MilestoneKind): readonly Run[] => {
  const start = dayOf(known, from)
  return start === null ? [] : [{from: start, doneOn: dayOf(known, done)}]
}

/** The first decision ends the waiting; one after representations has no such limit. */
function firstDecision({milestones}: Known, from: MilestoneKind): readonly Run[] {
  const start = lastOf(milestones, from)
  return start ? [{from: start.on, doneOn: allOf(milestones, 'decision')[0]?.on ?? null}] : []
}

/** Told after the latest decision. */
function told(known: Known, kind: 'told-orally' | 'told-in-writing'): readonly Run[] {
  const decision = lastOf(known.milestones, 'decision')
  if (decision === undefined) return []
  const notice = allOf(known.milestones, kind).find(({on}) => on >= decision.on)
  return [{from: decision.on, doneOn: notice?.on ?? null}]
}

/** A later step shows that somebody had been in touch. */
const earliestOf = (known: Known, kinds: readonly MilestoneKind[]): Day | null =>
  known.milestones.find(({kind}) => kinds.includes(kind))?.on ?? null

export const CLOCK_LIMITS: readonly ClockLimit[] = [
  {
    kind: 'response',
    source: 'NMS 13; local policy',
    toDo: 'answer the enquiry',
    mayPause: true,
    limit: (_, policy) => workingDays(policy.responseWorkingDays),
    runs: known => [
      {
        from: known.enquiry.on,
        doneOn: earliestOf(known, ['first-contact', 'home-visit', 'application-accepted']),
      },
    ],
  },
  {
    kind: 'visit',
    source: 'local policy',
    toDo: 'visit the home',
    mayPause: true,
    limit: (_, policy) => workingDays(policy.visitWorkingDays),
    runs: known => {
      const from = dayOf(known, 'first-contact')
      const doneOn = earliestOf(known, ['home-visit', 'application-accepted'])
      return from === null ? [] : [{from, doneOn}]
    },
  },
  {
    kind: 'stage-1-notice',
    source: 'SI 2011/581 reg 26',
    toDo: 'tell the applicants the outcome of stage 1',
    mayPause: false,
    limit: () => workingDays(10),
    runs: known => between(known, 'stage-1-information', 'stage-1-outcome'),
  },
  {
    kind: 'panel-papers',
    source: 'NMS 14',
    toDo: 'send the papers to the panel',
    mayPause: false,
    backwards: true,
    limit: () => workingDays(5),
    runs: ({milestones}) => {
      const booked = lastOf(milestones, 'panel-booked')
      if (booked === undefined) return []
      const sent = allOf(milestones, 'papers-sent').find(({on}) => on >= booked.on)
      return [{from: booked.for, doneOn: sent?.on ?? null}]
    },
  },
  {
    kind: 'panel',
    source: 'NMS 14',
    toDo: 'bring the assessment to its recommendation',
    mayPause: true,
    limit: () => ({value: 8, unit: 'months'}),
    runs: (known, {panel}) => {
      const from = dayOf(known, 'application-accepted')
      const held = allOf(known.milestones, 'panel').findLast(({recommends}) => recommends !== 'deferred')
      const doneOn = (panel ? held?.on : undefined) ?? allOf(known.milestones, 'decision')[0]?.on ?? null
      return from === null ? [] : [{from, doneOn}]
    },
  },
  {
    kind: 'decision',
    source: 'NMS 14',
    toDo: 'decide',
    mayPause: false,
    limit: () => workingDays(7),
    runs: known => {
      const panel = lastOf(known.milestones, 'panel')
      return panel === undefined || panel.recommends === 'deferred'
        ? []
        : firstDecision(known, 'minutes-received')
    },
  },
  {
    kind: 'oral-notice',
    source: 'NMS 14',
    toDo: 'tell the applicants the decision',
    mayPause: false,
    limit: () => workingDays(2),
    runs: known => told(known, 'told-orally'),
  },
  {
    kind: 'written-notice',
    source: 'NMS 14; SI 2011/581 reg 27',
    toDo: 'write to the applicants with the decision',
    mayPause: false,
    limit: () => workingDays(5),
    runs: known => told(known, 'told-in-writing'),
  },
  {
    kind: 'representations',
    source: 'SI 2011/581 reg 27',
    toDo: 'the applicants may make representations or ask for a review',
    mayPause: false,
    limit: () => days(REPRESENTATIONS_DAYS),
    runs: known => {
      const decisions = allOf(known.milestones, 'decision')
      const notice = told(known, 'told-in-writing')[0]?.doneOn
      const isFirst = decisions.length === 1 && decisions[0]!.outcome === 'not-approved'
      return isFirst && notice ? [{from: notice, doneOn: null}] : []
    },
  },
  {
    kind: 'temporary-approval',
    source: 'SI 2010/959 regs 24-25',
    toDo: 'decide on full approval, or extend the temporary one if it never was',
    mayPause: false,
    limit: known => days(7 * (dayOf(known, 'temporary-approval-extended') === null ? 16 : 16 + 8)),
    runs: known => firstDecision(known, 'temporary-approval'),
  },
  {
    kind: 'review',
    source: 'SI 2011/581 reg 28',
    toDo: 'review the approval',
    mayPause: false,
    limit: () => ({value: 12, unit: 'months'}),
    runs: ({milestones}) => {
      const decision = lastOf(milestones, 'decision')
      if (decision?.outcome !== 'approved') return []
      const reviews = allOf(milestones, 'review').map(({on}) => on)
      return [decision.on, ...reviews].map((from, i) => ({from, doneOn: reviews[i] ?? null}))
    },
  },
  {
    kind: 'resignation',
    source: 'SI 2011/581 reg 28',
    toDo: 'the resignation takes effect at the end of the day',
    mayPause: false,
    limit: () => days(RESIGNATION_DAYS),
    runs: ({milestones}) =>
      allOf(milestones, 'resignation-received').map(({on}) => ({from: on, doneOn: null})),
  },
]
