import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadChild} from '../../store/children.ts'
import {resource} from '../resource.ts'
import {childRoutes} from '../routes/children.ts'

export const getChild = http(childRoutes.getChild, async ({params}, {table, caller}) => {
  const child = await loadChild(table, caller.authorityId, params.childId)
  if (child === null) return refuse({kind: 'not-found', what: 'child'})
  return ok({body: resource(child), version: child.version})
})
