import type {AlreadyThere} from '../../domain/placement/already-there.ts'
import type {ConditionsFailed} from '../../domain/placement/conditions.ts'
import type {HoldRefusal} from '../../domain/placement/decide-hold.ts'
import type {HoldNotStanding} from '../../domain/placement/release-hold.ts'
import type {Fault} from '../http/schemas/problem.ts'
import type {Refusal as StoreRefusal} from '../store/refusal.ts'
import type {Scope} from './roles.ts'

/** Why a request was not done. Nothing of it was written. */
export type Refusal =
  | StoreRefusal
  | {readonly kind: 'unreadable'}
  | {readonly kind: 'unsupported-media-type'}
  | {readonly kind: 'too-large'}
  /** null: the token names no authority. */
  | {readonly kind: 'forbidden'; readonly needs: readonly Scope[] | null}
  | {readonly kind: 'not-found'; readonly what: string}
  | {readonly kind: 'invalid'; readonly faults: readonly Fault[]}
  | {readonly kind: 'precondition-required'}
  | {readonly kind: 'precondition-failed'; readonly current: number | null}
  | {readonly kind: 'idempotency-key-reused'}
  | {readonly kind: 'referral-not-open'}
  | {readonly kind: 'already-placed'}
  | AlreadyThere
  | ConditionsFailed
  | Extract<HoldRefusal, {kind: 'nights-are-over'}>
  | HoldNotStanding
