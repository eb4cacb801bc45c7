import type {Instant} from '../calendar.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {Occupancy} from '../household/occupancy.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {HoldDecided} from './decide-hold.ts'
import {type Hold, type HoldState, holdState} from './hold.ts'

/** `since`: when it was released, used or lapsed. */
export interface HoldNotStanding {
  readonly kind: 'hold-not-standing'
  readonly state: Exclude<HoldState, 'standing'>
  readonly since: Instant
}

/** Why the hold promises nothing at a moment; null when it stands. */
export function whyNotStanding(hold: Hold, at: Instant): HoldNotStanding | null {
  const state = holdState(hold, at)
  if (state === 'standing') return null
  return {kind: 'hold-not-standing', state, since: hold.released?.at ?? hold.placedAt ?? hold.expiresAt}
}

/** Gives the places back before the hold expires. */
export function releaseHold(
  hold: Hold,
  calendar: readonly Occupancy[],
  {by, at}: {readonly by: string; readonly at: Instant},
): Result<HoldDecided, HoldNotStanding> {
  const over = whyNotStanding(hold, at)
  if (over !== null) return refuse(over)
  const {id, referralId, householdId} = hold
  return ok({
    hold: {...hold, released: {at, by}},
    calendar: withoutPlacesOf(hold, withoutLapsedHolds(calendar, at)),
    events: [{name: 'HoldReleased', holdId: id, referralId, householdId}],
  })
}

/** Without the places that a hold took. */
export const withoutPlacesOf = ({occupancies}: Hold, calendar: readonly Occupancy[]): readonly Occupancy[] =>
  calendar.filter(({id}) => !occupancies.includes(id))
