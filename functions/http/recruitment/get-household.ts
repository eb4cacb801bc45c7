import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadHousehold} from '../../store/households.ts'
import {householdResource, mayKnowHome} from '../confidential.ts'
import {householdRoutes} from '../routes/households.ts'

export const getHousehold = http(
  householdRoutes.getHousehold,
  async ({params, breakGlass}, {table, caller}) => {
    if (breakGlass !== null && !caller.scopes.has('placements'))
      return refuse({kind: 'forbidden', needs: ['placements']})
    const household = await loadHousehold(table, caller.authorityId, params.householdId)
    if (household === null) return refuse({kind: 'not-found', what: 'household'})
    const brokeGlass = breakGlass !== null && !mayKnowHome(household.value, caller)
    return ok({
      body: householdResource(household, caller, brokeGlass || mayKnowHome(household.value, caller)),
      version: household.version,
      brokeGlass,
    })
  },
)
