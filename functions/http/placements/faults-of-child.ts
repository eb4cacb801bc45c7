import {ageOn, dayInEngland, type Instant} from '../../../domain/calendar.ts'
import type {Child} from '../../../domain/child/child.ts'
import {fault, notBorn} from '../faults.ts'
import type {Fault} from '../schemas/problem.ts'

/** Care leavers are supported to 25. */
const OLDEST = 25

/** What is wrong with a child's facts on the day. */
export function faultsOfChild({dob, wishes = []}: Child, now: Instant): readonly Fault[] {
  const tooOld =
    ageOn(dob, dayInEngland(now)) > OLDEST ? [fault('/dob', 'must not be more than 25 years ago')] : []
  const notYet = wishes.flatMap((wish, n) =>
    wish.recordedOn > dayInEngland(now)
      ? [fault(`/wishes/${n}/recordedOn`, 'must not be in the future')]
      : [],
  )
  return [...notBorn(dob, now, '/dob'), ...tooOld, ...notYet]
}
