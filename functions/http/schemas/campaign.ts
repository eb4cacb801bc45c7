import * as z from 'zod'
import {source} from './application.ts'
import {contradiction} from './contradictions.ts'
import {day, pence, text} from './facts.ts'
import {campaignId} from './ids.ts'
import {listOf, record} from './list.ts'

const facts = {
  name: text(200),
  source,
  from: day,
  until: day.nullable().default(null).meta({description: 'The last day; null: it goes on.'}),
  costPence: pence.meta({description: 'All that it costs, from its first day to its last.'}),
}

export const campaignBody = z
  .strictObject(facts)
  .refine(
    ({from, until}) => until === null || until >= from,
    contradiction('until', 'must not be before from', ['from', 'until']),
  )
  .meta({id: 'CampaignFacts'})

export const campaign = z.strictObject({id: campaignId, ...record, ...facts}).meta({
  id: 'Campaign',
  description: 'Something done so that people enquire about fostering, with its cost.',
})
export const campaignList = listOf(campaign).meta({id: 'Campaigns'})
