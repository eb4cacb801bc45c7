import {dayInEngland} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {indicatorsAt} from '../../../domain/sufficiency/indicators.ts'
import {publishedIndicatorsAt} from '../../../domain/sufficiency/publish.ts'
import {http} from '../../runtime/http.ts'
import {sufficiencyRoutes} from '../routes/sufficiency.ts'
import {preparedFacts} from './prepared-facts.ts'

export const getSufficiency = http(
  sufficiencyRoutes.getSufficiency,
  async ({query: {asAt: asked, audience}}, asking) => {
    const asAt = asked ?? dayInEngland(asking.now)
    const {prepared} = await preparedFacts(asking)
    const indicators =
      audience === 'public' ? publishedIndicatorsAt(prepared, asAt) : indicatorsAt(prepared, asAt)
    return ok({
      body: {
        asAt,
        authorityId: asking.caller.authorityId,
        indicators: indicators.map(indicator => ({...indicator, rows: rowsPath(indicator.id, asAt)})),
      },
    })
  },
)

const rowsPath = (id: string, asAt: string) => `/v1/sufficiency/indicators/${id}/rows?asAt=${asAt}`
