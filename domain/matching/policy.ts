import type {Term} from '../child/child.ts'
import type {AuthorityId} from '../ids.ts'
import type {PanelPolicy} from '../panel/policy.ts'
import type {RecruitmentPolicy} from '../recruitment/policy.ts'
import type {SufficiencyPolicy} from '../sufficiency/policy.ts'
import type {ConsiderationName} from './shortlist.ts'

/** From this full weekly cost up, this role approves. */
export interface HighCostBand {
  readonly fromPenceAWeek: number
  readonly role: string
}

/**
 * Everything local about matching: weights, distances, floors and switches. Data, versioned, with who
 * changed it, when and why; a shortlist names the version that made it.
 */
export interface MatchingPolicy {
  /** `in-house-first` lifts in-house options at or over the floor above the rest. Local policy, not law. */
  readonly order: 'in-house-first' | 'none'
  /** 0-100. */
  readonly suitabilityFloor: number
  readonly weights: Readonly<Record<ConsiderationName, number>>
  readonly distances: {
    readonly nearMiles: number
    readonly farMiles: number
    readonly schoolNearMiles: number
    readonly schoolFarMiles: number
  }
  /** Authorities that adjoin ours: SI 2010/959 reg 11 turns on it. */
  readonly adjoiningAuthorities: readonly AuthorityId[]
  /** Schedule 7 of the Children Act 1989. */
  readonly usualFosteringLimit: number
  /** NMS 10.6: children over this age have their own bedroom. */
  readonly ownBedroomOverYears: number
  /** Risks that bar sharing a bedroom, at medium or high. */
  readonly sharingBars: readonly Term[]
  /** Ascending. */
  readonly highCostBands: readonly HighCostBand[]
  /** need -> skills that meet it in part. */
  readonly partlyMetBy: Readonly<Record<Term, readonly Term[]>>
  /** What the authority counts by, and wants to reach; absent in versions from before there was any. */
  readonly sufficiency?: SufficiencyPolicy
  /** What opens a case of the Best Care panel, and by when it is looked at; absent in versions from before there was any. */
  readonly panel?: PanelPolicy
  /** Whether a panel recommends, and local limits; absent in versions from before there was any. */
  readonly recruitment?: RecruitmentPolicy
}
