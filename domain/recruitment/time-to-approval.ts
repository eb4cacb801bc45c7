import {type Day, dayNumber} from '../calendar.ts'
import type {Application} from './application.ts'
import {shareOf} from './funnel.ts'
import {median} from './median.ts'
import {lastOf} from './milestone.ts'
import {monthsAfter} from './time-left-out.ts'

export interface TimeToApproval {
  readonly approvals: number
  /** Calendar days from the accepted application to the decision, pauses and all. */
  readonly medianDays: number | null
  readonly withinEightMonths: number
  readonly withinEightMonthsShare: number | null
}

/** Of the decisions to approve from a day to a day, both included. */
export function timeToApproval(
  applications: readonly Application[],
  {from, to}: {readonly from: Day; readonly to: Day},
): TimeToApproval {
  const spans = applications.flatMap(({milestones}) => {
    const decision = lastOf(milestones, 'decision')
    const accepted = lastOf(milestones, 'application-accepted')
    if (decision?.outcome !== 'approved' || accepted === undefined) return []
    return decision.on < from || decision.on > to ? [] : [{from: accepted.on, to: decision.on}]
  })
  const within = spans.filter(span => span.to <= monthsAfter(span.from, 8)).length
  return {
    approvals: spans.length,
    medianDays: median(spans.map(span => dayNumber(span.to) - dayNumber(span.from))),
    withinEightMonths: within,
    withinEightMonthsShare: shareOf(within, spans.length),
  }
}
