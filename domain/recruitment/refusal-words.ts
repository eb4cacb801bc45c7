import {dayInWords} from '../calendar.ts'
import type {ApproveRefusal} from './approve.ts'
import type {Ending} from './ending.ts'
import type {MilestoneKind} from './milestone.ts'
import type {PauseRefusal} from './pause.ts'
import {termsRefusedInWords} from './terms-refused.ts'

const named = (kind: MilestoneKind): string => kind.replaceAll('-', ' ')

const endedInWords: Readonly<Record<Ending['kind'], string>> = {
  withdrawn: 'the application was withdrawn',
  refused: 'the application was refused',
  resigned: 'the carers have resigned',
  'approval-ended': 'the approval was ended',
  transferred: 'the carers went to another service',
}

/** Why a milestone was not recorded, as a recruitment manager would say it. */
export function refusalInWords(refusal: ApproveRefusal): string {
  switch (refusal.kind) {
    case 'application-ended':
      return `${named(refusal.milestone)} cannot be recorded: ${endedInWords[refusal.ending.kind]} (${dayInWords(refusal.ending.on)})`
    case 'in-the-future':
      return `${named(refusal.milestone)} cannot be recorded before it happens, on ${dayInWords(refusal.on)}`
    case 'before-enquiry':
      return `${named(refusal.milestone)} cannot come before the enquiry of ${dayInWords(refusal.enquiryOn)}`
    case 'bank-holidays-not-known':
      return `the bank holidays around ${dayInWords(refusal.on)} are not known`
    case 'recorded-already':
      return `${named(refusal.milestone)} is recorded already, on ${dayInWords(refusal.on)}`
    case 'too-early':
      return `${named(refusal.milestone)} needs ${named(refusal.needs)} first`
    case 'out-of-order':
      return `${named(refusal.milestone)} cannot come before ${named(refusal.earlier)} of ${dayInWords(refusal.earlierOn)}`
    case 'checks-outstanding':
      return `not all has come back: ${refusal.checks.join(', ')}`
    case 'check-not-asked':
      return `the check ${refusal.check} was not asked for by then`
    case 'no-panel':
      return 'the policy has no panel for approvals'
    case 'panel-day-past':
      return `a panel on ${dayInWords(refusal.for)} cannot be booked after it was held`
    case 'not-approved':
      return `${named(refusal.milestone)} needs an approval first`
    case 'approved-already':
      return `a decision was made on ${dayInWords(refusal.on)}`
    case 'no-reason':
      return `${named(refusal.milestone)} needs a reason`
    case 'not-a-transfer':
      return 'these applicants do not come from another service'
    case 'approved-elsewhere':
      return 'another service approves these carers, and must end that first'
    case 'not-a-connected-person':
      return 'a temporary approval is for connected persons alone (SI 2010/959 reg 24)'
    default:
      return termsRefusedInWords(refusal)
  }
}

/** Why the clocks were not paused, or do not run again. */
export function pauseRefusedInWords(refusal: PauseRefusal): string {
  switch (refusal.kind) {
    case 'no-reason':
      return 'a pause needs a reason'
    case 'in-the-future':
      return `clocks cannot be stopped or run again on ${dayInWords(refusal.on)}, before that day`
    case 'before-enquiry':
      return `a pause cannot come before the enquiry of ${dayInWords(refusal.enquiryOn)}`
    case 'paused-already':
      return `the clocks have stood still since ${dayInWords(refusal.since)}`
    case 'not-paused':
      return 'the clocks are not paused'
    case 'out-of-order':
      return `that is too early: the clocks were last stopped or run again on ${dayInWords(refusal.earlierOn)}`
    case 'application-ended':
      return `${endedInWords[refusal.ending.kind]} (${dayInWords(refusal.ending.on)})`
  }
}
