import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadPlacement} from '../../store/placements.ts'
import {placementRoutes} from '../routes/placements.ts'
import {aboutPlacements, placementResource} from './placement-resource.ts'

export const getPlacement = http(placementRoutes.getPlacement, async ({params}, {table, caller}) => {
  const placement = await loadPlacement(table, caller.authorityId, params.placementId)
  if (placement === null) return refuse({kind: 'not-found', what: 'placement'})
  return ok({
    body: placementResource(placement),
    version: placement.version,
    about: aboutPlacements([placement.value]),
  })
})
