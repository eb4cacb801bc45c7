import type {Instant} from '../calendar.ts'
import type {Arrival} from '../household/capacity.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {HouseholdId, OccupancyId} from '../ids.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import {type AlreadyThere, whoIsThere} from './already-there.ts'
import type {ConditionsFailed} from './conditions.ts'
import type {Nights} from './placement.ts'
import {shortOfRoom} from './short-of-room.ts'

interface Asking {
  readonly policy: MatchingPolicy
  readonly at: Instant
}

/**
 * The home with other nights for one of its occupancies. Refused when the nights that are new to it would leave
 * the household with more children than places or beds, or a child with two places. Nights that it had before
 * are not asked about: what was so stays so.
 */
export function reschedule(
  home: Home,
  id: OccupancyId,
  nights: Nights,
  asking: Asking,
): Result<Home, ConditionsFailed | AlreadyThere> {
  const occupancy = home.calendar.find(each => each.id === id)
  if (occupancy === undefined) return ok(home)
  const others = {...home, calendar: home.calendar.filter(each => each !== occupancy)}
  for (const stay of nightsAdded(occupancy, nights)) {
    const refusal = whyNoRoomFor(occupancy, stay, others, asking)
    if (refusal !== null) return refuse(refusal)
  }
  return ok({...home, calendar: [...others.calendar, {...occupancy, ...nights}]})
}

/** Why an occupant cannot have a place of this home on more nights; null when there is room. */
export function whyNoRoomFor(
  {occupant}: Pick<Occupancy, 'occupant'>,
  stay: Nights,
  home: Home,
  {policy, at}: Asking,
): ConditionsFailed | AlreadyThere | null {
  if (occupant === null) return null
  const there = whoIsThere(home, [occupant.childId], stay)
  if (there !== null) return there
  const arrival: Arrival = {stay, at, children: [occupant], ownBedroomOverYears: policy.ownBedroomOverYears}
  return failedOn(home.household.id, shortOfRoom(home, arrival))
}

const failedOn = (householdId: HouseholdId, failed: ConditionsFailed['failed']): ConditionsFailed | null =>
  failed.length === 0 ? null : {kind: 'conditions-failed', householdId, failed}

/** The spans of `after` that `before` has not. */
function nightsAdded(before: Nights, after: Nights): readonly Nights[] {
  const earlier =
    after.from < before.from ? [{from: after.from, until: earliest(before.from, after.until)}] : []
  const later =
    before.until !== null && (after.until === null || after.until > before.until)
      ? [{from: latest(before.until, after.from), until: after.until}]
      : []
  return [...earlier, ...later]
}

const earliest = (day: string, other: string | null): string => (other === null || day < other ? day : other)
const latest = (day: string, other: string): string => (day > other ? day : other)
