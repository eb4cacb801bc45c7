import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as children from '../../store/children.ts'
import {listing} from '../resource.ts'
import {routes} from '../routes.ts'

export const listChildren = http(routes.listChildren, async ({query}, {table, caller}) => {
  const {limit, cursor = null} = query
  return ok({body: listing(await children.listChildren(table, caller.authorityId, {limit, cursor}))})
})
