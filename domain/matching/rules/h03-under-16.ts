import {HOLDS, type Rule} from './rule.ts'

/** Nobody under 16 lives where there is support but no care (since 9 September 2021). */
export const h03Under16: Rule = {
  rule: 'H3',
  source: 'SI 2010/959 reg 27A',
  brokenFor: ({seekers}) =>
    seekers.some(({age}) => age < 16)
      ? ({household: {kind}}) => (kind === 'supported-lodgings' ? NOT_UNDER_16 : HOLDS)
      : null,
}

const NOT_UNDER_16 = ['supported lodgings are not for children under 16']
