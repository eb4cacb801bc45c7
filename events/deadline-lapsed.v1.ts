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

export const DEADLINE_LAPSED = eventContract(
  'DeadlineLapsed',
  'deadline',
  'The day on which something was due has passed, and it was not done.',
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

interface Lapsed {
  readonly authorityId: AuthorityId
  readonly deadlineId: DeadlineId
  readonly deadlineVersion: number
  readonly kind: string
  readonly about: string
  readonly dueOn: Day
  readonly lapsesAt: Instant
}

export const deadlineLapsed = (data: Lapsed, at: Instant) =>
  eventOf(
    DEADLINE_LAPSED,
    {authorityId: data.authorityId, id: data.deadlineId, version: data.deadlineVersion, at},
    data,
  )
