import {withIds} from '../route.ts'

const open = {context: 'documentation', access: 'public'} as const

export const documentationRoutes = withIds({
  getOpenApi: {
    ...open,
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'The full contract, OpenAPI 3.1',
    response: {status: 200, media: ['application/json']},
    problems: [],
  },
  getDocumentation: {
    ...open,
    method: 'GET',
    path: '/docs',
    summary: 'The contract as a page to read',
    response: {status: 200, media: ['text/html; charset=utf-8']},
    problems: [],
  },
  getProblems: {
    ...open,
    method: 'GET',
    path: '/problems',
    summary: 'What each problem means and what to do about it',
    response: {status: 200, media: ['text/html; charset=utf-8']},
    problems: [],
  },
})
