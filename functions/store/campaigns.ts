import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, CampaignId} from '../../domain/ids.ts'
import type {Campaign} from '../../domain/recruitment/application.ts'
import {keys, partitions} from './keys.ts'
import {pageOfStored} from './pages.ts'
import type {Refusal} from './refusal.ts'
import {putAsDecided} from './steps.ts'
import {itemOf, type Stored, storedIn, storedOrNull, versionAfter} from './stored.ts'
import type {Item, Page, PageRequest, Table, Write} from './table.ts'

const TYPE = 'campaign'

const keyOf = (auth: AuthorityId, campaignId: CampaignId) =>
  keys.campaign.make({authorityId: auth, campaignId})

const all = (auth: AuthorityId) => ({pk: partitions.campaigns.make({authorityId: auth})})

export const loadCampaign = async (
  table: Table,
  auth: AuthorityId,
  id: CampaignId,
): Promise<Stored<Campaign> | null> => storedOrNull<Campaign>(TYPE, await table.get(keyOf(auth, id)))

/** A page of all, the newest first. */
export const listCampaigns = async (
  table: Table,
  auth: AuthorityId,
  page: PageRequest,
): Promise<Page<Stored<Campaign>>> =>
  pageOfStored(TYPE, await table.query({...all(auth), descending: true}, page))

/** All of the authority, by id. */
export const allCampaigns = async (table: Table, auth: AuthorityId): Promise<readonly Stored<Campaign>[]> =>
  (await table.queryAll(all(auth))).map(item => storedIn<Campaign>(TYPE, item))

/** A new campaign, or one over what was read; whoever is late is to decide again. */
export const keepCampaign = (
  auth: AuthorityId,
  before: Stored<Campaign> | null,
  after: Campaign,
  at: Instant,
): Write<Refusal> => putAsDecided(campaignItem(auth, versionAfter(before, after, at)), before)

/** As it is stored, for loading in bulk. */
export const campaignItem = (auth: AuthorityId, stored: Stored<Campaign>): Item =>
  itemOf({key: keyOf(auth, stored.value.id), type: TYPE}, stored)
