import type * as z from 'zod'
import {type Day, dayInEngland, type Instant} from '../../../domain/calendar.ts'
import type {ActionId, AuthorityId, CaseId, DecisionId} from '../../../domain/ids.ts'
import type {PanelCase} from '../../../domain/panel/case.ts'
import {type DecisionContext, decide, type SupersedeRefusal, supersede} from '../../../domain/panel/decide.ts'
import type {DecisionMade} from '../../../domain/panel/decision.ts'
import {costOf} from '../../../domain/panel/facts.ts'
import {ok, type Result, refuse} from '../../../domain/result.ts'
import {panelDecisionMade} from '../../../events/panel-decision-made.v1.ts'
import {stepDownAgreed} from '../../../events/step-down-agreed.v1.ts'
import {loadChildFacts} from '../../panel/load-child.ts'
import {loadPanelPolicy} from '../../panel/panel-policy.ts'
import type {Asking} from '../../runtime/endpoint.ts'
import {http} from '../../runtime/http.ts'
import type {Refusal} from '../../runtime/refusal.ts'
import {loadCase} from '../../store/panel-cases.ts'
import type {Stored} from '../../store/stored.ts'
import {fault, invalid} from '../faults.ts'
import {panelRoutes} from '../routes/panel.ts'
import type {decisionBody} from '../schemas/decision.ts'
import {NO_SUCH_CASE, unlessChair} from './case-resource.ts'
import {changed} from './change-case.ts'

export const decideCase = http(panelRoutes.decideCase, async ({params: {caseId}, body}, asking) => {
  const deciding = await loadDeciding(caseId, body, asking)
  if (!deciding.ok) return deciding
  const {before, made, context} = deciding.value
  const decided = decide(before.value, made, context)
  if (!decided.ok) return refused(decided.error, '')
  return ok(decidedOn(before, decided.value, made, context, null, asking))
})

export const supersedeDecision = http(
  panelRoutes.supersedeDecision,
  async ({params: {caseId, decisionId}, body}, asking) => {
    const deciding = await loadDeciding(caseId, body.decision, asking)
    if (!deciding.ok) return deciding
    const {before, made, context} = deciding.value
    const decided = supersede(before.value, decisionId, body.reason, made, context)
    if (!decided.ok) return refused(decided.error, '/decision')
    return ok(decidedOn(before, decided.value, made, context, decisionId, asking))
  },
)

interface Deciding {
  readonly before: Stored<PanelCase>
  readonly made: DecisionMade
  readonly context: DecisionContext
}

/** Everything that a decision is made on. */
async function loadDeciding(
  caseId: CaseId,
  body: z.output<typeof decisionBody>,
  {table, caller, now, newId}: Asking,
): Promise<Result<Deciding, Refusal>> {
  const refusal = unlessChair(caller)
  if (refusal !== null) return refuse(refusal)
  const {authorityId, by} = caller
  const before = await loadCase(table, authorityId, caseId)
  if (before === null) return NO_SUCH_CASE
  const [{panel}, {facts}] = await Promise.all([
    loadPanelPolicy(table, authorityId),
    loadChildFacts(table, authorityId, before.value.childId),
  ])
  const made = decisionMade(body, dayInEngland(now), newId)
  const placement = facts.placements.find(({id}) => id === before.value.placementId)
  if (placement === undefined) throw new Error('A case is about a placement that is not there.')
  const context = {
    id: newId() as DecisionId,
    chair: by,
    at: now,
    weeklyCostPence: costOf(facts, placement, made.on),
    policy: panel,
  }
  return ok({before, made, context})
}

const decisionMade = (
  {
    on,
    until,
    reviewOn,
    stepDown,
    to,
    shareBasisPoints,
    secondApproval,
    actions,
    ...said
  }: z.output<typeof decisionBody>,
  today: Day,
  newId: Asking['newId'],
): DecisionMade => ({
  ...said,
  on: on ?? today,
  until: until ?? null,
  reviewOn: reviewOn ?? null,
  stepDown: stepDown ?? null,
  to: to ?? null,
  shareBasisPoints: shareBasisPoints ?? null,
  secondApproval: secondApproval ?? null,
  actions: actions.map(action => ({id: newId() as ActionId, ...action, done: null})),
})

/** `at` is where the decision stands in the body. */
function refused(error: SupersedeRefusal, at: string) {
  return error.kind === 'day-wrong' ? invalid([fault(`${at}${error.pointer}`, error.words)]) : refuse(error)
}

function decidedOn(
  before: Stored<PanelCase>,
  after: PanelCase,
  {kind, on, stepDown}: DecisionMade,
  {id: decisionId}: DecisionContext,
  supersedes: DecisionId | null,
  {caller: {authorityId}, now}: {readonly caller: {readonly authorityId: AuthorityId}; readonly now: Instant},
) {
  const answer = changed(authorityId, before, after, now, of => [
    panelDecisionMade({...of, decisionId, kind, on, supersedes}, now),
    ...(stepDown === null
      ? []
      : [stepDownAgreed({...of, decisionId, target: stepDown.target, by: stepDown.by}, now)]),
  ])
  return {...answer, location: `/v1/panel/cases/${after.id}`}
}
