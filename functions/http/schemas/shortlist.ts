import * as z from 'zod'
import {
  APPROVAL_RULES,
  CONSIDERATIONS,
  GROUPS,
  HARD_RULES,
  type HardRule,
  SEARCH_NEXT,
} from '../../../domain/matching/shortlist.ts'
import {day, distinct, instant, miles} from './facts.ts'
import {childId, householdId, referralId, shortlistId} from './ids.ts'
import {listOf, record} from './list.ts'
import {offerToSee} from './offer.ts'

const group = z.enum(GROUPS)
const percent = z.int().min(0).max(100)
const distanceMiles = z.number().min(0).nullable()
const rule = z.enum(HARD_RULES)

export const shortlistBody = z
  .strictObject({
    search: distinct(group, GROUPS.length)
      .min(1)
      .default([...GROUPS])
      .meta({description: 'Whose homes; all by default.'}),
    withinMiles: miles
      .nullable()
      .default(null)
      .meta({description: "Miles from the children's home; null: no limit."}),
    limit: z.int().min(1).max(200).default(10).meta({description: 'Options returned.'}),
  })
  .meta({id: 'Search'})

const suitability = z
  .strictObject({value: percent, low: percent, high: percent})
  .meta({description: '0-100; low counts every unknown as 0, high as 1.'})
const consideration = z.strictObject({
  name: z.enum(CONSIDERATIONS),
  weight: z.number(),
  score: z.number().min(0).max(1),
  known: z.boolean(),
  words: z.string(),
})
const approval = z.strictObject({
  rule: z.enum(APPROVAL_RULES),
  role: z.string(),
  within: z.strictObject({value: z.int(), unit: z.enum(['working-days', 'weeks'])}).nullable(),
  words: z.string(),
  source: z.string(),
})
const gap = z.strictObject({
  about: z.string(),
  fit: z.enum(['partly', 'not-met', 'not-known']),
  words: z.string(),
})
const pence = z.int().nullable()

const option = z
  .strictObject({
    rank: z.int().min(1),
    householdId,
    group,
    suitability,
    distanceMiles,
    considerations: z.array(consideration),
    approvals: z.array(approval),
    gaps: z.array(gap),
    costPenceAWeek: z.strictObject({marginal: pence, full: pence}).nullable(),
  })
  .meta({id: 'Option', description: 'A household that breaks no hard rule, with every reason for its rank.'})

const split = z
  .strictObject({
    rank: z.int().min(1),
    homes: z.array(
      z.strictObject({
        householdId,
        children: z.array(childId),
        suitability,
        distanceMiles,
        approvals: z.array(approval),
      }),
    ),
    pairsParted: z.int(),
    milesBetweenHomes: z.number(),
    suitability: z.number(),
    words: z.string(),
  })
  .meta({
    id: 'Split',
    description: 'A sibling group parted between homes; given only when no one home can take all.',
  })

const nearlyPossible = z
  .strictObject({
    householdId,
    change: z.enum(['vacant-from', 'available-from', 'approved-from', 'change-of-terms', 'beyond-search']),
    on: day.nullable(),
    words: z.string(),
  })
  .meta({id: 'NearlyPossible', description: 'The least that would make an excluded household an option.'})

const byRule = Object.fromEntries(HARD_RULES.map(each => [each, z.int().min(1).exactOptional()])) as Record<
  HardRule,
  z.ZodExactOptional<z.ZodInt>
>
const counts = z.strictObject({
  considered: z.int(),
  options: z.int(),
  excluded: z.int(),
  byRule: z.strictObject(byRule),
})

const answer = {
  options: z.array(option),
  splits: z.array(split),
  nearlyPossible: z.array(nearlyPossible),
  counts,
  searchNext: z.array(z.enum(SEARCH_NEXT)),
}

const head = {
  id: shortlistId,
  referralId,
  referralVersion: z.int(),
  at: instant,
  by: z.string(),
  policy: z.strictObject({version: z.int(), order: z.enum(['in-house-first', 'none'])}),
  supply: z.strictObject({fingerprint: z.string(), households: z.int()}),
  ...record,
}

export const shortlist = z
  .strictObject({
    ...head,
    ...answer,
    eachChild: z
      .array(z.strictObject({childId, ...answer}))
      .meta({description: 'apart-by-plan referrals are answered child by child.'}),
    offers: z
      .array(offerToSee)
      .exactOptional()
      .meta({description: 'Offers for this referral that stood; absent: a shortlist from before offers.'}),
  })
  .meta({id: 'Shortlist'})

export const shortlistSummary = z.strictObject({...head, counts}).meta({id: 'ShortlistSummary'})
export const shortlistList = listOf(shortlistSummary).meta({id: 'Shortlists'})

const excludedHousehold = z
  .strictObject({
    householdId,
    group,
    breaches: z.array(z.strictObject({rule, words: z.string(), source: z.string()})).min(1),
  })
  .meta({id: 'ExcludedHousehold', description: 'With every hard rule that it breaks.'})
export const excludedList = listOf(excludedHousehold).meta({id: 'ExcludedHouseholds'})

export const replay = z
  .discriminatedUnion('identical', [
    z.strictObject({identical: z.literal(true)}),
    z.strictObject({
      identical: z.literal(false),
      differences: z.array(z.string()).meta({description: 'JSON pointers into the shortlist.'}),
    }),
  ])
  .meta({id: 'Replay'})
