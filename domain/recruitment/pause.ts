import type {Day} from '../calendar.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Application} from './application.ts'
import {type Ending, endingBy} from './ending.ts'

export type PauseRefusal =
  | {readonly kind: 'no-reason'}
  | {readonly kind: 'in-the-future'; readonly on: Day}
  | {readonly kind: 'before-enquiry'; readonly enquiryOn: Day}
  | {readonly kind: 'paused-already'; readonly since: Day}
  | {readonly kind: 'not-paused'}
  | {readonly kind: 'out-of-order'; readonly earlierOn: Day}
  | {readonly kind: 'application-ended'; readonly ending: Ending}

/** From this day on the clocks that may be paused stand still, for a reason. */
export function decidePause(
  application: Application,
  {from, reason}: {readonly from: Day; readonly reason: string},
  today: Day,
): Result<Application, PauseRefusal> {
  const {enquiry, pauses} = application
  const ending = endingBy(application, '9999-12-31')
  if (ending !== null) return refuse({kind: 'application-ended', ending})
  if (reason.trim() === '') return refuse({kind: 'no-reason'})
  if (from > today) return refuse({kind: 'in-the-future', on: from})
  if (from < enquiry.on) return refuse({kind: 'before-enquiry', enquiryOn: enquiry.on})
  const last = pauses.at(-1)
  if (last?.until === null) return refuse({kind: 'paused-already', since: last.from})
  if (last && last.until! > from) return refuse({kind: 'out-of-order', earlierOn: last.until!})
  return ok({...application, pauses: [...pauses, {from, until: null, reason}]})
}

/** From this day on they run again; the day itself counts. */
export function decideResume(
  application: Application,
  on: Day,
  today: Day,
): Result<Application, PauseRefusal> {
  const last = application.pauses.at(-1)
  if (last === undefined || last.until !== null) return refuse({kind: 'not-paused'})
  if (on > today) return refuse({kind: 'in-the-future', on})
  if (on <= last.from) return refuse({kind: 'out-of-order', earlierOn: last.from})
  return ok({...application, pauses: application.pauses.with(-1, {...last, until: on})})
}
