import {dayInWords} from '../../calendar.ts'
import {isApprovedForChild, standsOn} from '../../household/approval.ts'
import type {Approval} from '../../household/household.ts'
import {HOLDS, type Rule} from './rule.ts'

/**
 * The carers' approval stands on the first night. A parent needs none; a connected person may be approved for a
 * time to care for the children who are named (reg 24), which is A7.
 */
export const h01Approved: Rule = {
  rule: 'H1',
  source: 'SI 2010/959 reg 22; SI 2011/581 reg 27',
  brokenFor:
    ({seekers, referral: {neededFrom}}) =>
    ({household}) => {
      if (household.kind === 'parent' || standsOn(household.approval, neededFrom)) return HOLDS
      const couldBeTemporary =
        household.kind === 'connected-person' &&
        seekers.every(({child}) => isApprovedForChild(household, child.id))
      return couldBeTemporary ? HOLDS : [approvalInWords(household.approval, neededFrom)]
    },
}

function approvalInWords({from, until}: Approval, neededFrom: string): string {
  if (from === null) return 'not approved yet'
  if (from > neededFrom) return `not approved until ${dayInWords(from)}`
  return `approval ended on ${dayInWords(until ?? from)}`
}
