import type {Day, Instant} from '../domain/calendar.ts'
import {CASE_DATA, type CaseData} from './case-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {day} from './fields.ts'

export const STEP_DOWN_OVERDUE = eventContract(
  'StepDownOverdue',
  'case',
  'The day of an agreed step-down has passed, and the child still lives in the placement. Told once for each day.',
  {...CASE_DATA, by: day.meta({description: 'The agreed day.'})},
)

export interface StepDownOverdue extends CaseData {
  readonly by: Day
}

export const stepDownOverdue = (data: StepDownOverdue, at: Instant) =>
  eventOf(
    STEP_DOWN_OVERDUE,
    {authorityId: data.authorityId, id: data.caseId, version: data.caseVersion, at},
    data,
  )
