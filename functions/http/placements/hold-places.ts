import type {HoldId, OccupancyId} from '../../../domain/ids.ts'
import {deadlineOfHold} from '../../../domain/placement/deadlines.ts'
import {decideHold, type HoldRefusal} from '../../../domain/placement/decide-hold.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {changeCalendar} from '../../store/calendars.ts'
import {keepDeadline} from '../../store/deadlines.ts'
import {keepHold} from '../../store/holds.ts'
import {recordPlacementEvents} from '../../store/placement-events.ts'
import {firstVersion} from '../../store/stored.ts'
import {fault} from '../faults.ts'
import {routes} from '../routes.ts'
import {aboutHold, holdResource} from './hold-resource.ts'
import {loadPlacing} from './load-placing.ts'

export const holdPlaces = http(
  routes.holdPlaces,
  async ({params, body}, {table, caller: {authorityId, by}, now, newId}) => {
    const loaded = await loadPlacing(table, authorityId, {...params, ...body})
    if (!loaded.ok) return loaded
    const {referral, children, home, policy, stillStands} = loaded.value
    const {household, calendar} = home
    const decided = decideHold({
      id: newId() as HoldId,
      authorityId,
      referral: referral.value,
      children: children.map(child => ({child, occupancyId: newId() as OccupancyId})),
      home: {household: household.value, calendar: calendar.value},
      shortlistId: body.shortlistId,
      policy,
      approvals: body.approvals,
      by,
      at: now,
      ...(body.until !== undefined && {expiresAt: body.until}),
    })
    if (!decided.ok) return refuse(asRefusal(decided.error))
    const {hold, calendar: taken, events} = decided.value
    return ok({
      body: holdResource(firstVersion(hold, now), now),
      version: 1,
      about: aboutHold(hold),
      location: `/v1/holds/${hold.id}`,
      writes: [
        ...changeCalendar(authorityId, hold.householdId, calendar, taken, now),
        ...stillStands,
        keepHold(authorityId, null, hold, now),
        keepDeadline(authorityId, null, deadlineOfHold(hold, null), now),
        ...recordPlacementEvents(authorityId, events, {[hold.id]: 1}, now),
      ],
    })
  },
)

/** What contradicts the request itself is a fault of it; the rest is so now and may be otherwise later. */
function asRefusal(refusal: HoldRefusal): Refusal {
  switch (refusal.kind) {
    case 'expires-in-the-past':
      return {kind: 'invalid', faults: [fault('/until', 'must be in the future')]}
    case 'not-in-referral':
      throw new Error('Children who are not of the referral were let through.')
    case 'already-placed':
    case 'referral-not-open':
      return {kind: refusal.kind}
    default:
      return refusal
  }
}
