import {addDays, dayInWords} from '../../calendar.ts'
import {standsOn} from '../../household/approval.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/**
 * A connected person whose approval does not stand is approved for a time, 16 weeks at most (reg 24); one so
 * approved, for less than the stay, is extended once, 8 weeks at most (reg 25).
 */
export const a07TemporaryApproval: ApprovalNeeded = {
  rule: 'A7',
  source: 'SI 2010/959 regs 24-25',
  needed: ({referral: {neededFrom, expectedUntil}}, {household: {kind, approval}}) => {
    const stands = standsOn(approval, neededFrom)
    if (kind === 'connected-person' && !stands) {
      const words = 'temporary approval of a connected person, for up to 16 weeks'
      return [{role: 'nominated-officer', within: {value: 16, unit: 'weeks'}, words}]
    }
    const {route, until} = approval
    if (route !== 'regulation-24' || !stands || until === null) return NOT_NEEDED
    if (expectedUntil !== null && addDays(until, 1) >= expectedUntil) return NOT_NEEDED
    const words = `temporary approval ends on ${dayInWords(until)}: one extension, for up to 8 weeks`
    return [{role: 'nominated-officer', within: {value: 8, unit: 'weeks'}, words}]
  },
}
