import * as z from 'zod'
import {withIds} from '../route.ts'
import {calendarQuery, householdCalendar} from '../schemas/calendar.ts'
import {householdId} from '../schemas/ids.ts'
import {placing} from './placing.ts'

export const calendarRoutes = withIds({
  getCalendar: {
    ...placing,
    method: 'GET',
    path: '/v1/households/{householdId}/calendar',
    summary: 'Show who or what has each place of a household, night by night',
    params: z.strictObject({householdId}),
    query: calendarQuery,
    response: {status: 200, body: householdCalendar},
    problems: ['not-found'],
  },
})
