import {dayInEngland, type Instant} from '../../../domain/calendar.ts'
import type {Household} from '../../../domain/household/household.ts'
import {fault, notBorn} from '../faults.ts'
import type {Fault} from '../schemas/problem.ts'

/** What is wrong with a household's facts on the day. */
export function faultsOfHousehold(
  {status, members = [], exclusions = []}: Household,
  now: Instant,
): readonly Fault[] {
  return [
    ...(status.until !== null && status.until < status.from
      ? [fault('/status/until', 'must not be before from, which is today unless given')]
      : []),
    ...members.flatMap((member, n) => notBorn(member.dob, now, `/members/${n}/dob`)),
    ...exclusions.flatMap((exclusion, n) =>
      exclusion.recordedOn > dayInEngland(now)
        ? [fault(`/exclusions/${n}/recordedOn`, 'must not be in the future')]
        : [],
    ),
  ]
}
