import type {Instant} from '../domain/calendar.ts'
import type {AuthorityId, HouseholdId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

export const HOUSEHOLD_CHANGED = eventContract(
  'HouseholdChanged',
  'household',
  'A household was recorded, or what is recorded about it was replaced.',
  {authorityId: authorityReference, householdId: recordReference, householdVersion: recordVersion},
)

interface Changed {
  readonly authorityId: AuthorityId
  readonly householdId: HouseholdId
  readonly householdVersion: number
}

export const householdChanged = (data: Changed, at: Instant) =>
  eventOf(
    HOUSEHOLD_CHANGED,
    {authorityId: data.authorityId, id: data.householdId, version: data.householdVersion, at},
    data,
  )
