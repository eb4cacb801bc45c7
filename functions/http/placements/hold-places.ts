import type {HoldId, OccupancyId} from '../../../domain/ids.ts'
import {decideHold, type HoldRefusal} from '../../../domain/placement/decide-hold.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {registerAuthority} from '../../store/authorities.ts'
import {changeCalendar} from '../../store/calendars.ts'
import {keepDeadlineOfHold} from '../../store/deadlines.ts'
import {keepHold} from '../../store/holds.ts'
import {recordPlacementEvents} from '../../store/placement-events.ts'
import {loadShortlist} from '../../store/shortlists.ts'
import {firstVersion} from '../../store/stored.ts'
import {fault, invalid} from '../faults.ts'
import {holdRoutes} from '../routes/holds.ts'
import {aboutHold, holdResource} from './hold-resource.ts'
import {loadInOrder} from './load-comers.ts'
import {homeIn, householdStands, loadHome} from './load-homes.ts'
import {loadSought, referralStands} from './load-sought.ts'
import {policyNow} from './policy-in-force.ts'

export const holdPlaces = http(
  holdRoutes.holdPlaces,
  async ({params, body}, {table, caller: {authorityId, by}, now, newId}) => {
    const [sought, home, policy, shortlist] = await Promise.all([
      loadSought(table, authorityId, {...params, ...body}),
      loadHome(table, authorityId, body.householdId),
      policyNow(table, authorityId),
      body.shortlistId && loadShortlist(table, authorityId, body.shortlistId),
    ])
    if (sought === null) return refuse({kind: 'not-found', what: 'referral'})
    const {referral, ids} = sought
    const faults = [
      ...sought.faults,
      ...(home !== null ? [] : [fault('/householdId', 'is not a household of your authority')]),
      ...(body.shortlistId && shortlist?.value.referralId !== params.referralId
        ? [fault('/shortlistId', 'is not a shortlist of this referral')]
        : []),
    ]
    if (home === null || faults.length > 0) return invalid(faults)
    const children = await loadInOrder(table, authorityId, ids)
    const decided = decideHold({
      id: newId() as HoldId,
      authorityId,
      referral: referral.value,
      children: children.map(child => ({child, occupancyId: newId() as OccupancyId})),
      home: homeIn(home),
      shortlistId: body.shortlistId,
      policy,
      approvals: body.approvals,
      by,
      at: now,
      ...(body.until !== undefined && {expiresAt: body.until}),
    })
    if (!decided.ok) return refuse(asRefusal(decided.error))
    const {hold, calendar, events} = decided.value
    await registerAuthority(table, authorityId, now)
    return ok({
      body: holdResource(firstVersion(hold, now), now),
      version: 1,
      about: aboutHold(hold),
      location: `/v1/holds/${hold.id}`,
      writes: [
        ...changeCalendar(authorityId, hold.householdId, home.calendar, calendar, now),
        householdStands(authorityId, home.household),
        referralStands(authorityId, referral),
        keepHold(authorityId, null, hold, now),
        keepDeadlineOfHold(authorityId, null, hold, now),
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
      return {kind: 'invalid', faults: [fault('/children', 'are not all of this referral')]}
    case 'already-placed':
    case 'referral-not-open':
      return {kind: refusal.kind}
    default:
      return refusal
  }
}
