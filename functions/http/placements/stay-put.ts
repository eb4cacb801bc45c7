import type {OccupancyId} from '../../../domain/ids.ts'
import {stayPut as decide} from '../../../domain/placement/staying-put.ts'
import {refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {placementRoutes} from '../routes/placements.ts'
import {keepPlacements} from './keep-placements.ts'
import {loadInOrder} from './load-comers.ts'
import {homeIn} from './load-homes.ts'
import {loadStay} from './load-stay.ts'
import {placingRefusal} from './placing-refusal.ts'
import {policyNow} from './policy-in-force.ts'

export const stayPut = http(placementRoutes.stayPut, async ({params, body}, asking) => {
  const {table, caller, now, newId} = asking
  const [stay, policy] = await Promise.all([
    loadStay(table, caller.authorityId, params.placementId),
    policyNow(table, caller.authorityId),
  ])
  if (stay === null) return refuse({kind: 'not-found', what: 'placement'})
  if (stay.home === null) return refuse({kind: 'not-with-foster-carers'})
  const [child] = await loadInOrder(table, caller.authorityId, [stay.placement.value.childId])
  const decided = decide({
    placement: stay.placement.value,
    home: homeIn(stay.home),
    whereabouts: stay.whereabouts,
    dob: child!.dob,
    ...body,
    occupancyId: newId() as OccupancyId,
    policy,
    at: now,
  })
  if (!decided.ok) return refuse(placingRefusal(decided.error, '/on'))
  const {isEmergency, read} = stay
  return keepPlacements(asking, read, decided.value, {isEmergency, isImmediateEnd: false, dayAt: '/on'})
})
