import type {Day, Instant} from '../domain/calendar.ts'
import type {DecisionId} from '../domain/ids.ts'
import {CASE_DATA, type CaseData} from './case-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day, orNull, recordReference} from './fields.ts'

export const PANEL_DECISION_MADE = eventContract(
  'PanelDecisionMade',
  'case',
  'The Best Care panel decided on a case.',
  {
    ...CASE_DATA,
    decisionId: recordReference,
    kind: code.meta({description: 'What was decided, e.g. approve-with-conditions.'}),
    on: day.meta({description: 'The day of the decision.'}),
    supersedes: orNull(recordReference, 'The decision whose place it takes; null: none.'),
  },
)

export interface PanelDecisionMade extends CaseData {
  readonly decisionId: DecisionId
  readonly kind: string
  readonly on: Day
  readonly supersedes: DecisionId | null
}

export const panelDecisionMade = (data: PanelDecisionMade, at: Instant) =>
  eventOf(
    PANEL_DECISION_MADE,
    {authorityId: data.authorityId, id: data.caseId, version: data.caseVersion, at},
    data,
  )
