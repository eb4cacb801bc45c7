import * as z from 'zod'
import {withIds} from '../route.ts'
import {child, childBody, childList} from '../schemas/child.ts'
import {childId} from '../schemas/ids.ts'
import {pageQuery} from '../schemas/list.ts'
import {placing} from './placing.ts'

const ofChild = z.strictObject({childId})

export const childRoutes = withIds({
  createChild: {
    ...placing,
    method: 'POST',
    path: '/v1/children',
    summary: 'Record a child',
    body: childBody,
    response: {status: 201, body: child},
    problems: ['reference-taken'],
  },
  listChildren: {
    ...placing,
    method: 'GET',
    path: '/v1/children',
    summary: 'List children',
    query: pageQuery,
    response: {status: 200, body: childList},
    problems: [],
  },
  getChild: {
    ...placing,
    method: 'GET',
    path: '/v1/children/{childId}',
    summary: 'Read a child',
    params: ofChild,
    response: {status: 200, body: child},
    problems: ['not-found'],
  },
  changeChild: {
    ...placing,
    method: 'PUT',
    path: '/v1/children/{childId}',
    summary: 'Replace what is recorded about a child',
    params: ofChild,
    body: childBody,
    ifMatch: true,
    response: {status: 200, body: child},
    problems: ['not-found', 'reference-taken'],
  },
})
