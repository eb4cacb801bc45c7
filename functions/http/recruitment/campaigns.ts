import type {CampaignId} from '../../../domain/ids.ts'
import {ok, refuse} from '../../../domain/result.ts'
import {http} from '../../runtime/http.ts'
import * as campaigns from '../../store/campaigns.ts'
import {firstVersion, nextVersion} from '../../store/stored.ts'
import {listing, resource} from '../resource.ts'
import {recruitmentRoutes} from '../routes/recruitment.ts'

const NO_SUCH_CAMPAIGN = refuse({kind: 'not-found', what: 'campaign'} as const)

export const createCampaign = http(
  recruitmentRoutes.createCampaign,
  async ({body}, {caller: {authorityId}, now, newId}) => {
    const campaign = {id: newId() as CampaignId, ...body}
    return ok({
      body: resource(firstVersion(campaign, now)),
      version: 1,
      location: `/v1/recruitment/campaigns/${campaign.id}`,
      writes: [campaigns.keepCampaign(authorityId, null, campaign, now)],
    })
  },
)

export const listCampaigns = http(
  recruitmentRoutes.listCampaigns,
  async ({query: {limit, cursor = null}}, {table, caller: {authorityId}}) =>
    ok({body: listing(await campaigns.listCampaigns(table, authorityId, {limit, cursor}))}),
)

export const getCampaign = http(
  recruitmentRoutes.getCampaign,
  async ({params: {campaignId}}, {table, caller: {authorityId}}) => {
    const stored = await campaigns.loadCampaign(table, authorityId, campaignId)
    return stored ? ok({body: resource(stored), version: stored.version}) : NO_SUCH_CAMPAIGN
  },
)

export const changeCampaign = http(
  recruitmentRoutes.changeCampaign,
  async ({params: {campaignId}, version, body}, {table, caller: {authorityId}, now}) => {
    const before = await campaigns.loadCampaign(table, authorityId, campaignId)
    if (before === null) return NO_SUCH_CAMPAIGN
    if (before.version !== version) return refuse({kind: 'precondition-failed', current: before.version})
    const after = nextVersion(before, {id: campaignId, ...body}, now)
    return ok({
      body: resource(after),
      version: after.version,
      writes: [campaigns.keepCampaign(authorityId, before, after.value, now)],
    })
  },
)
