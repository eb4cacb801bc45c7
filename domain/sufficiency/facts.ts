import type {Day} from '../calendar.ts'
import type {AuthorityId, ReferralId} from '../ids.ts'
import type {Home} from '../matching/shortlist.ts'
import type {ReasonForNo} from '../placement/approach.ts'
import type {ChildHistory} from './history.ts'
import type {PanelFacts} from './panel-subjects.ts'
import type {PlaceAndProvider} from './provision.ts'
import type {RecruitmentFacts} from './recruitment-subjects.ts'
import type {AgesAsked} from './sdq.ts'

/** Children of 0-17 in the authority's area, for the rate. */
export interface Population {
  readonly count: number
  /** Such as `ONS mid-year estimate 2024`. */
  readonly source: string
  /** The day that it is an estimate for. */
  readonly on: Day
}

/** A referral as sufficiency counts it. Days are those in England. */
export interface ReferralRecord {
  readonly id: ReferralId
  readonly opened: Day
  /** The day on which the last of its children came to live in a home; null: not all have. */
  readonly placed: Day | null
  /** The day on which it was withdrawn with nobody, or not all, placed. */
  readonly withdrawn: Day | null
  /** Each no of a carer or an agency. */
  readonly refusals: readonly {readonly on: Day; readonly reason: ReasonForNo}[]
}

/** What a child's home costs, from a day up to, not including, `until`. Several for one child on a day add up. */
export interface Cost {
  /** The child's reference. */
  readonly reference: string
  readonly weeklyPence: number
  readonly from: Day
  readonly until: Day | null
  /** What the extract says of the provision; null: taken from the child's history. */
  readonly provision: PlaceAndProvider | null
}

/** All that the figures of one authority are made of. */
export interface Facts {
  readonly authorityId: AuthorityId
  /** null: not known, and there is no rate. */
  readonly population: Population | null
  readonly histories: readonly ChildHistory[]
  readonly homes: readonly Home[]
  readonly referrals: readonly ReferralRecord[]
  readonly costs: readonly Cost[]
  /** From this weekly cost up a placement is a high-cost one: a band of the policy. */
  readonly highCostPenceAWeek: number
  /** Of whom an SDQ score is asked: the policy's. */
  readonly sdqAges: AgesAsked
  /** Sibling groups (as `ChildHistory.siblingGroupId`) whose plan is to live apart. */
  readonly apartByPlan: readonly string[]
  /** Absent: no panel keeps its cases here. */
  readonly panel?: PanelFacts
  /** Absent: no applications are kept here. */
  readonly recruitment?: RecruitmentFacts
}
