import {addDays, type Day, dayInEngland, type Instant, startOfDay} from '../calendar.ts'
import type {DeadlineId} from '../ids.ts'
import {type Deadline, NOTHING_RAISED, type Settled} from '../placement/deadlines.ts'
import {addWorkingDays} from '../working-days.ts'
import type {Application} from './application.ts'
import {type CLOCKS_TO_MEET, type ClockKind, passes} from './clock-kinds.ts'
import {type Clock, clocksOn} from './clocks.ts'
import {endingBy} from './ending.ts'
import type {RecruitmentPolicy} from './policy.ts'

/** Local practice: what takes months is told of four weeks before its last day, the rest two working days. */
const LONG: readonly ClockKind[] = ['panel', 'temporary-approval', 'review']
const LONG_NOTICE_DAYS = 28

/**
 * The clocks of an application as deadlines, as they stand now. Those kept from before keep what was raised; what was
 * done before anybody had heard of it is left out. While a clock is paused, and once the application has ended,
 * nothing is due. The same facts give the same deadlines.
 */
export function deadlinesOfApplication(
  application: Application,
  policy: RecruitmentPolicy,
  kept: readonly Deadline[],
  at: Instant,
): readonly Deadline[] {
  const before = new Map(kept.map(deadline => [deadline.id, deadline]))
  const wanted = clocksOn(application, policy, dayInEngland(at))
    .filter(isToDo)
    .flatMap(clock => {
      const known = before.get(idOf(clock))
      if (clock.doneOn !== null && known === undefined) return []
      return deadlineOf(clock, settledBy(clock, application, at), known)
    })
  const ids = new Set(wanted.map(({id}) => id))
  const over = kept.filter(({id}) => !ids.has(id))
  return [...wanted, ...over.map(deadline => withdrawn(deadline, at))]
}

/** Nothing is to be done about time that takes its course. */
type ToDo = Clock & {readonly kind: (typeof CLOCKS_TO_MEET)[number]}
const isToDo = (clock: Clock): clock is ToDo => !passes(clock.kind) && clock.state !== 'stopped'

/** Another day from which it runs is another deadline. */
const idOf = ({applicationId, kind, from}: Clock): DeadlineId =>
  `${applicationId}.recruitment-${kind}.${from}` as DeadlineId

const withdrawn = (deadline: Deadline, at: Instant): Deadline =>
  deadline.settled?.as === 'withdrawn' ? deadline : {...deadline, settled: {as: 'withdrawn', at}}

function settledBy({doneOn, dueOn, state}: Clock, application: Application, at: Instant): Settled | null {
  if (doneOn !== null) return {as: 'met', at: startOfDay(doneOn)}
  if (state === 'paused') return {as: 'withdrawn', at}
  // Carers who gave notice are reviewed no more once it is over.
  const ending = endingBy(application, '9999-12-31')
  return ending !== null && ending.kind !== 'refused' && ending.on <= dueOn
    ? {as: 'withdrawn', at: startOfDay(ending.on)}
    : null
}

function deadlineOf(clock: ToDo, settled: Settled | null, known: Deadline | undefined): Deadline {
  const {applicationId, kind, dueOn, doneOn, source, words} = clock
  return {
    id: idOf(clock),
    kind: `recruitment-${kind}`,
    about: {kind: 'application', applicationId},
    approachingFrom: startOfDay(approachingFrom(clock)),
    dueOn,
    lapsesAt: startOfDay(addDays(dueOn, 1)),
    source,
    words,
    doneOn,
    settled,
    raised: known?.raised ?? NOTHING_RAISED,
  }
}

/** Not before it runs; the papers' clock runs backwards from the panel. */
function approachingFrom({kind, from, dueOn}: Clock): Day {
  const notice = LONG.includes(kind) ? addDays(dueOn, -LONG_NOTICE_DAYS) : addWorkingDays(dueOn, -2)
  return notice < from && from <= dueOn ? from : notice
}
