import {dayInWords} from '../../calendar.ts'
import type {HouseholdStatus} from '../../household/household.ts'
import {HOLDS, type Rule} from './rule.ts'

/** Not on hold, suspended or under notice on any night of the stay. The service manager lifts it, not the search. */
export const h06Status: Rule = {
  rule: 'H6',
  source: "the fostering service's record",
  brokenFor:
    ({referral: {neededFrom, expectedUntil}}) =>
    ({household: {status}}) =>
      status.state !== 'available' &&
      (status.until === null || status.until >= neededFrom) &&
      (expectedUntil === null || status.from < expectedUntil)
        ? [statusInWords(status)]
        : HOLDS,
}

const STATES = {
  available: 'available',
  'on-hold': 'on hold',
  suspended: 'suspended',
  'notice-given': 'under notice',
} as const

const statusInWords = ({state, from, until}: HouseholdStatus): string =>
  `${STATES[state]} from ${dayInWords(from)} ${until === null ? 'until further notice' : `to ${dayInWords(until)}`}`
