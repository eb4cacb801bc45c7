import {expect, it} from 'vitest'
import type {ChildId, HouseholdId, OccupancyId, PlacementId, ReferralId} from '../../../domain/ids.ts'
import {faultProblem, problemOf} from '../../../functions/runtime/problem.ts'
import {PROBLEM_KINDS} from '../../../functions/runtime/problem-kinds.ts'
import type {Refusal} from '../../../functions/runtime/refusal.ts'

const found = {requestHash: '', answer: {status: 201, headers: {}, body: ''}, forgottenAt: ''}
const childId = '019ab000-0000-7000-8000-00000000abcd' as ChildId
const householdId = '019ab000-0000-7000-8000-00000000dcba' as HouseholdId
const placementId = '019ab000-0000-7000-8000-00000000abab' as PlacementId

/** One of each kind: the compiler asks for a new one here. */
const REFUSALS: {readonly [Kind in Refusal['kind']]: readonly [Extract<Refusal, {kind: Kind}>, number]} = {
  unreadable: [{kind: 'unreadable'}, 400],
  forbidden: [{kind: 'forbidden', needs: ['placements']}, 403],
  'not-found': [{kind: 'not-found', what: 'child'}, 404],
  'already-exists': [{kind: 'already-exists', record: 'child'}, 409],
  'reference-taken': [{kind: 'reference-taken', record: 'child'}, 409],
  'already-referred': [{kind: 'already-referred', childId, referralId: 'r' as ReferralId}, 409],
  'referral-not-open': [{kind: 'referral-not-open'}, 409],
  'already-placed': [{kind: 'already-placed'}, 409],
  'import-finished': [{kind: 'import-finished', state: 'loaded'}, 409],
  'import-not-finished': [{kind: 'import-not-finished', state: 'running'}, 409],
  'already-has-a-place': [
    {
      kind: 'already-has-a-place',
      householdId,
      occupancies: [{id: 'o' as OccupancyId, kind: 'hold', from: '2026-12-01', until: null, expiresAt: null}],
    },
    409,
  ],
  'nights-are-over': [{kind: 'nights-are-over', until: '2026-11-01'}, 409],
  'conditions-failed': [
    {
      kind: 'conditions-failed',
      householdId,
      failed: [{rule: 'A1', source: 'Children Act 1989 Sch 7', words: 'over the usual limit', usualLimit: 3}],
    },
    409,
  ],
  'lives-elsewhere': [{kind: 'lives-elsewhere', placementId, from: '2026-01-01', until: null}, 409],
  overlaps: [{kind: 'overlaps', placementId, from: '2026-01-01', until: '2026-02-01'}, 409],
  'approvals-missing': [
    {
      kind: 'approvals-missing',
      missing: [{rule: 'A1', role: 'area-authority', within: null, source: 'Children Act 1989 Sch 7'}],
    },
    409,
  ],
  'offer-lapsed': [{kind: 'offer-lapsed', validUntil: '2026-11-23T09:30:00.000Z'}, 409],
  'answered-already': [{kind: 'answered-already', at: '2026-11-23T09:30:00.000Z'}, 409],
  'already-ended': [{kind: 'already-ended', on: '2026-11-01'}, 409],
  'settled-already': [{kind: 'settled-already', as: 'met'}, 409],
  'not-a-move': [{kind: 'not-a-move'}, 409],
  'not-with-foster-carers': [{kind: 'not-with-foster-carers'}, 409],
  'not-staying-put': [{kind: 'not-staying-put'}, 409],
  'role-needed': [{kind: 'role-needed', role: 'panel-chair'}, 403],
  'case-open': [{kind: 'case-open'}, 409],
  'case-closed': [{kind: 'case-closed', on: '2026-11-01'}, 409],
  'trigger-holds': [{kind: 'trigger-holds', triggers: ['weekly-cost']}, 409],
  'no-quorum': [{kind: 'no-quorum', needed: 3, present: 2}, 409],
  'second-role-missing': [{kind: 'second-role-missing', role: 'director-of-childrens-services'}, 409],
  'superseded-already': [{kind: 'superseded-already'}, 409],
  'published-already': [{kind: 'published-already', at: '2026-11-23T09:30:00.000Z'}, 409],
  'not-in-order': [{kind: 'not-in-order', words: 'home visit needs first contact first'}, 409],
  'hold-not-standing': [
    {kind: 'hold-not-standing', state: 'expired', since: '2026-11-23T09:30:00.000Z'},
    409,
  ],
  'version-conflict': [{kind: 'version-conflict', record: 'child', current: 4}, 409],
  'precondition-failed': [{kind: 'precondition-failed', current: 4}, 412],
  'too-large': [{kind: 'too-large'}, 413],
  'unsupported-media-type': [{kind: 'unsupported-media-type'}, 415],
  invalid: [{kind: 'invalid', faults: [{in: 'body', pointer: '/dob', detail: 'is required'}]}, 422],
  'idempotency-key-reused': [{kind: 'idempotency-key-reused'}, 422],
  'idempotency-key-in-use': [{kind: 'idempotency-key-in-use', found}, 422],
  moved: [{kind: 'moved'}, 503],
  'precondition-required': [{kind: 'precondition-required'}, 428],
}

it.each(Object.values(REFUSALS))('explains %o', (refusal, status) => {
  const problem = problemOf(refusal, 'a-request')
  expect(problem).toMatchObject({status, instance: 'a-request'})
  const kind = problem.type.replace('/problems#', '')
  expect(PROBLEM_KINDS).toHaveProperty(kind, expect.objectContaining({status, title: problem.title}))
})

it('names no child in a problem', () => {
  for (const [refusal] of Object.values(REFUSALS))
    expect(JSON.stringify(problemOf(refusal, 'x'))).not.toContain(childId)
})

it('says what is true now where somebody was faster', () => {
  expect(problemOf({kind: 'precondition-failed', current: 4}, 'x')).toMatchObject({currentVersion: 4})
  expect(problemOf({kind: 'version-conflict', record: 'child', current: null}, 'x')).not.toHaveProperty(
    'currentVersion',
  )
})

it('tells a store that is busy from a fault of ours', () => {
  expect(faultProblem(Object.assign(new Error(), {name: 'StoreBusy'}), 'x').status).toBe(503)
  expect(faultProblem(new Error('LCS-1'), 'x').status).toBe(500)
  expect(faultProblem(undefined, 'x').status).toBe(500)
})
