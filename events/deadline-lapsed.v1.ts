import type {Instant} from '../domain/calendar.ts'
import {DEADLINE_DATA, type DeadlineData} from './deadline-data.ts'
import {eventContract, eventOf} from './envelope.ts'

export const DEADLINE_LAPSED = eventContract(
  'DeadlineLapsed',
  'deadline',
  'The day on which something was due has passed, and it was not done.',
  DEADLINE_DATA,
)

export const deadlineLapsed = (data: DeadlineData, at: Instant) =>
  eventOf(
    DEADLINE_LAPSED,
    {authorityId: data.authorityId, id: data.deadlineId, version: data.deadlineVersion, at},
    data,
  )
