import type {Instant} from '../../domain/calendar.ts'
import type {ImportState} from '../../domain/imports/import.ts'
import type {CloseRefusal, OpenRefusal} from '../../domain/panel/case.ts'
import type {SupersedeRefusal} from '../../domain/panel/decide.ts'
import type {AlreadyThere} from '../../domain/placement/already-there.ts'
import type {AnswerRefusal} from '../../domain/placement/approach.ts'
import type {ConditionsFailed} from '../../domain/placement/conditions.ts'
import type {NotDone} from '../../domain/placement/deadlines.ts'
import type {HoldRefusal} from '../../domain/placement/decide-hold.ts'
import type {EndRefusal} from '../../domain/placement/end-placement.ts'
import type {MoveRefusal} from '../../domain/placement/move-placement.ts'
import type {PlacementRefusal} from '../../domain/placement/placement-request.ts'
import type {HoldNotStanding} from '../../domain/placement/release-hold.ts'
import type {StayingPutEndRefusal, StayingPutRefusal} from '../../domain/placement/staying-put.ts'
import type {TwoHomes} from '../../domain/placement/two-homes.ts'
import type {Fault} from '../http/schemas/problem.ts'
import type {Refusal as StoreRefusal} from '../store/refusal.ts'
import type {Role, Scope} from './roles.ts'

/** Why a request was not done. Nothing of it was written. */
export type Refusal =
  | StoreRefusal
  | {readonly kind: 'unreadable'}
  | {readonly kind: 'unsupported-media-type'}
  | {readonly kind: 'too-large'}
  /** null: the token names no authority. */
  | {readonly kind: 'forbidden'; readonly needs: readonly Scope[] | null}
  /** The scope is there, and not the role that may decide. */
  | {readonly kind: 'role-needed'; readonly role: Role}
  | {readonly kind: 'not-found'; readonly what: string}
  | {readonly kind: 'invalid'; readonly faults: readonly Fault[]}
  | {readonly kind: 'precondition-required'}
  | {readonly kind: 'precondition-failed'; readonly current: number | null}
  | {readonly kind: 'idempotency-key-reused'}
  | {readonly kind: 'referral-not-open'}
  | {readonly kind: 'already-placed'}
  | {readonly kind: 'import-finished'; readonly state: ImportState}
  | {readonly kind: 'import-not-finished'; readonly state: ImportState}
  | AlreadyThere
  | ConditionsFailed
  | Extract<HoldRefusal, {kind: 'nights-are-over'}>
  | HoldNotStanding
  | Extract<AnswerRefusal, {kind: 'answered-already'}>
  | Omit<Extract<TwoHomes, {kind: 'lives-elsewhere'}>, 'childId'>
  | Omit<Extract<TwoHomes, {kind: 'overlaps'}>, 'childId'>
  | Extract<PlacementRefusal, {kind: 'offer-lapsed' | 'approvals-missing'}>
  | Extract<NotDone, {kind: 'settled-already'}>
  | Extract<EndRefusal, {kind: 'already-ended'}>
  | Extract<MoveRefusal, {kind: 'not-a-move'}>
  | Extract<StayingPutRefusal, {kind: 'not-with-foster-carers'}>
  | Extract<StayingPutEndRefusal, {kind: 'not-staying-put'}>
  | OpenRefusal
  | CloseRefusal
  | Extract<SupersedeRefusal, {kind: 'no-quorum' | 'second-role-missing' | 'superseded-already'}>
  | {readonly kind: 'published-already'; readonly at: Instant}
  /** Of an application to foster. */
  | {readonly kind: 'not-in-order'; readonly words: string}
