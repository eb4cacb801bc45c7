import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, DeadlineId} from '../domain/ids.ts'
import {
  authorityReference,
  code,
  day,
  moment,
  recordAddress,
  recordReference,
  recordVersion,
} from './fields.ts'

/** What every event about a deadline tells. */
export const DEADLINE_DATA = {
  authorityId: authorityReference,
  deadlineId: recordReference,
  deadlineVersion: recordVersion,
  kind: code.meta({description: 'What is due, e.g. placement-plan.'}),
  about: recordAddress.meta({description: 'The record that it is about, e.g. placement/<id>.'}),
  dueOn: day.meta({description: 'Last day on which it is in time.'}),
  lapsesAt: moment.meta({description: 'First moment at which it is too late.'}),
}

export interface DeadlineData {
  readonly authorityId: AuthorityId
  readonly deadlineId: DeadlineId
  readonly deadlineVersion: number
  readonly kind: string
  readonly about: string
  readonly dueOn: Day
  readonly lapsesAt: Instant
}
