import * as z from 'zod'
import {withIds} from '../route.ts'
import {household, householdBody, householdList} from '../schemas/household.ts'
import {householdId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'

const recruiting = {context: 'recruitment', access: {scopes: ['recruitment']}} as const
const readingHomes = {context: 'recruitment', access: {scopes: ['placements', 'recruitment']}} as const
const ofHousehold = z.strictObject({householdId})

export const householdRoutes = withIds({
  createHousehold: {
    ...recruiting,
    method: 'POST',
    path: '/v1/households',
    summary: 'Record a household',
    body: householdBody,
    response: {status: 201, body: household},
    problems: ['reference-taken'],
  },
  listHouseholds: {
    ...readingHomes,
    method: 'GET',
    path: '/v1/households',
    summary: 'List households',
    query: pageQuery,
    response: {status: 200, body: householdList},
    problems: [],
  },
  getHousehold: {
    ...readingHomes,
    method: 'GET',
    path: '/v1/households/{householdId}',
    summary: 'Read a household',
    description:
      'The home of a confidential household is null without the scope `confidential`. Whoever has the scope ' +
      '`placements` sees it with X-Break-Glass and a reason, which goes on record.',
    params: ofHousehold,
    breakGlass: true,
    response: {status: 200, body: household},
    problems: ['not-found'],
  },
  changeHousehold: {
    ...recruiting,
    method: 'PUT',
    path: '/v1/households/{householdId}',
    summary: 'Replace what is recorded about a household',
    params: ofHousehold,
    body: householdBody,
    ifMatch: true,
    response: {status: 200, body: household},
    problems: ['not-found', 'reference-taken'],
  },
})
