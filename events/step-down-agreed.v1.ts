import type {Day, Instant} from '../domain/calendar.ts'
import type {DecisionId} from '../domain/ids.ts'
import {CASE_DATA, type CaseData} from './case-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day, recordReference} from './fields.ts'

export const STEP_DOWN_AGREED = eventContract(
  'StepDownAgreed',
  'case',
  'The Best Care panel agreed to which kind of home a child is to step down, and by when.',
  {
    ...CASE_DATA,
    decisionId: recordReference,
    target: code.meta({description: 'The kind of home, e.g. in-house-foster.'}),
    by: day.meta({description: 'The agreed day.'}),
  },
)

export interface StepDownAgreed extends CaseData {
  readonly decisionId: DecisionId
  readonly target: string
  readonly by: Day
}

export const stepDownAgreed = (data: StepDownAgreed, at: Instant) =>
  eventOf(
    STEP_DOWN_AGREED,
    {authorityId: data.authorityId, id: data.caseId, version: data.caseVersion, at},
    data,
  )
