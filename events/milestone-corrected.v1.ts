import type {Day, Instant} from '../domain/calendar.ts'
import {APPLICATION_DATA, type ApplicationData, ofApplication} from './application-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day} from './fields.ts'

export const MILESTONE_CORRECTED = eventContract(
  'MilestoneCorrected',
  'application',
  'The day of something that happened in an application was wrong, and is another now.',
  {...APPLICATION_DATA, kind: code, from: day, to: day},
)

export interface MilestoneCorrected extends ApplicationData {
  readonly kind: string
  readonly from: Day
  readonly to: Day
}

export const milestoneCorrected = (data: MilestoneCorrected, at: Instant) =>
  eventOf(MILESTONE_CORRECTED, {...ofApplication(data), at}, data)
