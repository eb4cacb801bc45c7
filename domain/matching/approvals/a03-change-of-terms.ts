import {dayNumber} from '../../calendar.ts'
import type {Party} from '../party.ts'
import {changesInWords, termsLifted} from '../terms.ts'
import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** 6 working days are never more than 10 days of the calendar, but for a run of bank holidays. */
const EMERGENCY_DAYS = 10

/** To stay on after an emergency outside the terms, the terms must change. */
export const a03ChangeOfTerms: ApprovalNeeded = {
  rule: 'A3',
  source: 'SI 2011/581 reg 28',
  needed: (party, {household}) => {
    const lifted = termsLifted(party, household)
    if (lifted.length === 0 || !staysOn(party)) return NOT_NEEDED
    const to = changesInWords(lifted, party, household.approval.terms)
    const words = `change of terms to ${to} to stay on after the emergency, with the carers' written agreement`
    return [{role: 'agency-decision-maker', within: null, words}]
  },
}

const staysOn = ({referral: {neededFrom, expectedUntil}}: Party): boolean =>
  expectedUntil === null || dayNumber(expectedUntil) - dayNumber(neededFrom) > EMERGENCY_DAYS
