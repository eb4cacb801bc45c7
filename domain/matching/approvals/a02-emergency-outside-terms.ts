import {termsLifted} from '../terms.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** An emergency may go outside the terms of approval for up to 6 working days. */
export const a02EmergencyOutsideTerms: ApprovalNeeded = {
  rule: 'A2',
  source: 'SI 2010/959 reg 23',
  needed: (party, {household}) => {
    const lifted = termsLifted(party, household)
    if (lifted.length === 0) return NOT_NEEDED
    const outside = lifted.map(({misfit}) => misfit(party, household.approval.terms)).join('; ')
    const words = `emergency outside the terms, for up to 6 working days: ${outside}`
    return [{role: 'duty-service-manager', within: {value: 6, unit: 'working-days'}, words}]
  },
}
