import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadHold} from '../../store/holds.ts'
import {holdRoutes} from '../routes/holds.ts'
import {aboutHold, holdResource} from './hold-resource.ts'

export const getHold = http(holdRoutes.getHold, async ({params}, {table, caller, now}) => {
  const hold = await loadHold(table, caller.authorityId, params.holdId)
  if (hold === null) return refuse({kind: 'not-found', what: 'hold'})
  return ok({body: holdResource(hold, now), version: hold.version, about: aboutHold(hold.value)})
})
