import * as z from 'zod'
import {dayNumber} from '../../../domain/calendar.ts'
import {contradiction} from './contradictions.ts'
import {day, instant} from './facts.ts'
import {childId, householdId, occupancyId} from './ids.ts'

/** A little more than a year. */
const MOST_NIGHTS = 400

const spans = ({from, until}: {from: string; until: string}) => dayNumber(until) - dayNumber(from)

export const calendarQuery = z
  .strictObject({
    from: day.meta({description: 'First night.'}),
    to: day.meta({description: 'First night that is not shown.'}),
  })
  .refine(
    ({from, to}) => to > from && spans({from, until: to}) <= MOST_NIGHTS,
    contradiction('to', `must be after from, by at most ${MOST_NIGHTS} nights`, ['from', 'to']),
  )

const night = {night: day}
const theChild = childId.nullable().meta({description: 'null: not yet known who.'})
const tonight = z.discriminatedUnion('state', [
  z.strictObject({...night, state: z.literal('vacant')}),
  z.strictObject({
    ...night,
    state: z.literal('not-available'),
    of: z.enum(['place', 'household']),
    occupancyId: occupancyId.exactOptional(),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    ...night,
    state: z.literal('held'),
    occupancyId,
    childId: theChild,
    expiresAt: instant.nullable(),
  }),
  z.strictObject({
    ...night,
    state: z.literal('filled'),
    by: z.enum(['placement', 'respite']),
    occupancyId,
    childId: theChild,
  }),
  z.strictObject({...night, state: z.literal('staying-put'), occupancyId}),
])

export const householdCalendar = z
  .strictObject({
    householdId,
    version: z.int().min(1),
    updatedAt: instant,
    places: z.array(
      z.strictObject({
        place: z.int().min(1),
        beyondTerms: z.boolean().meta({description: 'true: one more than the terms allow.'}),
        nights: z.array(tonight),
      }),
    ),
  })
  .meta({id: 'Calendar', description: 'Each place of a household, night by night.'})
