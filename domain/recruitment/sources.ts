import type {Day} from '../calendar.ts'
import type {CampaignId} from '../ids.ts'
import type {Application, Campaign, Source} from './application.ts'
import {cohortOf} from './funnel.ts'

/** What came of the enquiries of one source, or of one campaign in it. */
export interface SourceYield {
  readonly source: Source
  /** null: of the source without any campaign. */
  readonly campaignId: CampaignId | null
  readonly enquiries: number
  readonly applications: number
  readonly approvals: number
  readonly open: number
  /** null: no campaign, and its cost is not known. */
  readonly costPence: number | null
  /** null: no cost is known, or nobody is approved yet. */
  readonly costPenceForEachApproval: number | null
}

/** Enquiries up to a day, by source and campaign: the most approvals first. A campaign without enquiries is shown too. */
export function sourcesOn(
  applications: readonly Application[],
  campaigns: readonly Campaign[],
  on: Day,
): readonly SourceYield[] {
  const known = applications.filter(({enquiry}) => enquiry.on <= on)
  const keyOf = (source: Source, campaignId: CampaignId | null) => `${source} ${campaignId ?? ''}`
  const groups = Map.groupBy(known, ({enquiry}) => keyOf(enquiry.source, enquiry.campaignId))
  const costs = new Map(campaigns.map(({id, costPence}) => [id, costPence]))
  const asked = known.map(({enquiry: {source, campaignId}}) => ({source, campaignId}))
  const started = campaigns.filter(({from}) => from <= on)
  const all = [...asked, ...started.map(({id, source}) => ({source, campaignId: id}))]
  const each = new Map(all.map(group => [keyOf(group.source, group.campaignId), group]))
  return [...each.keys()]
    .toSorted()
    .map(key => {
      const {source, campaignId} = each.get(key)!
      const {enquiries, reached, open} = cohortOf('all', groups.get(key) ?? [], on)
      const costPence = campaignId === null ? null : (costs.get(campaignId) ?? null)
      const approvals = reached.approved
      return {
        source,
        campaignId,
        enquiries,
        applications: reached['application-accepted'],
        approvals,
        open,
        costPence,
        costPenceForEachApproval:
          costPence === null || approvals === 0 ? null : Math.round(costPence / approvals),
      }
    })
    .toSorted((a, b) => b.approvals - a.approvals)
}
