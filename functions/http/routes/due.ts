import * as z from 'zod'
import {withIds} from '../route.ts'
import {done, doneBody, dueList, dueQuery} from '../schemas/due.ts'
import {placementId} from '../schemas/ids.ts'
import {placing} from './placing.ts'

export const dueRoutes = withIds({
  recordDone: {
    ...placing,
    method: 'POST',
    path: '/v1/placements/{placementId}/done',
    summary: 'Record that something due was done',
    params: z.strictObject({placementId}),
    body: doneBody,
    response: {status: 200, body: done},
    problems: ['not-found', 'settled-already'],
  },
  listDue: {
    ...placing,
    access: {scopes: ['placements', 'panel', 'recruitment']},
    method: 'GET',
    path: '/v1/due',
    summary: 'List what is due by law, by agreement or by decision of the panel',
    description:
      'The most pressing first, with what should have been done before. What is due about applications is listed for the ' +
      'scope `recruitment`, all else for `placements` and `panel`.',
    query: dueQuery,
    response: {status: 200, body: dueList},
    problems: [],
  },
})
