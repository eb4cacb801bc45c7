import {type Day, dayInEngland} from '../../../../domain/calendar.ts'
import type {Campaign} from '../../../../domain/recruitment/application.ts'
import type {Followed} from '../../../../domain/recruitment/first-placement.ts'
import {forecastApprovals} from '../../../../domain/recruitment/forecast.ts'
import {followedCohortOf, funnelOn} from '../../../../domain/recruitment/funnel.ts'
import {leavingBetween} from '../../../../domain/recruitment/leaving.ts'
import {sourcesOn} from '../../../../domain/recruitment/sources.ts'
import {timeToApproval} from '../../../../domain/recruitment/time-to-approval.ts'
import {ok} from '../../../../domain/result.ts'
import {http} from '../../../runtime/http.ts'
import {allCampaigns} from '../../../store/campaigns.ts'
import {recruitmentViewRoutes} from '../../routes/recruitment-views.ts'
import {loadFollowed} from './load-applications.ts'
import {notYet} from './not-yet.ts'

export const getFunnel = http(recruitmentViewRoutes.getFunnel, async ({query}, {table, caller, now}) => {
  const today = dayInEngland(now)
  const {asAt = today, from = null} = query
  const refusal = notYet('asAt', asAt, today)
  if (refusal !== null) return refusal
  const [applications, campaigns] = await Promise.all([
    loadFollowed(table, caller.authorityId, asAt),
    allCampaigns(table, caller.authorityId),
  ])
  return ok({
    body: funnelOf(
      applications,
      campaigns.map(({value}) => value),
      {from, asAt},
    ),
  })
})

const BEFORE_ALL = '0000-01-01'

function funnelOf(
  applications: readonly Followed[],
  campaigns: readonly Campaign[],
  {from, asAt}: {readonly from: Day | null; readonly asAt: Day},
) {
  const span = {from: from ?? BEFORE_ALL, to: asAt}
  const asked = applications.filter(({enquiry: {on}}) => on >= span.from && on <= asAt)
  const ran = campaigns.filter(({until}) => until === null || until >= span.from)
  const forecast = forecastApprovals(applications, asAt)
  return {
    asAt,
    from,
    all: followedCohortOf('all', asked, asAt),
    cohorts: funnelOn(asked, asAt),
    timeToApproval: timeToApproval(applications, span),
    leaving: leavingBetween(applications, span).map(({applications: _, ...leaving}) => leaving),
    sources: sourcesOn(asked, ran, asAt),
    forecast: forecast.ok
      ? {made: true as const, ...forecast.value}
      : {made: false as const, ...withoutKind(forecast.error)},
  }
}

const withoutKind = <Refusal extends {readonly kind: string}>({kind: _, ...rest}: Refusal) => rest
