import {endStayingPut as end} from '../../../domain/placement/staying-put.ts'
import {refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {placementRoutes} from '../routes/placements.ts'
import {keepPlacements} from './keep-placements.ts'
import {loadStay} from './load-stay.ts'
import {placingRefusal} from './placing-refusal.ts'
import {policyNow} from './policy-in-force.ts'

export const endStayingPut = http(placementRoutes.endStayingPut, async ({params, body}, asking) => {
  const {table, caller, now} = asking
  const [stay, policy] = await Promise.all([
    loadStay(table, caller.authorityId, params.placementId),
    policyNow(table, caller.authorityId),
  ])
  if (stay === null) return refuse({kind: 'not-found', what: 'placement'})
  const {leaving, isEmergency, read} = stay
  const decided = end({...leaving, ...body, policy, at: now})
  if (!decided.ok) return refuse(placingRefusal(decided.error, '/on'))
  return keepPlacements(asking, read, decided.value, {isEmergency, isImmediateEnd: null, dayAt: '/on'})
})
