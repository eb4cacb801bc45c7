import type {Day, Instant} from '../domain/calendar.ts'
import {APPLICATION_DATA, type ApplicationData, ofApplication} from './application-of.ts'
import {eventContract, eventOf} from './envelope.ts'
import {code, day} from './fields.ts'

export const APPLICATION_OPENED = eventContract(
  'ApplicationOpened',
  'application',
  'Somebody asked about fostering, and their enquiry was recorded.',
  {
    ...APPLICATION_DATA,
    kind: code.meta({description: 'fostering, connected-person or supported-lodgings.'}),
    enquiredOn: day,
  },
)

export interface ApplicationOpened extends ApplicationData {
  readonly kind: string
  readonly enquiredOn: Day
}

export const applicationOpened = (data: ApplicationOpened, at: Instant) =>
  eventOf(APPLICATION_OPENED, {...ofApplication(data), at}, data)
