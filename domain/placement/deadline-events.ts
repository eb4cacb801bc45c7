import type {Instant} from '../calendar.ts'
import type {Deadline} from './deadlines.ts'

/** An event that is to be raised, and the deadline as it is kept together with it. */
export interface DeadlineEvent {
  readonly name: 'DeadlineApproaching' | 'DeadlineLapsed'
  readonly deadline: Deadline
}

/**
 * What is to be raised of a deadline at a moment; null: nothing. The deadline remembers what was raised, so a
 * schedule that runs late, twice or beside itself raises nothing twice, as long as it writes the event and the
 * deadline together, over the version that it read. One that was missed while approaching raises its lapse alone.
 */
export function toRaise(deadline: Deadline, at: Instant): DeadlineEvent | null {
  const {lapsesAt, approachingFrom, raised} = deadline
  if (isSettledInTime(deadline)) return null
  if (at >= lapsesAt) {
    if (raised.lapsed === lapsesAt) return null
    return {name: 'DeadlineLapsed', deadline: {...deadline, raised: {...raised, lapsed: lapsesAt}}}
  }
  if (at < approachingFrom || raised.approaching === lapsesAt) return null
  return {name: 'DeadlineApproaching', deadline: {...deadline, raised: {...raised, approaching: lapsesAt}}}
}

/** What was done late did lapse; what was withdrawn never should have been. */
const isSettledInTime = ({settled, lapsesAt}: Deadline): boolean =>
  settled !== null && (settled.as === 'withdrawn' || settled.at < lapsesAt)
