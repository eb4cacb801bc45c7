import type {HouseholdId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as households from '../../store/households.ts'
import {firstVersion} from '../../store/stored.ts'
import {householdResource} from '../confidential.ts'
import {invalid} from '../faults.ts'
import {householdRoutes} from '../routes/households.ts'
import {faultsOfHousehold} from './faults-of-household.ts'
import {householdFrom} from './household-from.ts'

export const createHousehold = http(householdRoutes.createHousehold, async ({body}, {caller, now, newId}) => {
  const household = householdFrom(newId() as HouseholdId, body, now)
  const faults = faultsOfHousehold(household, now)
  if (faults.length > 0) return invalid(faults)
  return ok({
    body: householdResource(firstVersion(household, now), caller),
    version: 1,
    about: [`household/${household.id}`],
    location: `/v1/households/${household.id}`,
    writes: households.createHousehold(caller.authorityId, household, now),
  })
})
