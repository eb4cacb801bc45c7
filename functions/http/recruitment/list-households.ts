import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as households from '../../store/households.ts'
import {listing} from '../resource.ts'
import {routes} from '../routes.ts'

export const listHouseholds = http(routes.listHouseholds, async ({query}, {table, caller}) => {
  const {limit, cursor = null} = query
  return ok({body: listing(await households.listHouseholds(table, caller.authorityId, {limit, cursor}))})
})
