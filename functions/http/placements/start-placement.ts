import {startPlacement as start} from '../../../domain/placement/start-placement.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {invalid} from '../faults.ts'
import {placementRoutes} from '../routes/placements.ts'
import {isEmergency, keepPlacements} from './keep-placements.ts'
import {loadBasis} from './load-basis.ts'
import {loadComers} from './load-comers.ts'
import {loadDestination} from './load-homes.ts'
import {loadSought} from './load-sought.ts'
import {placingRefusal} from './placing-refusal.ts'
import {policyNow} from './policy-in-force.ts'

export const startPlacement = http(placementRoutes.startPlacement, async ({params, body}, asking) => {
  const {table, caller, now, newId} = asking
  const {authorityId} = caller
  const [sought, destination, basis, policy] = await Promise.all([
    loadSought(table, authorityId, {...params, ...body}),
    loadDestination(table, authorityId, body),
    loadBasis(table, authorityId, body),
    policyNow(table, authorityId),
  ])
  if (sought === null) return refuse({kind: 'not-found', what: 'referral'})
  if (sought.faults.length > 0) return invalid(sought.faults)
  if (!destination.ok) return destination
  if (!basis.ok) return basis
  const {into, home} = destination.value
  const {hold, offer, shown} = basis.value
  const referral = sought.referral.value
  const {comers, whereabouts} = await loadComers(table, authorityId, sought.ids, newId)
  const asked = {kind: body.kind ?? referral.kind, urgency: referral.urgency}
  const decided = start({
    authorityId,
    referral,
    ...asked,
    arrangement: 'main',
    children: comers,
    into,
    from: body.startOn,
    until: body.until,
    hold: hold?.hold.value ?? null,
    offer,
    shown,
    reason: body.reason,
    code: body.code,
    weeklyCostPence: body.weeklyCostPence ?? null,
    approvals: body.approvals,
    policy,
    at: now,
  })
  if (!decided.ok) return refuse(placingRefusal(decided.error, '/startOn'))
  const homes = home ? [home] : []
  const read = {placements: [], whereabouts, homes, deadlines: null, hold, referral: sought.referral}
  const kept = await keepPlacements(asking, read, decided.value, {
    isEmergency: isEmergency(asked),
    isImmediateEnd: false,
    dayAt: '/startOn',
  })
  return kept.ok ? ok({...kept.value, location: `/v1/placements/${decided.value.placements[0]!.id}`}) : kept
})
