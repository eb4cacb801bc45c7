import * as z from 'zod'
import {REASONS_FOR_NO} from '../../../domain/placement/approach.ts'
import {contradiction} from './contradictions.ts'
import {instant, reference, text} from './facts.ts'
import {approachId, householdId, referralId} from './ids.ts'
import {listOf, record} from './list.ts'
import {givenOffer, moment, offer} from './offer.ts'

const at = moment
  .exactOptional()
  .meta({description: 'When; absent: now. It may be recorded later, not before.'})
const reason = z.enum(REASONS_FOR_NO).meta({id: 'ReasonForNo'})
const note = text(4000).exactOptional()

export const approachBody = z
  .strictObject({householdId: householdId.exactOptional(), agencyId: reference.exactOptional(), at})
  .refine(
    of => (of.householdId === undefined) !== (of.agencyId === undefined),
    contradiction('householdId', 'must be given, or agencyId instead, and not both', [
      'householdId',
      'agencyId',
    ]),
  )
  .meta({id: 'ApproachRequest', description: 'A carer or an agency was asked to take the children.'})

export const answerBody = z
  .discriminatedUnion('answer', [
    z.strictObject({
      answer: z.literal('yes'),
      offer: givenOffer
        .nullable()
        .default(null)
        .meta({description: 'Agencies say yes with an offer, carers without.'}),
      at,
      note,
    }),
    z.strictObject({answer: z.literal('no'), reason, at, note}),
  ])
  .meta({id: 'ApproachAnswer'})

const asked = {at: instant, by: z.string()}
export const approach = z
  .strictObject({
    id: approachId,
    ...record,
    referralId,
    of: z.discriminatedUnion('kind', [
      z.strictObject({kind: z.literal('household'), householdId}),
      z.strictObject({kind: z.literal('agency'), agencyId: z.string()}),
    ]),
    asked: z.strictObject(asked),
    answered: z
      .discriminatedUnion('answer', [
        z.strictObject({...asked, answer: z.literal('yes'), offer: offer.nullable(), note}),
        z.strictObject({...asked, answer: z.literal('no'), reason, note}),
      ])
      .nullable()
      .meta({description: 'null: not answered yet.'}),
  })
  .meta({id: 'Approach'})
export const approachList = listOf(approach).meta({id: 'Approaches'})
