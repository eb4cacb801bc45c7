import type {Problem} from '../http/schemas/problem.ts'
import {readable} from './faults.ts'
import {PROBLEM_KINDS, type ProblemKind} from './problem-kinds.ts'
import type {Refusal} from './refusal.ts'
import type {Scope} from './roles.ts'

const of = (kind: ProblemKind, instance: string, detail: string = PROBLEM_KINDS[kind].meaning): Problem => ({
  type: `/problems#${kind}`,
  title: PROBLEM_KINDS[kind].title,
  status: PROBLEM_KINDS[kind].status,
  detail,
  instance,
})

/** What passes (store/transact.ts), and what must not be answered (audit.ts). */
const KNOWN_FAULTS: Readonly<Record<string, ProblemKind>> = {StoreBusy: 'busy', NotAudited: 'not-audited'}

/** For what was thrown: anything that is not known is ours to mend. */
export const faultProblem = (fault: unknown, instance: string): Problem =>
  of((fault instanceof Error && KNOWN_FAULTS[fault.name]) || 'fault', instance)

/** The RFC 9457 document for a refusal: what is wrong and what is true now, never a fact about a child. */
export function problemOf(refusal: Refusal, instance: string): Problem {
  switch (refusal.kind) {
    case 'unreadable':
    case 'unsupported-media-type':
    case 'too-large':
    case 'precondition-required':
    case 'idempotency-key-reused':
    case 'referral-not-open':
    case 'reference-taken':
    case 'already-placed':
    case 'nights-are-over':
    case 'settled-already':
    case 'not-a-move':
    case 'not-with-foster-carers':
    case 'not-staying-put':
    case 'case-open':
    case 'superseded-already':
      return of(refusal.kind, instance)
    case 'idempotency-key-in-use':
      return of('idempotency-key-reused', instance)
    case 'moved':
      return of('busy', instance)
    case 'already-exists':
      return of('state-changed', instance)
    case 'forbidden':
      return of('forbidden', instance, whatIsMissing(refusal.needs))
    case 'role-needed':
      return of('forbidden', instance, `This needs the role ${refusal.role}.`)
    case 'trigger-holds':
      return of('trigger-holds', instance, `It still meets: ${refusal.triggers.join(', ')}.`)
    case 'no-quorum': {
      const {needed, present} = refusal
      return of(
        'no-quorum',
        instance,
        `It takes ${needed} members without a conflict of interest; ${present} are present.`,
      )
    }
    case 'second-role-missing':
      return of(
        'second-role-missing',
        instance,
        `This needs the approval of the role ${refusal.role} as well.`,
      )
    case 'not-in-order':
      return of('not-in-order', instance, `${refusal.words[0]!.toUpperCase()}${refusal.words.slice(1)}.`)
    case 'published-already':
      return {...of('published-already', instance), since: refusal.at}
    case 'not-found':
      return of('not-found', instance, `Your authority has no such ${refusal.what}.`)
    case 'invalid':
      return {
        ...of('invalid', instance, `${refusal.faults.length} to correct; see errors.`),
        errors: [...readable(refusal.faults)],
      }
    case 'conditions-failed': {
      const {householdId, failed} = refusal
      const detail = failed.map(({words}) => words).join('; ')
      return {
        ...of('conditions-failed', instance, `${detail}.`),
        ...(householdId !== null && {householdId}),
        failed: [...failed],
      }
    }
    case 'already-has-a-place': {
      const {kind, householdId, occupancies} = refusal
      return {...of(kind, instance), householdId, occupancies: [...occupancies]}
    }
    case 'lives-elsewhere':
    case 'overlaps': {
      const {kind, ...other} = refusal
      return {...of(kind, instance), ...other}
    }
    case 'approvals-missing':
      return {...of('approvals-missing', instance), missing: [...refusal.missing]}
    case 'offer-lapsed':
      return {...of('offer-lapsed', instance), since: refusal.validUntil}
    case 'answered-already':
      return {...of('answered-already', instance), since: refusal.at}
    case 'already-ended':
    case 'case-closed':
      return {...of(refusal.kind, instance), on: refusal.on}
    case 'hold-not-standing': {
      const {kind, state, since} = refusal
      return {...of(kind, instance), state, since}
    }
    case 'import-finished':
    case 'import-not-finished':
      return {...of(refusal.kind, instance), state: refusal.state}
    case 'already-referred':
      return {
        ...of('already-referred', instance),
        ...(refusal.referralId && {referralId: refusal.referralId}),
      }
    case 'version-conflict':
      return {...of('state-changed', instance), ...currentVersion(refusal.current)}
    case 'precondition-failed':
      return {...of('precondition-failed', instance), ...currentVersion(refusal.current)}
  }
}

const whatIsMissing = (needs: readonly Scope[] | null) =>
  needs ? `This needs the scope ${needs.join(' or ')}.` : 'The token names no authority.'

const currentVersion = (version: number | null) => (version === null ? {} : {currentVersion: version})
