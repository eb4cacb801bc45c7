import type * as z from 'zod'
import {dayInEngland, type Instant} from '../../../domain/calendar.ts'
import type {Household} from '../../../domain/household/household.ts'
import type {HouseholdId} from '../../../domain/ids.ts'
import type {householdBody} from '../schemas/household.ts'
import type {Located} from '../schemas/location.ts'

/** A household from what a caller gave: a status without a day holds from today. */
export const householdFrom = (
  id: HouseholdId,
  body: Located<z.output<typeof householdBody>>,
  now: Instant,
): Household => ({id, ...body, status: {from: dayInEngland(now), ...body.status}})
