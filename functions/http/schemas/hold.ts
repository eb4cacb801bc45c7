import * as z from 'zod'
import {grantedApprovals} from './approval.ts'
import {day, distinct, instant} from './facts.ts'
import {childId, holdId, householdId, occupancyId, referralId, shortlistId} from './ids.ts'
import {listOf, record} from './list.ts'
import {moment} from './offer.ts'

export const nights = z
  .strictObject({from: day, until: day.nullable()})
  .meta({description: 'From the first night up to, not including, `until`; null: no end is known.'})

export const holdBody = z
  .strictObject({
    householdId,
    children: distinct(childId, 12)
      .min(1)
      .exactOptional()
      .meta({description: 'Of the referral; absent: all who have no home yet. One place for each.'}),
    shortlistId: shortlistId
      .nullable()
      .default(null)
      .meta({description: 'What the household was chosen from.'}),
    until: moment.exactOptional().meta({description: 'When the hold expires; absent: in four hours.'}),
    approvals: grantedApprovals
      .default([])
      .meta({description: 'An exemption from the usual fostering limit (A1), where one is needed.'}),
  })
  .meta({id: 'HoldRequest', description: 'One place a child, all or none.'})

export const hold = z
  .strictObject({
    id: holdId,
    ...record,
    referralId,
    householdId,
    shortlistId: shortlistId.nullable(),
    children: z.array(childId),
    occupancies: z.array(occupancyId).meta({description: 'The places, one a child in the same order.'}),
    nights,
    approvals: grantedApprovals,
    heldBy: z.string(),
    heldAt: instant,
    expiresAt: instant.meta({description: 'From then on the hold takes nothing.'}),
    released: z.strictObject({at: instant, by: z.string()}).nullable(),
    placedAt: instant.nullable(),
    state: z
      .enum(['standing', 'released', 'placed', 'expired'])
      .meta({description: 'At the moment of the answer.'}),
  })
  .meta({id: 'Hold'})
export const holdList = listOf(hold).meta({id: 'Holds'})
