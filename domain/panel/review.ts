import {addDays, type Day} from '../calendar.ts'
import {decidedSinceOpened, isOpen, lastOpening, meets, type PanelCase} from './case.ts'
import {type Action, type Decision, type StepDown, standing} from './decision.ts'
import type {PanelPolicy, TriggerName} from './policy.ts'

/** What of today decides how soon a case comes again: the weekly cost, null when it is not known. */
export interface Standing {
  readonly weeklyCostPence: number | null
}

const WEEKLY: readonly TriggerName[] = ['unregistered', 'emergency']

const isUrgent = (panelCase: PanelCase, {weeklyCostPence}: Standing, {topBand}: PanelPolicy): boolean =>
  weeklyCostPence === null ||
  weeklyCostPence >= topBand.fromPenceAWeek ||
  meets(panelCase).some(trigger => WEEKLY.includes(trigger))

/** The day by which the panel is to look at an open case; null: it is closed. */
export function reviewDueOn(panelCase: PanelCase, now: Standing, policy: PanelPolicy): Day | null {
  if (!isOpen(panelCase)) return null
  const {decisionDays, firstDays, laterDays, urgentDays} = policy.review
  const decided = decidedSinceOpened(panelCase)
  const last = decided.at(-1)
  const usual = last === undefined ? decisionDays : decided.length === 1 ? firstDays : laterDays
  const days = isUrgent(panelCase, now, policy) ? Math.min(urgentDays, usual) : usual
  const due = addDays(last?.on ?? lastOpening(panelCase).on, days)
  return [due, last?.reviewOn, last?.until].reduce<Day>(
    (first, day) => (day != null && day < first ? day : first),
    due,
  )
}

/** The step-down that was agreed last, where its decision is the last of its kind that stands. */
export const stepDownOf = (panelCase: PanelCase): (StepDown & {readonly decision: Decision}) | null => {
  const decision = standing(panelCase.decisions).findLast(({stepDown}) => stepDown !== null)
  return decision?.stepDown ? {...decision.stepDown, decision} : null
}

/** Conditions and actions of the case that stand, the first due first. */
export const actionsOf = ({decisions, actions}: PanelCase): readonly Action[] =>
  [...standing(decisions).flatMap(each => each.actions), ...actions].toSorted((a, b) =>
    a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
  )

export const WORK_KINDS = ['review', 'action', 'step-down'] as const

/** Something to be done about a case by the end of a day. */
export interface PanelWork {
  /** Within its case. */
  readonly id: string
  readonly kind: (typeof WORK_KINDS)[number]
  readonly dueOn: Day
  readonly words: string
  readonly owner: string | null
}

/**
 * What is still to be done about a case: its review, while it is open; what was agreed, until it is done; its step-down,
 * while the child still lives there.
 */
export function workOf(
  panelCase: PanelCase,
  now: Standing & {readonly livesThere: boolean},
  policy: PanelPolicy,
): readonly PanelWork[] {
  const review = reviewDueOn(panelCase, now, policy)
  const stepDown = now.livesThere ? stepDownOf(panelCase) : null
  const work: readonly PanelWork[] = [
    ...(review === null
      ? []
      : [{id: 'review', kind: 'review', dueOn: review, words: 'review the case', owner: null} as const]),
    ...actionsOf(panelCase)
      .filter(({done}) => done === null)
      .map(({id, dueOn, words, owner}) => ({id, kind: 'action', dueOn, words, owner}) as const),
    ...(stepDown === null
      ? []
      : [
          {
            id: 'step-down',
            kind: 'step-down',
            dueOn: stepDown.by,
            words: `step down to ${stepDown.target}`,
            owner: stepDown.owner,
          } as const,
        ]),
  ]
  return work.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
}

/** From the day after the last on which it is in time. */
export const isOverdue = ({dueOn}: Pick<PanelWork, 'dueOn'>, day: Day): boolean => dueOn < day
