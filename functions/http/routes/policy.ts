import {withIds} from '../route.ts'
import {policy, policyBody, policyQuery} from '../schemas/policy.ts'

export const policyRoutes = withIds({
  getPolicy: {
    context: 'placements',
    access: {scopes: ['placements', 'policy', 'panel', 'recruitment']},
    method: 'GET',
    path: '/v1/policy',
    summary: 'Read the matching policy',
    query: policyQuery,
    response: {status: 200, body: policy},
    problems: ['not-found'],
  },
  changePolicy: {
    context: 'placements',
    access: {scopes: ['policy']},
    method: 'PUT',
    path: '/v1/policy',
    summary: 'Change the matching policy',
    description: 'Every version is kept. A policy that breaks its schema is refused whole.',
    body: policyBody,
    ifMatch: true,
    response: {status: 200, body: policy},
    problems: [],
  },
})
