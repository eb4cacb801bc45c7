import type {Instant} from '../domain/calendar.ts'
import {DEADLINE_DATA, type DeadlineData} from './deadline-data.ts'
import {eventContract, eventOf} from './envelope.ts'

export const DEADLINE_APPROACHING = eventContract(
  'DeadlineApproaching',
  'deadline',
  'Something is soon due by law or by agreement.',
  DEADLINE_DATA,
)

export const deadlineApproaching = (data: DeadlineData, at: Instant) =>
  eventOf(
    DEADLINE_APPROACHING,
    {authorityId: data.authorityId, id: data.deadlineId, version: data.deadlineVersion, at},
    data,
  )
