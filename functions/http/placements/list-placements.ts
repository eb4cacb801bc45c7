import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {placementsOfChild, placementsOfHousehold} from '../../store/placements.ts'
import {placementRoutes} from '../routes/placements.ts'
import {aboutPlacements, placementResource} from './placement-resource.ts'

export const listPlacements = http(
  placementRoutes.listPlacements,
  async ({query}, {table, caller: {authorityId}}) => {
    const {limit, cursor = null} = query
    const {items, next} =
      query.childId === undefined
        ? await placementsOfHousehold(table, authorityId, query.householdId!, {limit, cursor})
        : await placementsOfChild(table, authorityId, query.childId, {limit, cursor})
    return ok({
      body: {items: items.map(placementResource), next},
      about: aboutPlacements(items.map(({value}) => value)),
    })
  },
)
