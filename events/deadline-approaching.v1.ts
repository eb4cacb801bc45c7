import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, DeadlineId} from '../domain/ids.ts'
import {eventContract, eventOf} from './envelope.ts'
import {
  authorityReference,
  code,
  day,
  moment,
  recordAddress,
  recordReference,
  recordVersion,
} from './fields.ts'

export const DEADLINE_APPROACHING = eventContract(
  'DeadlineApproaching',
  'deadline',
  'Something is soon due by law or by agreement.',
  {
    authorityId: authorityReference,
    deadlineId: recordReference,
    deadlineVersion: recordVersion,
    kind: code.meta({description: 'What is due, e.g. placement-plan.'}),
    about: recordAddress.meta({description: 'The record that it is about, e.g. placement/<id>.'}),
    dueOn: day.meta({description: 'Last day on which it is in time.'}),
    lapsesAt: moment.meta({description: 'First moment at which it is too late.'}),
  },
)

interface Approaching {
  readonly authorityId: AuthorityId
  readonly deadlineId: DeadlineId
  readonly deadlineVersion: number
  readonly kind: string
  readonly about: string
  readonly dueOn: Day
  readonly lapsesAt: Instant
}

export const deadlineApproaching = (data: Approaching, at: Instant) =>
  eventOf(
    DEADLINE_APPROACHING,
    {authorityId: data.authorityId, id: data.deadlineId, version: data.deadlineVersion, at},
    data,
  )
