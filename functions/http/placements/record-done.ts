import {recordDone as decide} from '../../../domain/placement/deadlines.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {keepDeadlines, loadDeadlines} from '../../store/deadlines.ts'
import {loadPlacement} from '../../store/placements.ts'
import {fault, invalid} from '../faults.ts'
import {dueRoutes} from '../routes/due.ts'
import {aboutPlacements} from './placement-resource.ts'

export const recordDone = http(
  dueRoutes.recordDone,
  async ({params: {placementId}, body: {kind, on}}, {table, caller: {authorityId}, now}) => {
    const [placement, before] = await Promise.all([
      loadPlacement(table, authorityId, placementId),
      loadDeadlines(table, authorityId, placementId),
    ])
    if (placement === null) return refuse({kind: 'not-found', what: 'placement'})
    const deadline = before?.value.deadlines.find(each => each.kind === kind)
    if (before === null || deadline === undefined)
      return invalid([fault('/kind', 'is no deadline of this placement')])
    const decided = decide(deadline, on, now)
    if (!decided.ok)
      return decided.error.kind === 'settled-already'
        ? refuse(decided.error)
        : invalid([fault('/on', 'must not be in the future')])
    const deadlines = before.value.deadlines.map(each => (each === deadline ? decided.value : each))
    return ok({
      body: {id: deadline.id, kind, doneOn: on},
      about: aboutPlacements([placement.value]),
      writes: [keepDeadlines(authorityId, before, {about: placementId, deadlines}, now)],
    })
  },
)
