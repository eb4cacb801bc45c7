import {type Day, dayNumber} from '../calendar.ts'
import {decidedSinceOpened, isOpen, meets, type PanelCase} from './case.ts'
import type {PanelPolicy, TriggerName} from './policy.ts'
import {reviewDueOn, stepDownOf} from './review.ts'

/** Why a case comes where it does, the most urgent first. */
export const URGENCIES = [
  'unregistered',
  'emergency',
  'past-step-down',
  'top-band',
  'contract-ending',
  'other',
] as const
export type Urgency = (typeof URGENCIES)[number]

/** A case as it stands on a day. */
export interface CaseNow {
  readonly panelCase: PanelCase
  /** Pence a week; null: not known. */
  readonly weeklyCostPence: number | null
  /** The child still lives in the placement. */
  readonly livesThere: boolean
}

/** What waits for a decision rather than for a day. */
const WAITING: readonly TriggerName[] = ['new-external', 'emergency', 'uplift']

/** Days from the agreed day of a step-down to a day, while the child still lives there; null: it is not past. */
export function daysPastStepDown({panelCase, livesThere}: CaseNow, day: Day): number | null {
  const stepDown = livesThere ? stepDownOf(panelCase) : null
  const days = stepDown === null ? 0 : dayNumber(day) - dayNumber(stepDown.by)
  return days > 0 ? days : null
}

export function urgencyOf(now: CaseNow, day: Day, {topBand}: PanelPolicy): Urgency {
  const holding = meets(now.panelCase)
  if (holding.includes('unregistered')) return 'unregistered'
  if (holding.includes('emergency')) return 'emergency'
  if (daysPastStepDown(now, day) !== null) return 'past-step-down'
  if (now.weeklyCostPence !== null && now.weeklyCostPence >= topBand.fromPenceAWeek) return 'top-band'
  return holding.includes('contract-ending') ? 'contract-ending' : 'other'
}

function isOnAgenda(now: CaseNow, day: Day, policy: PanelPolicy): boolean {
  const {panelCase} = now
  if (!isOpen(panelCase)) return false
  return (
    reviewDueOn(panelCase, now, policy)! <= day ||
    decidedSinceOpened(panelCase).length === 0 ||
    meets(panelCase).some(trigger => WAITING.includes(trigger)) ||
    daysPastStepDown(now, day) !== null
  )
}

export interface AgendaItem<Now extends CaseNow> {
  readonly urgency: Urgency
  readonly now: Now
}

/** What a meeting has to look at, the most urgent first; of equal ones the dearest, then by case. */
export const agendaOf = <Now extends CaseNow>(
  cases: readonly Now[],
  day: Day,
  policy: PanelPolicy,
): readonly AgendaItem<Now>[] =>
  cases
    .filter(now => isOnAgenda(now, day, policy))
    .map(now => ({urgency: urgencyOf(now, day, policy), now}))
    .toSorted(
      (a, b) =>
        URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
        (b.now.weeklyCostPence ?? -1) - (a.now.weeklyCostPence ?? -1) ||
        (a.now.panelCase.id < b.now.panelCase.id ? -1 : 1),
    )
