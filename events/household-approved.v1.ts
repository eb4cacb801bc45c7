import type {Day, Instant} from '../domain/calendar.ts'
import type {HouseholdId} from '../domain/ids.ts'
import {APPLICATION_DATA, type ApplicationData, ofApplication} from './application-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day, recordReference} from './fields.ts'

export const HOUSEHOLD_APPROVED = eventContract(
  'HouseholdApproved',
  'application',
  'An approval, in full or for a time, made a household of an application.',
  {
    ...APPLICATION_DATA,
    householdId: recordReference,
    route: code.meta({description: 'full, or regulation-24 for a time.'}),
    on: day,
  },
)

export interface HouseholdApproved extends ApplicationData {
  readonly householdId: HouseholdId
  readonly route: string
  readonly on: Day
}

export const householdApproved = (data: HouseholdApproved, at: Instant) =>
  eventOf(HOUSEHOLD_APPROVED, {...ofApplication(data), at}, data)
