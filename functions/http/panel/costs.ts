import {dayInEngland, type Instant} from '../../../domain/calendar.ts'
import {type PlacementCosts, weeklyCostOn} from '../../../domain/panel/costs.ts'
import {shareOut} from '../../../domain/panel/money.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {placementCostsRecorded} from '../../../events/placement-costs-recorded.v1.ts'
import {http} from '../../runtime/http.ts'
import {recordEvent} from '../../store/outbox.ts'
import {costsOrNone, keepCosts, loadCosts} from '../../store/placement-costs.ts'
import {loadPlacement} from '../../store/placements.ts'
import {nextVersion, type Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'
import {panelRoutes} from '../routes/panel.ts'

export const getCosts = http(
  panelRoutes.getCosts,
  async ({params: {placementId}}, {table, caller: {authorityId}, now}) => {
    const [placement, recorded] = await Promise.all([
      loadPlacement(table, authorityId, placementId),
      loadCosts(table, authorityId, placementId),
    ])
    if (placement === null) return refuse({kind: 'not-found', what: 'placement'})
    const costs = costsOrNone(recorded, placement)
    return ok({
      body: costsResource(costs, placement.value, now),
      version: costs.version,
      about: [`child/${placement.value.childId}`],
    })
  },
)

export const recordCosts = http(
  panelRoutes.recordCosts,
  async ({params: {placementId}, version, body}, {table, caller: {authorityId}, now}) => {
    const [placement, recorded] = await Promise.all([
      loadPlacement(table, authorityId, placementId),
      loadCosts(table, authorityId, placementId),
    ])
    if (placement === null) return refuse({kind: 'not-found', what: 'placement'})
    const before = costsOrNone(recorded, placement)
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const after = nextVersion(before, {placementId, ...body}, now)
    const {childId} = placement.value
    return ok({
      body: costsResource(after, placement.value, now),
      version: after.version,
      about: [`child/${childId}`],
      writes: [
        keepCosts(authorityId, recorded, after),
        recordEvent(
          authorityId,
          placementCostsRecorded({authorityId, placementId, recordVersion: after.version, childId}, now),
        ),
      ],
    })
  },
)

function costsResource(stored: Stored<PlacementCosts>, placement: Placement, now: Instant) {
  const penceAWeek = weeklyCostOn(placement, stored.value, dayInEngland(now))
  return {
    id: placement.id,
    ...resource(stored),
    penceAWeek,
    fundedBy: penceAWeek === null ? [] : shareOut(penceAWeek, stored.value.shares),
  }
}
