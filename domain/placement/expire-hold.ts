import type {Instant} from '../calendar.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {Occupancy} from '../household/occupancy.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {PlacementEvent} from './events.ts'
import {type Hold, type HoldState, holdState} from './hold.ts'
import {withoutPlacesOf} from './release-hold.ts'

/**
 * Clears away a hold whose time is over, and says so. Nothing waits for it: the places were free from `expiresAt`
 * on. The hold itself stays as it is.
 */
export function expireHold(
  hold: Hold,
  calendar: readonly Occupancy[],
  at: Instant,
): Result<
  {readonly calendar: readonly Occupancy[]; readonly events: readonly PlacementEvent[]},
  {readonly kind: 'hold-not-expired'; readonly state: HoldState}
> {
  const state = holdState(hold, at)
  if (state !== 'expired') return refuse({kind: 'hold-not-expired', state})
  const {id, referralId, householdId} = hold
  return ok({
    calendar: withoutPlacesOf(hold, withoutLapsedHolds(calendar, at)),
    events: [{name: 'HoldExpired', holdId: id, referralId, householdId}],
  })
}
