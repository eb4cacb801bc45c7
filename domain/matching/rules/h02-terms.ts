import {termsAgainst} from '../terms.ts'
import {HOLDS, type Rule} from './rule.ts'

/**
 * The children fit the terms of approval: age, sex, kind of stay, number, and who is named. In an emergency
 * A2 lifts some of it for 6 working days.
 */
export const h02Terms: Rule = {
  rule: 'H2',
  source: 'SI 2010/959 reg 22',
  brokenFor:
    party =>
    ({household}) => {
      const against = termsAgainst(party, household)
      return against.length === 0 ? HOLDS : against.map(({misfit}) => misfit(party, household.approval.terms))
    },
}
