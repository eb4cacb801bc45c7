import type {ChildId, ReferralId} from '../../domain/ids.ts'
import type {RememberedAnswer} from './idempotency.ts'
import type {Referenced} from './references.ts'

export type RecordKind =
  | 'child'
  | 'household'
  | 'referral'
  | 'shortlist'
  | 'policy'
  | 'event'
  | 'costs'
  | 'case'
  | 'meeting'
  | 'application'
  | 'campaign'

/** Why a transaction was not taken. Nothing of it was written. */
export type Refusal =
  | {readonly kind: 'already-exists'; readonly record: RecordKind}
  | {readonly kind: 'reference-taken'; readonly record: Referenced}
  /** The child is in this other open referral. */
  | {readonly kind: 'already-referred'; readonly childId: ChildId; readonly referralId: ReferralId | null}
  /** `current` is null when the record is not there at all. */
  | {readonly kind: 'version-conflict'; readonly record: RecordKind; readonly current: number | null}
  /** Something that the decision was made on is no longer so: it is to be made again. */
  | {readonly kind: 'moved'}
  /** The same key answered before; `found` is that answer. */
  | {readonly kind: 'idempotency-key-in-use'; readonly found: RememberedAnswer}
