import {type Day, dayInEngland, type Instant} from '../calendar.ts'
import type {DecisionId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import {isOpen, lastOpening, type PanelCase} from './case.ts'
import {type Decision, type DecisionMade, SETTLING, stands} from './decision.ts'
import type {PanelPolicy} from './policy.ts'

/** On what a decision is made, and by whom. */
export interface DecisionContext {
  readonly id: DecisionId
  /** The account of the chair. */
  readonly chair: string
  readonly at: Instant
  /** Pence a week on the day of the decision; null: not known. */
  readonly weeklyCostPence: number | null
  readonly policy: PanelPolicy
}

/** A day of the decision that is on the wrong side of today: which, as a pointer into what was sent. */
export interface DayWrong {
  readonly kind: 'day-wrong'
  readonly pointer: string
  readonly words:
    | 'must not be in the past'
    | 'must not be in the future'
    | 'must not be before the case opened'
}

export type DecisionRefusal =
  | {readonly kind: 'case-closed'; readonly on: Day}
  | DayWrong
  | {readonly kind: 'no-quorum'; readonly needed: number; readonly present: number}
  | {readonly kind: 'second-role-missing'; readonly role: string}

/** The case with one more decision. Nothing is decided here but whether it may be recorded. */
export function decide(
  panelCase: PanelCase,
  made: DecisionMade,
  context: DecisionContext,
): Result<PanelCase, DecisionRefusal> {
  const {closed} = lastOpening(panelCase)
  if (closed !== null) return refuse({kind: 'case-closed', on: closed.on})
  const refusal = wrongDay(panelCase, made, context) ?? noQuorum(made, context) ?? alone(made, context)
  if (refusal !== null) return refuse(refusal)
  const {id, at, chair, weeklyCostPence} = context
  const decision: Decision = {...made, id, at, chair, weeklyCostPence, superseded: null}
  return ok({...panelCase, decisions: [...panelCase.decisions, decision]})
}

export type SupersedeRefusal =
  | DecisionRefusal
  | {readonly kind: 'superseded-already'}
  | {readonly kind: 'not-found'; readonly what: 'decision'}

/** Another decision takes the place of one that stands; both stay on record. */
export function supersede(
  panelCase: PanelCase,
  old: DecisionId,
  reason: string,
  made: DecisionMade,
  context: DecisionContext,
): Result<PanelCase, SupersedeRefusal> {
  const before = panelCase.decisions.find(({id}) => id === old)
  if (before === undefined) return refuse({kind: 'not-found', what: 'decision'})
  if (!stands(before)) return refuse({kind: 'superseded-already'})
  const decided = decide(panelCase, made, context)
  if (!decided.ok) return decided
  const superseded = {by: context.id, at: context.at, reason}
  return ok({
    ...decided.value,
    decisions: decided.value.decisions.map(each => (each.id === old ? {...each, superseded} : each)),
  })
}

function wrongDay(
  panelCase: PanelCase,
  {on, until, reviewOn, stepDown, actions, secondApproval}: DecisionMade,
  {at}: DecisionContext,
): DayWrong | null {
  const today = dayInEngland(at)
  if (on > today) return {kind: 'day-wrong', pointer: '/on', words: 'must not be in the future'}
  if (isOpen(panelCase) && on < lastOpening(panelCase).on)
    return {kind: 'day-wrong', pointer: '/on', words: 'must not be before the case opened'}
  if (secondApproval !== null && secondApproval.on > today)
    return {kind: 'day-wrong', pointer: '/secondApproval/on', words: 'must not be in the future'}
  const ahead: readonly (readonly [string, Day | null])[] = [
    ['/until', until],
    ['/reviewOn', reviewOn],
    ['/stepDown/by', stepDown?.by ?? null],
    ...actions.map(({dueOn}, n) => [`/actions/${n}/dueOn`, dueOn] as const),
  ]
  const past = ahead.find(([, day]) => day !== null && day < today)
  return past === undefined ? null : {kind: 'day-wrong', pointer: past[0], words: 'must not be in the past'}
}

/** A member with a conflict of interest is present, and does not count. */
function noQuorum(
  {present, conflicts}: DecisionMade,
  {policy: {quorum}}: DecisionContext,
): DecisionRefusal | null {
  const conflicted = new Set(conflicts.map(({member}) => member))
  const counting = [...new Set(present)].filter(member => !conflicted.has(member)).length
  return counting < quorum ? {kind: 'no-quorum', needed: quorum, present: counting} : null
}

/** What is not known may be over the limit. */
function alone(
  {kind, secondApproval}: DecisionMade,
  {weeklyCostPence, policy: {topBand}}: DecisionContext,
): DecisionRefusal | null {
  const over = weeklyCostPence === null || weeklyCostPence >= topBand.fromPenceAWeek
  if (!SETTLING.includes(kind) || !over || secondApproval?.role === topBand.role) return null
  return {kind: 'second-role-missing', role: topBand.role}
}
