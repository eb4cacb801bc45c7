import type {Day} from '../domain/calendar.ts'
import type {Child, LegalStatus} from '../domain/child/child.ts'
import type {EthnicityCode, EthnicityGroup} from '../domain/child/ethnicity.ts'
import type {Referral} from '../domain/referral/referral.ts'
import type {Drawing} from './children.ts'
import type {Provision} from './dwellings.ts'

/** Why a home is sought: one referral of the borough, with the children it is for. */
export interface Story extends Pick<Referral, 'urgency' | 'kind' | 'siblings'> {
  readonly note: string
  /** Children at the edge of care, by age; or those who must move, found by where they live and their ages. */
  readonly children:
    | {
        readonly newAt: readonly number[]
        readonly legalStatus: LegalStatus
        readonly sex?: 'F' | 'M'
        readonly group?: EthnicityGroup
        readonly uasc?: true
        readonly joins?: 'siblings-in-care'
      }
    | {
        readonly from: readonly Provision[]
        readonly count: number
        readonly ages: readonly [from: number, to: number]
        readonly uasc?: true
        readonly staysOn?: true
        readonly keyStage4?: true
        /** Shares of the borough hang on the record, so a story finds its child and does not make one of another. */
        readonly ethnicity?: EthnicityCode
      }
  readonly inDays: number
  /** null: open-ended. */
  readonly nights: number | null
  /** Connected persons and parents who come forward, each naming the children. */
  readonly offers?: readonly (
    | 'aunt-on-the-coast'
    | 'grandmother-in-manchester'
    | 'aunt-nearby'
    | 'father'
    | 'father-with-s34-order'
  )[]
  /** A place held for them: the hold still stands, or ran out yesterday. */
  readonly hold?: 'standing' | 'expired'
  /** What the referral says beside the record. */
  readonly tells?: (child: Child, telling: Drawing & {readonly reviewBy: Day}) => Child
}
