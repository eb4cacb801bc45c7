import * as z from 'zod'
import {instant, pence} from './facts.ts'
import {approachId, householdId} from './ids.ts'

/** To the millisecond, so that moments sort as texts. */
export const moment = z.iso
  .datetime({precision: 3, error: 'must be a moment in UTC, such as 2026-11-23T13:30:00.000Z'})
  .meta({id: 'Moment', examples: ['2026-11-23T13:30:00.000Z']})

export const givenOffer = z.strictObject({
  householdId: householdId
    .nullable()
    .default(null)
    .meta({description: "One of the agency's households on record; null: it will name one."}),
  weeklyCostPence: pence.meta({description: 'For each child.'}),
  validUntil: moment.meta({description: 'The first moment at which it stands no more.'}),
})

const facts = {householdId: householdId.nullable(), weeklyCostPence: z.int(), validUntil: instant}
export const offer = z.strictObject(facts)
export const offerToSee = z
  .strictObject({approachId, agencyId: z.string(), ...facts, words: z.string()})
  .meta({id: 'Offer'})
