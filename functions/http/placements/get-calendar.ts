import {placesByNight} from '../../../domain/household/calendar.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import {calendarRoutes} from '../routes/calendar.ts'
import {homeIn, loadHome} from './load-homes.ts'

export const getCalendar = http(calendarRoutes.getCalendar, async ({params, query}, {table, caller, now}) => {
  const home = await loadHome(table, caller.authorityId, params.householdId)
  if (home === null) return refuse({kind: 'not-found', what: 'household'})
  const {version, updatedAt} = home.calendar
  const places = placesByNight(homeIn(home), {from: query.from, until: query.to}, now)
  const children = new Set(
    places.flatMap(({nights}) => nights.flatMap(night => ('childId' in night ? (night.childId ?? []) : []))),
  )
  return ok({
    body: {householdId: params.householdId, version, updatedAt, places},
    version,
    about: [...children].map((id): RecordName => `child/${id}`),
  })
})
