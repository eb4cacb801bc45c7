import {ok} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import * as children from '../../store/children.ts'
import {listing} from '../resource.ts'
import {childRoutes} from '../routes/children.ts'

export const listChildren = http(childRoutes.listChildren, async ({query}, {table, caller}) => {
  const {limit, cursor = null} = query
  const body = listing(await children.listChildren(table, caller.authorityId, {limit, cursor}))
  return ok({
    body,
    about: namesOf(
      'child',
      body.items.map(({id}) => id),
    ),
  })
})
