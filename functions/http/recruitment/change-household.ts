import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as households from '../../store/households.ts'
import {nextVersion} from '../../store/stored.ts'
import {householdResource} from '../confidential.ts'
import {invalid} from '../faults.ts'
import {householdRoutes} from '../routes/households.ts'
import {faultsOfHousehold} from './faults-of-household.ts'
import {householdFrom} from './household-from.ts'

export const changeHousehold = http(
  householdRoutes.changeHousehold,
  async ({params, version, body}, {table, caller, now}) => {
    const before = await households.loadHousehold(table, caller.authorityId, params.householdId)
    if (before === null) return refuse({kind: 'not-found', what: 'household'})
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const household = householdFrom(params.householdId, body, now)
    const faults = faultsOfHousehold(household, now)
    if (faults.length > 0) return invalid(faults)
    const after = nextVersion(before, household, now)
    return ok({
      body: householdResource(after, caller),
      version: after.version,
      writes: households.changeHousehold(caller.authorityId, before, household, now),
    })
  },
)
