import type {Day, Instant} from '../calendar.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {AlreadyThere} from './already-there.ts'
import type {ReasonEpisodeCeased, ReasonForPlaceChange} from './codes.ts'
import type {ConditionsFailed} from './conditions.ts'
import {placementOver} from './events.ts'
import type {Ended, Placement} from './placement.ts'
import type {EndsTooSoon, PlacementsDecided} from './placement-request.ts'
import {reschedule} from './reschedule.ts'
import {type Overlaps, whyOverlaps} from './two-homes.ts'
import {type Whereabouts, withPlacements} from './whereabouts.ts'

/** A placement that is to change, with the household that it is in as it stands now; null: another setting. */
export interface Leaving {
  readonly placement: Placement
  readonly home: Home | null
}

export interface EndRequest extends Leaving {
  readonly whereabouts: Whereabouts
  /** The first night on which the child no longer lives there. */
  readonly on: Day
  /** Why the child left a home that broke down or closed, while still looked after. */
  readonly reason: ReasonForPlaceChange | null
  /** Why the child is no longer looked after. A main placement has one of the two, a stay aside neither. */
  readonly rec: ReasonEpisodeCeased | null
  readonly policy: MatchingPolicy
  readonly at: Instant
}

export type EndRefusal =
  | {readonly kind: 'already-ended'; readonly on: Day}
  | EndsTooSoon
  /** A main placement ends with a reason for the change of place (and X1), or with why the child left care. */
  | {readonly kind: 'reason-missing'}
  | {readonly kind: 'reasons-disagree'}
  /** Whoever stays with the carers past 18 keeps the bedroom: that is Staying Put. */
  | {readonly kind: 'stays-put'}
  /** Later than was expected, and by then the place or the bed is promised, or the child had another home. */
  | ConditionsFailed
  | AlreadyThere
  | Overlaps

/** The child leaves, and nothing that Hearth knows comes next. A stay aside ends and the child goes back. */
export function endPlacement(request: EndRequest): Result<PlacementsDecided, EndRefusal> {
  const {whereabouts, on} = request
  const reasons = reasonsOf(request)
  if (!reasons.ok) return reasons
  const left = leave(request, {on, ...reasons.value, nextPlacementId: null}, request)
  if (!left.ok) return left
  const {ended, home} = left.value
  return ok({
    placements: [ended],
    whereabouts: [withPlacements(whereabouts, [ended])],
    calendars: home === null ? [] : [{householdId: home.household.id, calendar: home.calendar}],
    hold: null,
    referral: null,
    events: [placementOver(ended)],
  })
}

function reasonsOf({placement, reason, rec}: EndRequest): Result<Pick<Ended, 'reason' | 'rec'>, EndRefusal> {
  if (placement.arrangement !== 'main')
    return reason === null && rec === null ? ok({reason, rec}) : refuse({kind: 'reasons-disagree'})
  if (rec === 'E17') return refuse({kind: 'stays-put'})
  if (reason === null && (rec === null || rec === 'X1')) return refuse({kind: 'reason-missing'})
  if (reason !== null && rec !== null && rec !== 'X1') return refuse({kind: 'reasons-disagree'})
  return ok({reason, rec: rec ?? 'X1'})
}

/** The placement ended, and the home that the child leaves without them from that night on. */
export function leave(
  {placement, home, whereabouts}: Leaving & {readonly whereabouts: Whereabouts},
  ended: Ended,
  asking: {readonly policy: MatchingPolicy; readonly at: Instant},
): Result<{readonly ended: Placement; readonly home: Home | null}, EndRefusal> {
  if (placement.ended !== null) return refuse({kind: 'already-ended', on: placement.ended.on})
  const {from, occupancyId} = placement
  const {on} = ended
  if (on <= from) return refuse({kind: 'ends-before-it-starts', from, until: on})
  const overlaps = whyOverlaps(whereabouts, placement, {from, until: on})
  if (overlaps !== null) return refuse(overlaps)
  const left: Placement = {...placement, until: on, ended}
  if (home === null || occupancyId === null) return ok({ended: left, home: null})
  const standing = {...home, calendar: withoutLapsedHolds(home.calendar, asking.at)}
  const without = reschedule(standing, occupancyId, {from, until: on}, asking)
  return without.ok ? ok({ended: left, home: without.value}) : without
}
