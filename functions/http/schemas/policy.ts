import * as z from 'zod'
import {CONSIDERATIONS, type ConsiderationName} from '../../../domain/matching/shortlist.ts'
import {PLACE_CODES} from '../../../domain/placement/codes.ts'
import {INDICATOR_IDS} from '../../../domain/sufficiency/indicator-ids.ts'
import {contradiction} from './contradictions.ts'
import {authorityId, day, distinct, miles, pence, term, text} from './facts.ts'
import {record} from './list.ts'

const weight = z.number().min(0).max(1000)
const weights = z
  .strictObject(
    Object.fromEntries(CONSIDERATIONS.map(name => [name, weight])) as Record<
      ConsiderationName,
      typeof weight
    >,
  )
  .refine(all => Object.values(all).some(each => each > 0), 'must weigh something more than 0')

const distances = z
  .strictObject({nearMiles: miles, farMiles: miles, schoolNearMiles: miles, schoolFarMiles: miles})
  .refine(
    at => at.nearMiles < at.farMiles,
    contradiction('farMiles', 'must be more than nearMiles', ['nearMiles', 'farMiles']),
  )
  .refine(
    at => at.schoolNearMiles < at.schoolFarMiles,
    contradiction('schoolFarMiles', 'must be more than schoolNearMiles', [
      'schoolNearMiles',
      'schoolFarMiles',
    ]),
  )

const band = z.strictObject({fromPenceAWeek: pence, role: term})

const target = z
  .strictObject({
    indicator: z.enum(INDICATOR_IDS),
    atLeast: z.number().nullable().default(null),
    atMost: z.number().nullable().default(null),
  })
  .refine(({atLeast, atMost}) => (atLeast ?? atMost) !== null, 'must say at least or at most')

const age = z.int().min(0).max(17)

const sufficiency = z
  .strictObject({
    population: z
      .strictObject({count: z.int().min(1), source: text(200), on: day})
      .nullable()
      .meta({description: 'Children of 0-17 in the area, for the rate; null: not known.'}),
    highCostPenceAWeek: pence,
    targets: z.array(target).max(100),
    sdqAges: z
      .strictObject({from: age, to: age})
      .refine(({from, to}) => from <= to, contradiction('to', 'must not be before from', ['from', 'to']))
      .exactOptional()
      .meta({description: 'In completed years: of whom an SDQ score is asked. Absent: 4 to 16.'}),
  })
  .meta({description: 'What the authority counts by, and wants to reach. Absent: as it starts from.'})

const wholeDays = z.int().min(1).max(3660)
const on = z.boolean()

const panel = z
  .strictObject({
    triggers: z
      .strictObject({
        unregistered: z.strictObject({on, places: distinct(z.enum(PLACE_CODES), PLACE_CODES.length)}),
        emergency: z.strictObject({on}),
        'weekly-cost': z.strictObject({on, fromPenceAWeek: pence}),
        'new-external': z.strictObject({on, days: wholeDays}),
        uplift: z.strictObject({on, days: wholeDays, fromPenceAWeek: pence.min(1)}),
        'contract-ending': z.strictObject({on, days: wholeDays}),
        moves: z.strictObject({on, atLeast: z.int().min(1).max(20), days: wholeDays}),
        'out-of-area': z.strictObject({on, days: wholeDays, forDays: wholeDays, adjoining: z.boolean()}),
        'add-ons': z.strictObject({on, fromPenceAWeek: pence.min(1)}),
      })
      .meta({description: 'What opens a case, each with its numbers; docs/panel.md says when each holds.'}),
    review: z.strictObject({
      decisionDays: wholeDays,
      firstDays: wholeDays,
      laterDays: wholeDays,
      urgentDays: wholeDays,
    }),
    topBand: z.strictObject({fromPenceAWeek: pence, role: term}).meta({
      description: 'From this weekly cost up the chair does not decide alone: this role does as well.',
    }),
    quorum: z.int().min(1).max(20),
    settledNights: wholeDays,
    savings: z.strictObject({nights: wholeDays, reversalNights: wholeDays}),
  })
  .meta({description: 'How the Best Care panel works. Absent: as every authority starts.'})

/** As far as the domain looks ahead for bank holidays, over any Christmas. */
const fewWorkingDays = z.int().min(1).max(10)

const recruitment = z
  .strictObject({
    panel: on.meta({description: 'A panel recommends before a decision on an application.'}),
    responseWorkingDays: fewWorkingDays.meta({description: 'From the enquiry to the first contact.'}),
    visitWorkingDays: fewWorkingDays.meta({description: 'From the first contact to the home visit.'}),
  })
  .meta({description: 'How recruitment works. Absent: as every authority starts.'})

const settings = {
  order: z.enum(['in-house-first', 'none']).meta({
    description: 'in-house-first lifts in-house options at or over the floor. Local policy, not law.',
  }),
  suitabilityFloor: z.int().min(0).max(100),
  weights,
  distances,
  adjoiningAuthorities: distinct(authorityId, 50).meta({description: 'SI 2010/959 reg 11 turns on these.'}),
  usualFosteringLimit: z.int().min(1).max(12).meta({description: 'Children Act 1989 Schedule 7.'}),
  ownBedroomOverYears: z.int().min(0).max(18).meta({description: 'NMS 10.6.'}),
  sharingBars: distinct(term, 50).meta({description: 'Risks that bar sharing a bedroom, at medium or high.'}),
  highCostBands: z
    .array(band)
    .max(20)
    .refine(
      bands => bands.every((each, n) => n === 0 || each.fromPenceAWeek > bands[n - 1]!.fromPenceAWeek),
      'must rise from one band to the next',
    ),
  partlyMetBy: z
    .record(term, distinct(term, 50))
    .refine(map => Object.keys(map).length <= 200, 'must name at most 200 needs'),
  sufficiency: sufficiency.exactOptional(),
  panel: panel.exactOptional(),
  recruitment: recruitment.exactOptional(),
}
const reason = text(2000).meta({description: 'Why it was changed.'})

export const policyBody = z.strictObject({...settings, reason}).meta({id: 'PolicySettings'})
export const policy = z
  .strictObject({id: z.literal('policy'), ...record, changedBy: z.string(), reason, ...settings})
  .meta({
    id: 'Policy',
    description: 'Everything local about matching: data, versioned, with who, when and why.',
  })
export const policyQuery = z.strictObject({
  version: z.coerce
    .number<string>('must be a whole number')
    .int('must be a whole number')
    .min(1)
    .max(9_999_999)
    .exactOptional()
    .meta({description: 'A version of the past; absent: the one in force.', examples: [1]}),
})
