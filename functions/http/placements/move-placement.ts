import {movePlacement as move} from '../../../domain/placement/move-placement.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadReferral} from '../../store/referrals.ts'
import {fault, invalid} from '../faults.ts'
import {placementRoutes} from '../routes/placements.ts'
import {isEmergency, keepPlacements} from './keep-placements.ts'
import {loadBasis} from './load-basis.ts'
import {loadComers} from './load-comers.ts'
import {loadDestination, withHome} from './load-homes.ts'
import {loadStay} from './load-stay.ts'
import {placingRefusal} from './placing-refusal.ts'
import {policyNow} from './policy-in-force.ts'

export const movePlacement = http(placementRoutes.movePlacement, async ({params, body}, asking) => {
  const {table, caller, now, newId} = asking
  const {authorityId} = caller
  const [stay, destination, basis, referral, policy] = await Promise.all([
    loadStay(table, authorityId, params.placementId),
    loadDestination(table, authorityId, body),
    loadBasis(table, authorityId, body),
    body.referralId && loadReferral(table, authorityId, body.referralId),
    policyNow(table, authorityId),
  ])
  if (stay === null) return refuse({kind: 'not-found', what: 'placement'})
  if (body.referralId !== null && referral === null)
    return invalid([fault('/referralId', 'is not a referral of your authority')])
  if (!destination.ok) return destination
  if (!basis.ok) return basis
  const {hold, offer, shown} = basis.value
  const {comers, whereabouts} = await loadComers(table, authorityId, [stay.placement.value.childId], newId)
  const asked = {
    kind: body.kind ?? referral?.value.kind ?? 'short-term',
    urgency: body.urgency ?? referral?.value.urgency ?? 'planned',
  }
  const decided = move({
    authorityId,
    referral: referral?.value ?? null,
    ...asked,
    arrangement: 'main',
    leaving: [stay.leaving],
    reasonForChange: body.reasonForChange,
    children: comers,
    into: destination.value.into,
    from: body.on,
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
  if (!decided.ok) return refuse(placingRefusal(decided.error, '/on'))
  const homes = withHome(stay.read.homes, destination.value.home)
  const read = {...stay.read, whereabouts, homes, hold, referral}
  const kept = await keepPlacements(asking, read, decided.value, {
    isEmergency: isEmergency(asked),
    isImmediateEnd: body.immediate,
    dayAt: '/on',
  })
  const next = decided.value.placements.at(-1)!
  return kept.ok ? ok({...kept.value, location: `/v1/placements/${next.id}`}) : kept
})
