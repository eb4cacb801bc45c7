import type {HouseholdId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as households from '../../store/households.ts'
import {firstVersion} from '../../store/stored.ts'
import {invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {routes} from '../routes.ts'
import {faultsOfHousehold} from './faults-of-household.ts'
import {householdFrom} from './household-from.ts'

export const createHousehold = http(routes.createHousehold, async ({body}, {caller, now, newId}) => {
  const household = householdFrom(newId() as HouseholdId, body, now)
  const faults = faultsOfHousehold(household, now)
  if (faults.length > 0) return invalid(faults)
  return ok({
    body: resource(firstVersion(household, now)),
    version: 1,
    location: `/v1/households/${household.id}`,
    writes: households.createHousehold(caller.authorityId, household, now),
  })
})
