import type {Day, Instant} from '../calendar.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {AlreadyThere} from './already-there.ts'
import type {ConditionsFailed} from './conditions.ts'
import {type PlacementEvent, placementOver, placementStarted} from './events.ts'
import type {Nights, Placement} from './placement.ts'
import type {EndsTooSoon, PlacementsDecided} from './placement-request.ts'
import {reschedule} from './reschedule.ts'
import {type Overlaps, whyOverlaps} from './two-homes.ts'
import {type Whereabouts, withPlacements} from './whereabouts.ts'

/** Other dates for a placement: those that were so, or another day on which it is to end. */
export interface CorrectionRequest {
  readonly placement: Placement
  readonly home: Home | null
  readonly whereabouts: Whereabouts
  readonly from: Day
  readonly until: Day | null
  readonly reason: string
  readonly by: string
  readonly policy: MatchingPolicy
  readonly at: Instant
}

export type CorrectionRefusal =
  | {readonly kind: 'nothing-to-correct'}
  | EndsTooSoon
  /** It has ended, so there is a day on which it did. */
  | {readonly kind: 'end-missing'}
  | Overlaps
  | ConditionsFailed
  | AlreadyThere

/**
 * The placement with other dates, and a record of what they were, who changed them, when and why. Refused when
 * the child would have lived in two homes at once, or more children in the household than it had room for.
 */
export function correctDates(request: CorrectionRequest): Result<PlacementsDecided, CorrectionRefusal> {
  const {placement, home, whereabouts, policy, at} = request
  const refusal = whyNotSo(request)
  if (refusal !== null) return refuse(refusal)
  const corrected = correctedBy(request)
  const {from, until, occupancyId} = corrected
  const standing = home && {...home, calendar: withoutLapsedHolds(home.calendar, at)}
  const rescheduled =
    standing && occupancyId ? reschedule(standing, occupancyId, {from, until}, {policy, at}) : ok(null)
  if (!rescheduled.ok) return rescheduled
  const changed = rescheduled.value
  return ok({
    placements: [corrected],
    whereabouts: [withPlacements(whereabouts, [corrected])],
    calendars: changed === null ? [] : [{householdId: changed.household.id, calendar: changed.calendar}],
    hold: null,
    referral: null,
    events: eventsOf(placement, corrected),
  })
}

function whyNotSo({placement, whereabouts, from, until}: CorrectionRequest): CorrectionRefusal | null {
  if (from === placement.from && until === placement.until) return {kind: 'nothing-to-correct'}
  if (until === null && placement.ended !== null) return {kind: 'end-missing'}
  if (until !== null && until <= from) return {kind: 'ends-before-it-starts', from, until}
  return whyOverlaps(whereabouts, placement, {from, until})
}

function correctedBy({placement, from, until, reason, by, at}: CorrectionRequest): Placement {
  const before: Nights = {from: placement.from, until: placement.until}
  const {ended} = placement
  return {
    ...placement,
    from,
    until,
    ended: ended && until !== null ? {...ended, on: until} : ended,
    corrections: [...placement.corrections, {at, by, reason, before, after: {from, until}}],
  }
}

/** What was told of the dates is told again: the start, also when the day of a planned end moves; and the end. */
const eventsOf = (before: Placement, after: Placement): readonly PlacementEvent[] => [
  ...(after.ended === null || before.from !== after.from ? [placementStarted(after)] : []),
  ...(after.ended !== null && before.until !== after.until ? [placementOver(after)] : []),
]
