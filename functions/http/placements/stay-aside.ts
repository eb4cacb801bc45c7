import type {Day} from '../../../domain/calendar.ts'
import type {AuthorityId, HouseholdId, PlacementId} from '../../../domain/ids.ts'
import type {Location} from '../../../domain/location.ts'
import type {GivenCode} from '../../../domain/placement/code-of-home.ts'
import type {GrantedApproval} from '../../../domain/placement/placement.ts'
import {startPlacement as start} from '../../../domain/placement/start-placement.ts'
import {ok, refuse} from '../../../domain/result.ts'
import type {Asking} from '../../runtime/endpoint.ts'
import {http} from '../../runtime/http.ts'
import {loadPlacement} from '../../store/placements.ts'
import {placementRoutes} from '../routes/placements.ts'
import {keepPlacements} from './keep-placements.ts'
import {loadComers} from './load-comers.ts'
import {loadDestination} from './load-homes.ts'
import {placingRefusal} from './placing-refusal.ts'
import {policyNow} from './policy-in-force.ts'

export const startRespite = http(placementRoutes.startRespite, ({params, body}, asking) =>
  stayAside(asking, 'respite', params.placementId, body),
)

export const startHospitalStay = http(placementRoutes.startHospitalStay, ({params, body}, asking) =>
  stayAside(asking, 'hospital', params.placementId, body),
)

interface Aside {
  readonly householdId?: HouseholdId
  readonly setting?: {
    readonly name: string
    readonly urn: string | null
    readonly location: Location
    readonly authorityId: AuthorityId
  }
  readonly from: Day
  readonly until: Day | null
  readonly code?: GivenCode
  readonly weeklyCostPence?: number
  readonly approvals?: readonly GrantedApproval[]
}

/** The child of a placement stays somewhere else for a while; the placement goes on. */
async function stayAside(asking: Asking, arrangement: 'respite' | 'hospital', id: PlacementId, aside: Aside) {
  const {table, caller, now, newId} = asking
  const {authorityId} = caller
  const [placement, destination, policy] = await Promise.all([
    loadPlacement(table, authorityId, id),
    loadDestination(table, authorityId, aside),
    policyNow(table, authorityId),
  ])
  if (placement === null) return refuse({kind: 'not-found', what: 'placement'} as const)
  if (!destination.ok) return destination
  const {into, home} = destination.value
  const {comers, whereabouts} = await loadComers(table, authorityId, [placement.value.childId], newId)
  const {from, until, code = {}, weeklyCostPence = null, approvals = []} = aside
  const decided = start({
    authorityId,
    referral: null,
    kind: 'respite',
    urgency: 'planned',
    arrangement,
    children: comers,
    into,
    from,
    until,
    hold: null,
    offer: null,
    shown: null,
    reason: null,
    code,
    weeklyCostPence,
    approvals,
    policy,
    at: now,
  })
  if (!decided.ok) return refuse(placingRefusal(decided.error, '/from'))
  const homes = home ? [home] : []
  const read = {placements: [], whereabouts, homes, deadlines: null, hold: null, referral: null}
  const around = {isEmergency: false, isImmediateEnd: false, dayAt: '/from'}
  const kept = await keepPlacements(asking, read, decided.value, around)
  return kept.ok ? ok({...kept.value, location: `/v1/placements/${decided.value.placements[0]!.id}`}) : kept
}
