import * as z from 'zod'
import {DECISION_KINDS, type DecisionKind, STEP_DOWN_TARGETS} from '../../../domain/panel/decision.ts'
import {contradiction} from './contradictions.ts'
import {day, distinct, instant, pence, term, text} from './facts.ts'
import {actionId, decisionId} from './ids.ts'

const person = text(200)
const basisPoints = z.int().min(1).max(10_000)

export const actionBody = z
  .strictObject({
    words: text(500),
    owner: person,
    dueOn: day.meta({description: 'The last day for it; today or later.'}),
  })
  .meta({id: 'ActionToTake', description: 'A condition, or something to be done.'})

const stepDown = z
  .strictObject({
    target: z.enum(STEP_DOWN_TARGETS),
    by: day.meta({description: 'Today or later.'}),
    owner: person,
    blockers: z.array(text(500)).max(20).default([]).meta({description: 'What stands in the way.'}),
    forecastPenceAWeek: pence.meta({description: 'What the next home is expected to cost.'}),
    oneOffPence: pence.default(0).meta({description: 'What the move is expected to cost once.'}),
  })
  .meta({id: 'StepDown'})

export const conflict = z.strictObject({member: person, words: text(500)})

const secondApproval = z
  .strictObject({role: term, by: person, on: day, reason: text(4000)})
  .meta({description: 'What the role over the top band decided.'})

/** Which parts a kind has beside its reasons; the others are for other kinds. */
const PARTS: Readonly<Record<DecisionKind, readonly ('until' | 'stepDown' | 'to' | 'shareBasisPoints')[]>> = {
  approve: ['until'],
  'approve-with-conditions': ['until'],
  'search-continues': [],
  'step-down-agreed': ['stepDown'],
  defer: [],
  escalate: ['to'],
  'refer-joint-funding': ['to', 'shareBasisPoints'],
}
const OPTIONAL = 'shareBasisPoints'
const WITH_ACTIONS: readonly DecisionKind[] = ['approve-with-conditions', 'defer']

const made = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  on: day.exactOptional().meta({description: 'The day of the decision; absent: today.'}),
  reasons: text(4000),
  present: distinct(person, 40).min(1).meta({description: 'Members present, the chair among them.'}),
  conflicts: z
    .array(conflict)
    .max(40)
    .default([])
    .meta({description: 'Members who do not weigh in it, and why. They do not count towards the quorum.'}),
  until: day.exactOptional().meta({description: 'The last day of an approval.'}),
  reviewOn: day
    .exactOptional()
    .meta({description: 'When it is to come again, if that is earlier than by the policy.'}),
  actions: z
    .array(actionBody)
    .max(30)
    .default([])
    .meta({description: 'Conditions, what is to be found out, what is to be done.'}),
  stepDown: stepDown.exactOptional(),
  to: person.exactOptional().meta({description: 'To whom it is escalated or referred.'}),
  shareBasisPoints: basisPoints
    .exactOptional()
    .meta({description: 'Of a referral for joint funding: the share that is asked for.'}),
  secondApproval: secondApproval.exactOptional(),
})
type Made = z.output<typeof made>

const needs = (part: 'until' | 'stepDown' | 'to') =>
  [
    (body: Made) => !PARTS[body.kind].includes(part) || body[part] !== undefined,
    contradiction(part, 'is required for a decision of this kind', ['kind', part]),
  ] as const
const hasNo = (part: 'until' | 'stepDown' | 'to' | typeof OPTIONAL) =>
  [
    (body: Made) => PARTS[body.kind].includes(part) || body[part] === undefined,
    contradiction(part, 'is not for a decision of this kind', ['kind', part]),
  ] as const

export const decisionBody = made
  .refine(...needs('until'))
  .refine(...needs('stepDown'))
  .refine(...needs('to'))
  .refine(...hasNo('until'))
  .refine(...hasNo('stepDown'))
  .refine(...hasNo('to'))
  .refine(...hasNo(OPTIONAL))
  .refine(
    ({kind, actions}) => !WITH_ACTIONS.includes(kind) || actions.length > 0,
    contradiction('actions', 'must have one at least for a decision of this kind', ['kind', 'actions']),
  )
  .meta({
    id: 'DecisionToRecord',
    description: 'What the panel decided. It needs no second role but where the policy says so.',
  })

export const supersedeBody = z
  .strictObject({reason: text(4000).meta({description: 'Why it no longer stands.'}), decision: decisionBody})
  .meta({id: 'Supersede', description: 'Another decision in the place of one that stands.'})

export const action = z
  .strictObject({
    id: actionId,
    words: z.string(),
    owner: z.string(),
    dueOn: day,
    done: z.strictObject({on: day, by: z.string()}).nullable(),
  })
  .meta({id: 'Action'})

export const decision = z
  .strictObject({
    id: decisionId,
    at: instant,
    chair: z.string(),
    kind: z.enum(DECISION_KINDS),
    on: day,
    reasons: z.string(),
    present: z.array(z.string()),
    conflicts: z.array(conflict),
    until: day.nullable(),
    reviewOn: day.nullable(),
    actions: z.array(action),
    stepDown: stepDown.nullable(),
    to: z.string().nullable(),
    shareBasisPoints: basisPoints.nullable(),
    secondApproval: secondApproval.nullable(),
    weeklyCostPence: z.int().nullable().meta({description: 'What it was made on; null: not known.'}),
    superseded: z
      .strictObject({by: decisionId, at: instant, reason: z.string()})
      .nullable()
      .meta({description: 'null: it stands.'}),
  })
  .meta({
    id: 'Decision',
    description: 'One decision of the panel. It never changes; another may supersede it.',
  })

export const doneBody = z
  .strictObject({on: day.meta({description: 'The day on which it was done, in time or not.'})})
  .meta({id: 'ActionDone'})
