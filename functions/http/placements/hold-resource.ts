import type {Instant} from '../../../domain/calendar.ts'
import {type Hold, holdState} from '../../../domain/placement/hold.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import type {Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'

/** A hold as the API shows it, and where it stands now. */
export const holdResource = (stored: Stored<Hold>, now: Instant) => ({
  ...resource(stored),
  state: holdState(stored.value, now),
})

/** The records that a hold tells of. */
export const aboutHold = ({referralId, householdId, children}: Hold): readonly RecordName[] => [
  `referral/${referralId}`,
  `household/${householdId}`,
  ...children.map((id): RecordName => `child/${id}`),
]
