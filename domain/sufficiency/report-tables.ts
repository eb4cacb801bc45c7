import type {Day} from '../calendar.ts'
import type {Prepared} from './moment.ts'
import {actionsTable, forecastTable, gapTable} from './report-tables/awaited-tables.ts'
import {legalTable, peopleTable, trendTable} from './report-tables/children-tables.ts'
import {costTable, highCostTable} from './report-tables/cost-tables.ts'
import {definitionOf} from './report-tables/definitions.ts'
import {flowTable} from './report-tables/flow-table.ts'
import {headlinesOf} from './report-tables/headlines.ts'
import {placementsTable} from './report-tables/home-tables.ts'
import {locationTable} from './report-tables/location-table.ts'
import {recruitmentTable} from './report-tables/recruitment-table.ts'
import {siblingsTable, stabilityTable} from './report-tables/stability-tables.ts'
import {supplyTable} from './report-tables/supply-table.ts'
import {finish} from './report-tables/suppress.ts'
import type {Audience, Draft, Report} from './report-tables/table.ts'
import {type Times, timesOf} from './report-tables/times.ts'
import {unmetTable} from './report-tables/unmet-table.ts'

/** The sixteen tables of a sufficiency strategy, in order. */
const draftsOf = (times: Times): readonly Draft[] => [
  trendTable(times),
  peopleTable(times),
  legalTable(times),
  placementsTable(times),
  locationTable(times),
  flowTable(times),
  stabilityTable(times),
  siblingsTable(times),
  supplyTable(times),
  recruitmentTable(times),
  costTable(times),
  highCostTable(times),
  forecastTable,
  gapTable,
  unmetTable(times),
  actionsTable,
]

/** The report of an authority as of a day, for its readers, with the definition of every indicator that it rests on. */
export function reportOf(prepared: Prepared, asAt: Day, audience: Audience): Report {
  const times = timesOf(prepared, asAt)
  const tables = draftsOf(times).map(draft => finish(draft, audience))
  const headlines = headlinesOf(times, audience)
  const ids = new Set([...headlines.map(({id}) => id), ...tables.flatMap(({indicators}) => indicators)])
  return {
    authorityId: prepared.facts.authorityId,
    asAt,
    audience,
    headlines,
    tables,
    definitions: [...ids].map(id => definitionOf(id, times.now)),
  }
}
