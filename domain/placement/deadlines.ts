import {addDays, type Day, dayInEngland, dayInWords, type Instant, startOfDay} from '../calendar.ts'
import type {ApplicationId, DeadlineId, HoldId, PlacementId} from '../ids.ts'
import {CLOCKS_TO_MEET} from '../recruitment/clock-kinds.ts'
import {ok, type Result, refuse} from '../result.ts'
import {addWorkingDays, hasWorkingDays} from '../working-days.ts'
import {
  PLACEMENT_DEADLINE_KINDS,
  type PlacementTimes,
  type Span,
  TIME_LIMITS,
  type TimeLimit,
} from './deadline-limits.ts'

/** `recruitment-response`, `recruitment-visit` and so on. */
const RECRUITMENT_DEADLINE_KINDS = CLOCKS_TO_MEET.map(kind => `recruitment-${kind}` as const)

export const DEADLINE_KINDS = [...PLACEMENT_DEADLINE_KINDS, 'hold', ...RECRUITMENT_DEADLINE_KINDS] as const

/** Something to be done about a placement, a hold or an application by a day, the law or the promise saying so. */
export interface Deadline {
  /** What it is about, and its kind: worked out again, it is the same deadline. */
  readonly id: DeadlineId
  readonly kind: (typeof DEADLINE_KINDS)[number]
  readonly about:
    | {readonly kind: 'placement'; readonly placementId: PlacementId}
    | {readonly kind: 'hold'; readonly holdId: HoldId}
    | {readonly kind: 'application'; readonly applicationId: ApplicationId}
  readonly approachingFrom: Instant
  /** The last day for it. */
  readonly dueOn: Day
  /** The first moment at which it is too late. */
  readonly lapsesAt: Instant
  readonly source: string
  readonly words: string
  /** On which day what it asks for was done. */
  readonly doneOn: Day | null
  readonly settled: Settled | null
  /** For which `lapsesAt` each event was raised; once that moves, it is raised anew. */
  readonly raised: {readonly approaching: Instant | null; readonly lapsed: Instant | null}
}

export interface Settled {
  readonly as: 'met' | 'withdrawn'
  readonly at: Instant
}

export const NOTHING_RAISED: Deadline['raised'] = {approaching: null, lapsed: null}

export interface BankHolidaysNotKnown {
  readonly kind: 'bank-holidays-not-known'
  readonly day: Day
}

/** More than the longest limit in working days reaches, over any Christmas or Easter. */
const REACH_DAYS = 21

/**
 * Every deadline of a placement as it stands now. Those kept from before keep what was done and what was raised;
 * those that no longer apply are withdrawn at this moment. The same facts give the same deadlines.
 */
export function deadlinesFor(
  placement: PlacementTimes,
  kept: readonly Deadline[],
  at: Instant,
): Result<readonly Deadline[], BankHolidaysNotKnown> {
  for (const day of [placement.from, ...(placement.end ? [placement.end.on] : [])])
    if (![-REACH_DAYS, REACH_DAYS].every(days => hasWorkingDays(addDays(day, days))))
      return refuse({kind: 'bank-holidays-not-known', day})
  const wanted = TIME_LIMITS.flatMap(limit => {
    const before = kept.find(({id}) => id === deadlineId(placement.id, limit.kind))
    return deadlineOf(placement, limit, before) ?? []
  })
  const ids = new Set(wanted.map(({id}) => id))
  const over = kept.filter(({id}) => !ids.has(id)).map(deadline => withdrawn(deadline, at))
  return ok([...wanted, ...over])
}

/** Under which to look for those of a placement that are kept. */
export const deadlineIdsOf = (placementId: PlacementId): readonly DeadlineId[] =>
  PLACEMENT_DEADLINE_KINDS.map(kind => deadlineId(placementId, kind))

const deadlineId = (about: string, kind: Deadline['kind']): DeadlineId => `${about}.${kind}` as DeadlineId

const withdrawn = (deadline: Deadline, at: Instant): Deadline =>
  deadline.settled?.as === 'withdrawn' ? deadline : {...deadline, settled: {as: 'withdrawn', at}}

function deadlineOf(
  placement: PlacementTimes,
  limit: TimeLimit,
  before: Deadline | undefined,
): Deadline | null {
  const runs = limit.runs(placement)
  if (runs === null) return null
  const dueOn = reach(runs.from, runs.within, 1)
  const doneOn = before?.doneOn ?? null
  return {
    id: deadlineId(placement.id, limit.kind),
    kind: limit.kind,
    about: {kind: 'placement', placementId: placement.id},
    approachingFrom: startOfDay(reach(dueOn, limit.notice, -1)),
    dueOn,
    lapsesAt: startOfDay(addDays(dueOn, 1)),
    source: limit.source,
    words: `${limit.toDo}, by ${dayInWords(dueOn)}`,
    doneOn,
    settled: settledBy(doneOn, placement, limit),
    raised: before?.raised ?? NOTHING_RAISED,
  }
}

/** A span after a day or before it; the day itself is not counted. */
const reach = (day: Day, {value, unit}: Span, towards: 1 | -1): Day =>
  unit === 'weeks' ? addDays(day, 7 * value * towards) : addWorkingDays(day, value * towards)

/** Whichever came first: what it asks for, or the end of the placement. */
function settledBy(doneOn: Day | null, {end}: PlacementTimes, {atTheEnd}: TimeLimit): Settled | null {
  if (doneOn !== null && (end === null || doneOn <= end.on || atTheEnd === undefined))
    return {as: 'met', at: startOfDay(doneOn)}
  return end !== null && atTheEnd !== undefined ? {as: atTheEnd, at: startOfDay(end.on)} : null
}

/** What of a hold its deadline turns on. */
export interface HoldTimes {
  readonly id: HoldId
  readonly expiresAt: Instant
  readonly released: {readonly at: Instant} | null
  readonly placedAt: Instant | null
}

/** A hold is approaching its end in its last hour: time for one more telephone call. Local practice. */
const HOLD_NOTICE_MS = 3_600_000

export function deadlineOfHold(
  {id, expiresAt, released, placedAt}: HoldTimes,
  kept: Deadline | null,
): Deadline {
  const settled: Settled | null = released && {as: 'withdrawn', at: released.at}
  return {
    id: deadlineId(id, 'hold'),
    kind: 'hold',
    about: {kind: 'hold', holdId: id},
    approachingFrom: new Date(Date.parse(expiresAt) - HOLD_NOTICE_MS).toISOString(),
    dueOn: dayInEngland(expiresAt),
    lapsesAt: expiresAt,
    source: 'the hold',
    words: 'place the children, or let the places go',
    doneOn: null,
    settled: placedAt === null ? settled : {as: 'met', at: placedAt},
    raised: kept?.raised ?? NOTHING_RAISED,
  }
}

export type NotDone =
  | {readonly kind: 'settled-already'; readonly as: Settled['as']}
  | {readonly kind: 'in-the-future'}
  /** Placing the children is what meets it. */
  | {readonly kind: 'follows-the-hold'}

/** What the deadline of a placement asks for was done on a day, in time or not. */
export function recordDone(deadline: Deadline, on: Day, now: Instant): Result<Deadline, NotDone> {
  if (deadline.kind === 'hold') return refuse({kind: 'follows-the-hold'})
  if (deadline.settled !== null) return refuse({kind: 'settled-already', as: deadline.settled.as})
  if (on > dayInEngland(now)) return refuse({kind: 'in-the-future'})
  return ok({...deadline, doneOn: on, settled: {as: 'met', at: startOfDay(on)}})
}
