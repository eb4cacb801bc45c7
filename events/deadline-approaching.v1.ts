import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, DeadlineId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, code, day, recordAddress, recordReference, recordVersion} from './fields.ts'

export const DEADLINE_APPROACHING = eventContract(
  'DeadlineApproaching',
  'deadline',
  'Something is soon due by law or by agreement.',
  {
    authorityId: authorityReference,
    deadlineId: recordReference,
    deadlineVersion: recordVersion,
    rule: code.meta({description: 'What sets the day, e.g. placement-plan.'}),
    about: recordAddress.meta({description: 'The record that it is about, e.g. placement/<id>.'}),
    dueOn: day.meta({description: 'Last day on which it is in time.'}),
  },
)

interface Approaching {
  readonly authorityId: AuthorityId
  readonly deadlineId: DeadlineId
  readonly deadlineVersion: number
  readonly rule: string
  readonly about: string
  readonly dueOn: Day
}

export const deadlineApproaching = (data: Approaching, at: Instant) =>
  eventOf(
    DEADLINE_APPROACHING,
    {authorityId: data.authorityId, id: data.deadlineId, version: data.deadlineVersion, at},
    data,
  )
