import {type Day, type Instant, startOfDay} from '../calendar.ts'
import type {Deadline} from './deadlines.ts'

export const DEADLINE_STATES = ['upcoming', 'approaching', 'due', 'lapsed', 'met', 'withdrawn'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/** Where a deadline stands at a moment. It is due on its last day; a hold has a moment and no last day. */
export function stateAt(deadline: Deadline, at: Instant): DeadlineState {
  const {settled, lapsesAt, dueOn, approachingFrom, kind} = deadline
  if (settled !== null && settled.at <= at) return settled.as
  if (at >= lapsesAt) return 'lapsed'
  if (kind !== 'hold' && at >= startOfDay(dueOn)) return 'due'
  return at >= approachingFrom ? 'approaching' : 'upcoming'
}

export interface WorkDue {
  readonly deadline: Deadline
  readonly state: Exclude<DeadlineState, 'met' | 'withdrawn'>
}

/**
 * What is still to be done by the end of a day, the most pressing first, with what should have been done before.
 * A hold that has lapsed is over: nothing can be done about it any more.
 */
export function whatIsDue(
  deadlines: readonly Deadline[],
  at: Instant,
  {until}: {readonly until: Day},
): readonly WorkDue[] {
  return deadlines
    .filter(({dueOn}) => dueOn <= until)
    .flatMap((deadline): readonly WorkDue[] => {
      const state = stateAt(deadline, at)
      if (state === 'met' || state === 'withdrawn') return []
      return state === 'lapsed' && deadline.kind === 'hold' ? [] : [{deadline, state}]
    })
    .toSorted((a, b) => byPressure(a.deadline, b.deadline))
}

const byPressure = (a: Deadline, b: Deadline): number => (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({lapsesAt, id}: Deadline): string => `${lapsesAt} ${id}`
