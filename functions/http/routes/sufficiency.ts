import * as z from 'zod'
import {withIds} from '../route.ts'
import {
  breakdown,
  breakdownQuery,
  indicatorId,
  memberList,
  reportQuery,
  rowsQuery,
  sufficiency,
  sufficiencyQuery,
  trend,
  trendQuery,
} from '../schemas/sufficiency.ts'

const counting = {context: 'sufficiency', access: {scopes: ['sufficiency']}, method: 'GET'} as const
const ofIndicator = z.strictObject({indicatorId})

export const sufficiencyRoutes = withIds({
  getSufficiency: {
    ...counting,
    path: '/v1/sufficiency',
    summary: 'Every indicator as of a day',
    description:
      'Each with its definition, source, numerator, denominator, unknowns and the path of the rows behind it. From ' +
      'imported returns and, for the nights after them, from the placements made in Hearth.',
    query: sufficiencyQuery,
    response: {status: 200, body: sufficiency},
    problems: [],
  },
  getTrend: {
    ...counting,
    path: '/v1/sufficiency/trend',
    summary: 'Indicators at the end of each month',
    description: 'One indicator, or all of them, from one day to another. At most fifteen years.',
    query: trendQuery,
    response: {status: 200, body: trend},
    problems: [],
  },
  getBreakdown: {
    ...counting,
    path: '/v1/sufficiency/indicators/{indicatorId}',
    summary: 'An indicator divided by something that its members differ in',
    params: ofIndicator,
    query: breakdownQuery,
    response: {status: 200, body: breakdown},
    problems: [],
  },
  listIndicatorRows: {
    ...counting,
    path: '/v1/sufficiency/indicators/{indicatorId}/rows',
    summary: 'List the children, homes or referrals behind an indicator',
    params: ofIndicator,
    query: rowsQuery,
    response: {status: 200, body: memberList},
    problems: [],
  },
  getReport: {
    ...counting,
    path: '/v1/sufficiency/report',
    summary: 'The sixteen tables of a sufficiency strategy',
    description: 'As a page to read and print, as JSON, or one table as CSV.',
    query: reportQuery,
    response: {
      status: 200,
      media: ['text/html; charset=utf-8', 'application/json', 'text/csv; charset=utf-8'],
    },
    problems: [],
  },
})
