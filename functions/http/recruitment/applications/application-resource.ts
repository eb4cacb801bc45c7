import {type Day, dayInEngland, type Instant} from '../../../../domain/calendar.ts'
import type {AuthorityId, HouseholdId} from '../../../../domain/ids.ts'
import type {Application} from '../../../../domain/recruitment/application.ts'
import {clocksOn} from '../../../../domain/recruitment/clocks.ts'
import {endingBy} from '../../../../domain/recruitment/ending.ts'
import {firstPlacementBy} from '../../../../domain/recruitment/first-placement.ts'
import type {RecruitmentPolicy} from '../../../../domain/recruitment/policy.ts'
import {standingOn} from '../../../../domain/recruitment/stage.ts'
import {refuse} from '../../../../domain/result.ts'
import type {RecordName} from '../../../store/audit-entry.ts'
import {type Calendar, loadCalendars} from '../../../store/calendars.ts'
import type {Stored} from '../../../store/stored.ts'
import type {Table} from '../../../store/table.ts'
import {resource} from '../../resource.ts'

/** The last day that there is: what is to come of what is recorded is known on it. */
export const IN_THE_END: Day = '9999-12-31'

/** What an application is shown beside: who lives, or lived, with those whom it approved, and the limits of its clocks. */
export interface Beside {
  readonly calendars: ReadonlyMap<HouseholdId, Calendar>
  readonly policy: RecruitmentPolicy
}

export const loadCalendarsOf = (
  table: Table,
  authorityId: AuthorityId,
  applications: readonly Application[],
): Promise<Beside['calendars']> =>
  loadCalendars(
    table,
    authorityId,
    applications.flatMap(({householdId}) => householdId ?? []),
  )

/** An application as the API shows it: where it stands today, and what is due of it. */
export function applicationResource(stored: Stored<Application>, {calendars, policy}: Beside, now: Instant) {
  const today = dayInEngland(now)
  return {
    ...resource(stored),
    ...standingOn(stored.value, today)!,
    firstPlacementOn: firstPlacementBy(stored.value, calendars, today),
    ending: endingBy(stored.value, IN_THE_END),
    clocks: clocksOn(stored.value, policy, today).map(({applicationId, ...clock}) => clock),
  }
}

/** The records that an application tells of. */
export const aboutApplication = ({
  id,
  householdId,
}: Pick<Application, 'id' | 'householdId'>): readonly RecordName[] => [
  `application/${id}`,
  ...(householdId === null ? [] : [`household/${householdId}` as const]),
]

export const NO_SUCH_APPLICATION = refuse({kind: 'not-found', what: 'application'} as const)
