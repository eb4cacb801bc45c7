import type {Day} from '../calendar.ts'
import type {ActionId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import {lastOpening, type PanelCase} from './case.ts'
import type {Action} from './decision.ts'
import {isOverdue, stepDownOf} from './review.ts'

export type ActionRefusal =
  | {readonly kind: 'case-closed'; readonly on: Day}
  | {readonly kind: 'due-in-the-past'}

/** Something more to be done about an open case. */
export function addAction(
  panelCase: PanelCase,
  action: Action,
  today: Day,
): Result<PanelCase, ActionRefusal> {
  const {closed} = lastOpening(panelCase)
  if (closed !== null) return refuse({kind: 'case-closed', on: closed.on})
  if (action.dueOn < today) return refuse({kind: 'due-in-the-past'})
  return ok({...panelCase, actions: [...panelCase.actions, action]})
}

export type DoneRefusal =
  | {readonly kind: 'not-found'; readonly what: 'action'}
  | {readonly kind: 'settled-already'; readonly as: 'met'}
  | {readonly kind: 'in-the-future'}

/** A condition or an action was done, in time or not; also of a case that is closed. */
export function recordActionDone(
  panelCase: PanelCase,
  id: ActionId,
  done: NonNullable<Action['done']>,
  today: Day,
): Result<PanelCase, DoneRefusal> {
  const all = [...panelCase.decisions.flatMap(({actions}) => actions), ...panelCase.actions]
  const action = all.find(each => each.id === id)
  if (action === undefined) return refuse({kind: 'not-found', what: 'action'})
  if (action.done !== null) return refuse({kind: 'settled-already', as: 'met'})
  if (done.on > today) return refuse({kind: 'in-the-future'})
  const withDone = (actions: readonly Action[]) =>
    actions.map(each => (each.id === id ? {...each, done} : each))
  return ok({
    ...panelCase,
    actions: withDone(panelCase.actions),
    decisions: panelCase.decisions.map(each => ({...each, actions: withDone(each.actions)})),
  })
}

/** The case once it is told that its step-down is overdue, and for which day; null: there is nothing to tell. */
export function tellStepDownOverdue(
  panelCase: PanelCase,
  day: Day,
  livesThere: boolean,
): {readonly panelCase: PanelCase; readonly by: Day} | null {
  const stepDown = livesThere ? stepDownOf(panelCase) : null
  if (stepDown === null || !isOverdue({dueOn: stepDown.by}, day)) return null
  const {by} = stepDown
  if (panelCase.overdueTold.includes(by)) return null
  return {panelCase: {...panelCase, overdueTold: [...panelCase.overdueTold, by]}, by}
}
