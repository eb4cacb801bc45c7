import * as z from 'zod'
import type {Day, Instant} from '../domain/calendar.ts'
import type {ChildId, PlacementId} from '../domain/ids.ts'
import {CASE_DATA, type CaseData} from './case-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day, recordReference} from './fields.ts'

export const PANEL_CASE_OPENED = eventContract(
  'PanelCaseOpened',
  'case',
  'A case of the Best Care panel was opened, for the first time or again.',
  {
    ...CASE_DATA,
    childId: recordReference,
    placementId: recordReference,
    on: day,
    triggers: z.array(code).meta({description: 'What holds; none where a person opened it.'}),
  },
)

export interface PanelCaseOpened extends CaseData {
  readonly childId: ChildId
  readonly placementId: PlacementId
  readonly on: Day
  readonly triggers: string[]
}

export const panelCaseOpened = (data: PanelCaseOpened, at: Instant) =>
  eventOf(
    PANEL_CASE_OPENED,
    {authorityId: data.authorityId, id: data.caseId, version: data.caseVersion, at},
    data,
  )
