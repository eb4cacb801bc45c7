import {dayInEngland} from '../../../domain/calendar.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {breakdownOf, dimensionsOf} from '../../../domain/sufficiency/indicators.ts'
import {type PublishedNumbers, publishBreakdown} from '../../../domain/sufficiency/publish.ts'
import {http} from '../../runtime/http.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'

export const getBreakdown = http(
  sufficiencyRoutes.getBreakdown,
  async ({params: {indicatorId}, query}, asking) => {
    const {by, audience, asAt = dayInEngland(asking.now)} = query
    const {prepared} = await preparedFacts(asking)
    const breakdown = breakdownOf(indicatorId, by, prepared, asAt)
    if (breakdown === null) return refuse({kind: 'invalid', faults: [noDimension(indicatorId)]})
    const {id, unit, total, parts} = audience === 'public' ? publishBreakdown(breakdown) : breakdown
    return ok({
      body: {
        asAt,
        id,
        by,
        unit,
        total: numbersOf(total),
        parts: parts.map(each => ({key: each.key, ...numbersOf(each)})),
      },
    })
  },
)

function noDimension(id: string) {
  const dimensions = dimensionsOf(id) ?? []
  const detail = dimensions.length === 0 ? 'cannot be broken down' : `must be one of ${dimensions.join(', ')}`
  return {in: 'query', pointer: '/by', detail} as const
}

const numbersOf = <Numbers extends PublishedNumbers>({numerator, denominator, unknown, value}: Numbers) => ({
  numerator,
  denominator,
  unknown,
  value,
})
