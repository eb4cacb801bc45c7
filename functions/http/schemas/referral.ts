import * as z from 'zod'
import {REFERRAL_KINDS, SIBLING_PLANS, URGENCIES} from '../../../domain/referral/referral.ts'
import {contradiction} from './contradictions.ts'
import {day, distinct, text} from './facts.ts'
import {childId, referralId} from './ids.ts'
import {listOf, pageQueryWith, record} from './list.ts'

const state = z.enum(['open', 'placed', 'withdrawn'])

const facts = {
  children: distinct(childId, 12)
    .min(1)
    .meta({description: 'One child, or the children of one sibling group.'}),
  urgency: z.enum(URGENCIES),
  kind: z.enum(REFERRAL_KINDS),
  neededFrom: day.meta({description: 'The first night.'}),
}
const expectedUntil = day
  .nullable()
  .meta({description: 'The first night on which no home is needed any more; null: open-ended.'})
const siblings = z.enum(SIBLING_PLANS)
const note = text(4000).exactOptional()

const given = {
  ...facts,
  expectedUntil: expectedUntil.default(null),
  siblings: siblings.default('together'),
  note,
}
const ends = ({neededFrom, expectedUntil: end}: {neededFrom: string; expectedUntil: string | null}) =>
  end === null || end > neededFrom
const endsTooSoon = contradiction('expectedUntil', 'must be after neededFrom', [
  'neededFrom',
  'expectedUntil',
])

export const referralBody = z
  .strictObject(given)
  .refine(ends, endsTooSoon)
  .meta({id: 'ReferralFacts', description: 'A request for a home for one child or one sibling group.'})

export const referralChange = z
  .strictObject({...given, status: z.enum(['open', 'withdrawn']).default('open')})
  .refine(ends, endsTooSoon)
  .meta({id: 'ReferralChange'})

export const referral = z
  .strictObject({
    id: referralId,
    ...record,
    ...facts,
    expectedUntil,
    siblings,
    note,
    status: state,
    placedChildren: z
      .array(childId)
      .exactOptional()
      .meta({description: 'Those who have their home already; absent: none.'}),
    openedBy: z.string().meta({description: 'The account that opened it.'}),
  })
  .meta({id: 'Referral'})
export const referralList = listOf(referral).meta({id: 'Referrals'})
export const referralQuery = pageQueryWith({
  status: z
    .enum([...state.options, 'all'])
    .default('open')
    .meta({
      description: 'Those of one status come by the day on which they are needed, all of them newest first.',
    }),
})
