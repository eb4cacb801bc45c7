import * as z from 'zod'
import {INDICATOR_IDS} from '../../../domain/sufficiency/indicator-ids.ts'
import {authorityId, day} from './facts.ts'
import {listOf, pageQueryWith} from './list.ts'

const asAt = day.exactOptional().meta({description: 'Absent: today.', examples: ['2026-03-31']})
const audience = z.enum(['in-role', 'public']).default('in-role').meta({
  description: '`public`: small numbers, and what would give them away, are `c`, as DfE publishes.',
})

export const indicatorId = z
  .enum(INDICATOR_IDS)
  .meta({id: 'IndicatorId', description: 'As docs/sufficiency.md defines it.'})

export const sufficiencyQuery = z.strictObject({asAt, audience})

const number = z.union([z.number(), z.literal('c')])
const numbers = {
  numerator: number,
  denominator: number.nullable().meta({description: 'null: a count, a sum or a median.'}),
  unknown: number.meta({description: 'Of whom it is not known; they stay in the denominator of a share.'}),
  value: number.nullable().meta({description: 'Not rounded; null: there is nothing to divide by.'}),
}

const indicator = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    definition: z.string(),
    source: z.string(),
    ...numbers,
    unit: z.string(),
    rows: z.string().meta({description: 'Path of the list behind the figure.'}),
  })
  .meta({id: 'Indicator'})

export const sufficiency = z
  .strictObject({asAt: day, authorityId, indicators: z.array(indicator)})
  .meta({id: 'Sufficiency'})

export const rowsQuery = pageQueryWith({asAt})
const member = z
  .strictObject({
    about: z.string().meta({description: "The child's reference, or the id of a household or a referral."}),
    standing: z.enum(['counted', 'not-counted', 'unknown']),
    amount: z.number().meta({description: 'What it adds where it counts: 1, or its days or pence.'}),
    words: z.string(),
  })
  .meta({id: 'Member'})
export const memberList = listOf(member).meta({id: 'Members'})

export const breakdownQuery = z.strictObject({
  asAt,
  audience,
  by: z
    .string()
    .min(1)
    .max(60)
    .meta({description: 'A dimension of the indicator.', examples: ['age']}),
})
export const breakdown = z
  .strictObject({
    asAt: day,
    id: z.string(),
    by: z.string(),
    unit: z.string(),
    total: z.strictObject(numbers),
    parts: z.array(z.strictObject({key: z.string(), ...numbers})),
  })
  .meta({id: 'Breakdown'})

export const trendQuery = z
  .strictObject({from: day, to: day, indicator: indicatorId.exactOptional(), audience})
  .refine(({from, to}) => from <= to, {path: ['to'], message: 'must not be before from'})
export const trend = z
  .strictObject({
    authorityId,
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        unit: z.string(),
        points: z.array(z.strictObject({asAt: day, ...numbers})),
      }),
    ),
  })
  .meta({id: 'Trend'})

export const reportQuery = z
  .strictObject({
    asAt,
    audience,
    format: z.enum(['html', 'json', 'csv']).default('html'),
    table: z.coerce
      .number<string>('must be a whole number')
      .int()
      .min(1)
      .max(16)
      .exactOptional()
      .meta({description: 'With `csv`: which of the sixteen tables.'}),
  })
  .refine(({format, table}) => (format === 'csv') === (table !== undefined), {
    path: ['table'],
    message: 'goes with csv, and csv needs it',
  })
