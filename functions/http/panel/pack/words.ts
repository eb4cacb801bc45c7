import {dayInWords} from '../../../../domain/calendar.ts'
import type {Group} from '../../../../domain/matching/shortlist.ts'
import type {Urgency} from '../../../../domain/panel/agenda.ts'
import type {Decision, DecisionKind, StepDown} from '../../../../domain/panel/decision.ts'
import type {Saving} from '../../../../domain/panel/savings.ts'
import {pounds} from '../../../../domain/panel/words.ts'

export const money = (pence: number | null): string => (pence === null ? '–' : pounds(pence))
export const dayOrDash = (day: string | null): string => (day === null ? '–' : dayInWords(day))

export const URGENCY_TITLES: Readonly<Record<Urgency, string>> = {
  unregistered: 'setting not registered',
  emergency: 'emergency to be ratified',
  'past-step-down': 'past its step-down date',
  'top-band': 'over the top band',
  'contract-ending': 'contract ending',
  other: 'for review',
}

export const GROUP_TITLES: Readonly<Record<Group, string>> = {
  'with-parents': 'with parents',
  'connected-person': 'connected person',
  'in-house': 'in-house',
  ifa: 'IFA',
  'other-authority': 'other authority',
  'supported-lodgings': 'supported lodgings',
}

const DECISION_TITLES: Readonly<Record<DecisionKind, string>> = {
  approve: 'Approved',
  'approve-with-conditions': 'Approved with conditions',
  'search-continues': 'Not approved; the search continues',
  'step-down-agreed': 'Step-down agreed',
  defer: 'Deferred for information',
  escalate: 'Escalated',
  'refer-joint-funding': 'Referred for joint funding',
}

const TARGET_TITLES: Readonly<Record<StepDown['target'], string>> = {
  'in-house-foster': 'in-house fostering',
  'ifa-foster': 'IFA fostering',
  'connected-person': 'a connected person',
  'with-parents': 'parents',
  'childrens-home': "a children's home",
  supported: 'supported accommodation',
  other: 'another home',
}

/** `Approved on 10 June 2026, until 31 December 2026. …reasons`. */
export function decisionInWords({kind, on, until, to, stepDown, reasons}: Decision): string {
  const what = [
    `${DECISION_TITLES[kind]} on ${dayInWords(on)}`,
    ...(until === null ? [] : [`until ${dayInWords(until)}`]),
    ...(to === null ? [] : [`to ${to}`]),
    ...(stepDown === null
      ? []
      : [`to ${TARGET_TITLES[stepDown.target]} by ${dayInWords(stepDown.by)} (${stepDown.owner})`]),
  ].join(', ')
  const blockers = stepDown?.blockers ?? []
  return `${what}. ${reasons}${blockers.length > 0 ? ` In the way: ${blockers.join('; ')}.` : ''}`
}

/** `Forecast £31,000; saved £1,200 so far, less £500 paid once`. */
export function savingInWords({basePenceAWeek, forecast, realised}: Saving): string {
  if (basePenceAWeek === null || forecast === null)
    return 'What the placement cost when the step-down was agreed is not known, so no saving is counted.'
  const so = [`Forecast ${pounds(forecast.totalPence)} in a year`]
  if (realised === null) return `${so}; nothing is saved until the child has moved.`
  const {totalPence, oneOffPence, notKnownNights, reversedOn} = realised
  return [
    ...so,
    `realised ${pounds(totalPence)}, with ${pounds(oneOffPence)} paid once`,
    ...(notKnownNights > 0 ? [`${notKnownNights} nights not known`] : []),
    ...(reversedOn === null ? [] : [`reversed on ${dayInWords(reversedOn)}, which counts against it`]),
  ].join('; ')
}
