import {type Day, dayInEngland, type Instant} from '../../../../domain/calendar.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {clocksOn} from '../../../../domain/recruitment/clocks.ts'
import {endingBy} from '../../../../domain/recruitment/ending.ts'
import type {RecruitmentPolicy} from '../../../../domain/recruitment/policy.ts'
import {standingOn} from '../../../../domain/recruitment/stage.ts'
import {refuse} from '../../../../domain/result.ts'
import type {RecordName} from '../../../store/audit-entry.ts'
import type {Stored} from '../../../store/stored.ts'
import {resource} from '../../resource.ts'

/** The last day that there is: what is to come of what is recorded is known on it. */
export const IN_THE_END: Day = '9999-12-31'

/** An application as the API shows it: where it stands today, and what is due of it. */
export const applicationResource = (
  stored: Stored<Application>,
  policy: RecruitmentPolicy,
  now: Instant,
) => ({
  ...resource(stored),
  ...standingOn(stored.value, dayInEngland(now))!,
  ending: endingBy(stored.value, IN_THE_END),
  clocks: clocksOn(stored.value, policy, dayInEngland(now)).map(({applicationId, ...clock}) => clock),
})

/** The records that an application tells of. */
export const aboutApplication = ({
  id,
  householdId,
}: Pick<Application, 'id' | 'householdId'>): readonly RecordName[] => [
  `application/${id}`,
  ...(householdId === null ? [] : [`household/${householdId}` as const]),
]

export const NO_SUCH_APPLICATION = refuse({kind: 'not-found', what: 'application'} as const)
