import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {loadPolicy, changePolicy as policyWrites} from '../../store/policies.ts'
import {policyRoutes} from '../routes/policy.ts'
import {firstPolicy} from './policy-in-force.ts'
import {policyResource} from './policy-resource.ts'

export const changePolicy = http(
  policyRoutes.changePolicy,
  async ({version, body: {reason, ...policy}}, {table, caller, now}) => {
    const {authorityId, by} = caller
    const stored = await loadPolicy(table, authorityId)
    const before = stored ?? firstPolicy(authorityId)
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const after = {
      value: {policy, changedBy: by, reason},
      version: before.version + 1,
      createdAt: now,
      updatedAt: now,
    }
    const {value: first, createdAt} = before
    return ok({
      body: policyResource(after),
      version: after.version,
      writes: [
        // The default goes on record with the first change, so that a later default never rewrites the past.
        ...(stored
          ? []
          : policyWrites(authorityId, 0, first.policy, first.changedBy, first.reason, createdAt)),
        ...policyWrites(authorityId, before.version, policy, by, reason, now),
      ],
    })
  },
)
