import type {Day, Instant} from '../domain/calendar.ts'
import {APPLICATION_DATA, type ApplicationData, ofApplication} from './application-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day} from './fields.ts'

export const MILESTONE_RECORDED = eventContract(
  'MilestoneRecorded',
  'application',
  'Something that happened in an application was recorded.',
  {...APPLICATION_DATA, kind: code.meta({description: 'What happened, e.g. home-visit.'}), on: day},
)

export interface MilestoneRecorded extends ApplicationData {
  readonly kind: string
  readonly on: Day
}

export const milestoneRecorded = (data: MilestoneRecorded, at: Instant) =>
  eventOf(MILESTONE_RECORDED, {...ofApplication(data), at}, data)
