import type {ApiRoute} from '../../infra/http-api.ts'

const route = (id: string, context: ApiRoute['context'], method: string, path: string): ApiRoute => ({
  id,
  context,
  method,
  path,
  access: context === 'documentation' ? 'public' : {scopes: ['placements']},
})

export const ROUTES: readonly ApiRoute[] = [
  route('createChild', 'placements', 'POST', '/v1/children'),
  route('getChild', 'placements', 'GET', '/v1/children/{childId}'),
  route('createHousehold', 'recruitment', 'POST', '/v1/households'),
  route('getOpenApi', 'documentation', 'GET', '/v1/openapi.json'),
  route('getDocumentation', 'documentation', 'GET', '/docs'),
  route('getProblems', 'documentation', 'GET', '/problems'),
]
