import {dayNumber} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {indicatorsAt} from '../../../domain/sufficiency/indicators.ts'
import {publishedIndicatorsAt} from '../../../domain/sufficiency/publish.ts'
import {monthEnds} from '../../../domain/sufficiency/reporting-year.ts'
import {http} from '../../runtime/http.ts'
import {fault} from '../faults.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'

/** As long as a child may be counted back. */
const MOST_DAYS = 15 * 366

export const getTrend = http(sufficiencyRoutes.getTrend, async ({query}, asking) => {
  const {from, to, indicator, audience} = query
  if (dayNumber(to) - dayNumber(from) > MOST_DAYS) {
    const faults = [{...fault('/to', 'must be within fifteen years of from'), in: 'query' as const}]
    return {ok: false, error: {kind: 'invalid', faults}}
  }
  const {prepared} = await preparedFacts(asking)
  const at = audience === 'public' ? publishedIndicatorsAt : indicatorsAt
  const points = monthEnds(from, to).map(day => ({day, indicators: at(prepared, day, indicator)}))
  const indicators = (points[0]?.indicators ?? []).map(({id, title, unit}, n) => ({
    id,
    title,
    unit,
    points: points.map(({day, indicators}) => {
      const {numerator, denominator, unknown, value} = indicators[n]!
      return {asAt: day, numerator, denominator, unknown, value}
    }),
  }))
  return ok({body: {authorityId: asking.caller.authorityId, indicators}})
})
