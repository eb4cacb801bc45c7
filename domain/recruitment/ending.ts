import {addDays, type Day} from '../calendar.ts'
import type {Application} from './application.ts'
import {allOf, lastOf, type Milestone, type WithdrawalCode} from './milestone.ts'

/** Days to make representations or to ask for a review of a qualifying determination (SI 2011/581 reg 27). */
export const REPRESENTATIONS_DAYS = 28
/** A resignation takes effect so many days after the notice, by itself (SI 2011/581 reg 28). */
export const RESIGNATION_DAYS = 28

/** Where a refused applicant may turn. Before stage 2 there is no review, only the service's complaints procedure. */
export type Appeal =
  | {readonly route: 'complaint'}
  | {readonly route: 'representations-or-review'; readonly until: Day | null}

/** How an application, or the approval that came of it, came to an end. */
export type Ending =
  | {readonly kind: 'withdrawn'; readonly on: Day; readonly code: WithdrawalCode; readonly reason: string}
  | {
      readonly kind: 'refused'
      readonly on: Day
      readonly at: 'enquiry' | 'stage-1' | 'decision'
      readonly reason: string | null
      readonly appeal: Appeal
    }
  | {readonly kind: 'resigned' | 'approval-ended' | 'transferred'; readonly on: Day; readonly reason: string}

/**
 * How it ended on or before a day; null: it has not. A resignation ends the approval once its 28 days are over: on
 * the last of them the approval still stands.
 */
export function endingBy({milestones}: Pick<Application, 'milestones'>, on: Day): Ending | null {
  const known = milestones.filter(milestone => milestone.on <= on)
  const endings = known.flatMap(milestone => endingOf(milestone, known) ?? []).filter(end => end.on <= on)
  return endings.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null
}

function endingOf(milestone: Milestone, known: readonly Milestone[]): Ending | null {
  const {kind, on} = milestone
  switch (kind) {
    case 'withdrawn':
      return {kind, on, code: milestone.code, reason: milestone.reason}
    case 'not-taken-forward':
      return {kind: 'refused', on, at: 'enquiry', reason: milestone.reason, appeal: {route: 'complaint'}}
    case 'stage-1-outcome':
      if (milestone.suitable) return null
      return {kind: 'refused', on, at: 'stage-1', reason: milestone.reason, appeal: {route: 'complaint'}}
    case 'decision':
      // A later decision, after representations or a review, takes its place.
      if (milestone.outcome === 'approved' || lastOf(known, 'decision') !== milestone) return null
      return {kind: 'refused', on, at: 'decision', reason: milestone.reason, appeal: appealOf(known, on)}
    case 'resignation-received':
      return {kind: 'resigned', on: addDays(on, RESIGNATION_DAYS + 1), reason: milestone.reason}
    case 'approval-ended':
      return {kind, on, reason: milestone.reason}
    case 'transferred':
      return {kind, on, reason: `approved by ${milestone.to}`}
    default:
      return null
  }
}

/** The days run from the written notice. After a second decision there is no third. */
function appealOf(known: readonly Milestone[], on: Day): Appeal {
  if (allOf(known, 'decision').length > 1) return {route: 'complaint'}
  const told = allOf(known, 'told-in-writing').find(notice => notice.on >= on)
  return {
    route: 'representations-or-review',
    until: told ? addDays(told.on, REPRESENTATIONS_DAYS) : null,
  }
}
