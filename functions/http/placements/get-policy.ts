import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import {policyRoutes} from '../routes/policy.ts'
import {policyInForce} from './policy-in-force.ts'
import {policyResource} from './policy-resource.ts'

export const getPolicy = http(policyRoutes.getPolicy, async ({query}, {table, caller}) => {
  const policy = await policyInForce(table, caller.authorityId, query.version)
  if (policy === null) return refuse({kind: 'not-found', what: 'version of the policy'})
  return ok({body: policyResource(policy), version: policy.version})
})
