import type {Child} from '../../../domain/child/child.ts'
import type {ChildId} from '../../../domain/ids.ts'
import {ok} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as children from '../../store/children.ts'
import {firstVersion} from '../../store/stored.ts'
import {invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {childRoutes} from '../routes/children.ts'
import {faultsOfChild} from './faults-of-child.ts'

export const createChild = http(childRoutes.createChild, async ({body}, {caller, now, newId}) => {
  const child: Child = {id: newId() as ChildId, ...body}
  const faults = faultsOfChild(child, now)
  if (faults.length > 0) return invalid(faults)
  return ok({
    body: resource(firstVersion(child, now)),
    version: 1,
    about: [`child/${child.id}`],
    location: `/v1/children/${child.id}`,
    writes: children.createChild(caller.authorityId, child, now),
  })
})
