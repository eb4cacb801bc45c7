import type {Day, Instant} from '../domain/calendar.ts'
import {APPLICATION_DATA, type ApplicationData, ofApplication} from './application-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day} from './fields.ts'

export const APPLICATION_ENDED = eventContract(
  'ApplicationEnded',
  'application',
  'How and when an application, or the approval that came of it, ends is known.',
  {
    ...APPLICATION_DATA,
    as: code.meta({description: 'withdrawn, refused, resigned, approval-ended or transferred.'}),
    on: day.meta({description: 'Of a resignation it is yet to come: the 29th day after the notice.'}),
  },
)

export interface ApplicationEnded extends ApplicationData {
  readonly as: string
  readonly on: Day
}

export const applicationEnded = (data: ApplicationEnded, at: Instant) =>
  eventOf(APPLICATION_ENDED, {...ofApplication(data), at}, data)
