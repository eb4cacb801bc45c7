import * as z from 'zod'
import {PROFILE_KINDS} from '../../../domain/recruitment/carers-needed/profiles.ts'
import {authorityId, day, language, term} from './facts.ts'
import {childId, householdId, referralId} from './ids.ts'

export const carersNeededQuery = z.strictObject({
  months: z.coerce
    .number<string>('must be a whole number')
    .int('must be a whole number')
    .min(1)
    .max(36)
    .default(12)
    .meta({description: 'How many months of referrals to look at, up to today.'}),
  count: z.coerce
    .number<string>('must be a whole number')
    .int('must be a whole number')
    .min(1)
    .max(10)
    .default(10)
    .meta({description: 'How many households to look for.'}),
})

const who = {referralId, childIds: z.array(childId)}
const pence = z.int()
const penceOfBoth = z.strictObject({marginal: pence, full: pence})
const weeklyCost = z
  .strictObject({marginalPenceAWeek: pence.nullable(), fullPenceAWeek: pence.nullable()})
  .meta({description: 'The median of the authority’s own households of the kind; null: not known.'})

const profile = z.strictObject({
  kind: z.enum(PROFILE_KINDS),
  ages: z.strictObject({from: z.int(), to: z.int()}),
  places: z.int().min(1),
  area: z.strictObject({name: z.string(), authorityId}).meta({description: 'A postcode district.'}),
  language: language.nullable().meta({description: 'Beside English; null: none is asked for.'}),
  religion: term.nullable(),
  skills: z.array(term),
})

const served = z.strictObject({
  ...who,
  from: day,
  until: day.nullable(),
  placedWith: z
    .enum(['own', 'ifa', 'residential', 'other'])
    .nullable()
    .meta({description: 'null: they wait still, or nobody was placed.'}),
  nights: z.int().min(0).meta({description: 'Within the span.'}),
  avoidedPence: penceOfBoth
    .nullable()
    .meta({description: 'Over the nights elsewhere within the span; null: not placed, or not known.'}),
  nearerNights: z.int().min(0).nullable(),
})

const count = z.int().min(0)
const carer = z.strictObject({
  rank: z.int().min(1),
  profile,
  weeklyCost,
  demands: count,
  referrals: count,
  wentTo: z.strictObject({own: count, ifa: count, residential: count, other: count, nowhere: count}),
  avoidedPenceAYear: penceOfBoth.meta({description: 'Less than nought: it would have cost more.'}),
  costNotKnown: count.meta({description: 'Placed, and what it cost is not known: in no sum.'}),
  nearerNights: count.meta({description: 'Nights of children nearer home.'}),
  serves: z.array(served),
})

export const carersNeeded = z
  .strictObject({
    from: day,
    to: day,
    demands: count,
    metByOwn: z.array(z.strictObject(who)),
    metBySupply: z
      .array(z.strictObject({...who, householdId}))
      .meta({description: 'Not placed with the authority’s own, though one of its homes had room.'}),
    unmet: z.array(z.strictObject(who)),
    carers: z.array(carer),
  })
  .meta({id: 'CarersNeeded', description: 'docs/recruitment.md says how each figure is made.'})
