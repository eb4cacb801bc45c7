import {returnDay} from '../return-day.ts'
import type {Rule} from '../rule.ts'

export const UASC_RULES: readonly Rule[] = [
  {
    rule: '304',
    severity: 'W',
    words: 'The status of an unaccompanied asylum-seeking child ends by the 18th birthday',
    reads: ['DOB', 'DUC'],
    broken: {UASC: ({source: {values}}) => returnDay(values.DUC) > returnDay(values.DOB, 18)},
  },
]
