import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadHousehold} from '../../store/households.ts'
import {resource} from '../resource.ts'
import {routes} from '../routes.ts'

export const getHousehold = http(routes.getHousehold, async ({params}, {table, caller}) => {
  const household = await loadHousehold(table, caller.authorityId, params.householdId)
  if (household === null) return refuse({kind: 'not-found', what: 'household'})
  return ok({body: resource(household), version: household.version})
})
