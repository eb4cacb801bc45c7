import type {Child} from '../../../domain/child/child.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as children from '../../store/children.ts'
import {nextVersion} from '../../store/stored.ts'
import {invalid} from '../faults.ts'
import {resource} from '../resource.ts'
import {childRoutes} from '../routes/children.ts'
import {faultsOfChild} from './faults-of-child.ts'

export const changeChild = http(
  childRoutes.changeChild,
  async ({params, version, body}, {table, caller, now}) => {
    const before = await children.loadChild(table, caller.authorityId, params.childId)
    if (before === null) return refuse({kind: 'not-found', what: 'child'})
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const child: Child = {id: params.childId, ...body}
    const faults = faultsOfChild(child, now)
    if (faults.length > 0) return invalid(faults)
    const after = nextVersion(before, child, now)
    return ok({
      body: resource(after),
      version: after.version,
      writes: children.changeChild(caller.authorityId, before, child, now),
    })
  },
)
