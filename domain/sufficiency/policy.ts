import type {AuthorityId} from '../ids.ts'
import type {Population} from './facts.ts'
import type {IndicatorId} from './indicator-ids.ts'
import type {AgesAsked} from './sdq.ts'

/** What an indicator is to reach, or not to pass. */
export interface Target {
  readonly indicator: IndicatorId
  readonly atLeast: number | null
  readonly atMost: number | null
}

/** What is local about counting: part of the authority's policy, and versioned with it. */
export interface SufficiencyPolicy {
  /** null: not known, and there is no rate. */
  readonly population: Population | null
  /** From this weekly cost up a placement is a high-cost one. */
  readonly highCostPenceAWeek: number
  readonly targets: readonly Target[]
  /** Of whom an SDQ score is asked. Absent: DEFAULT_SDQ_AGES. */
  readonly sdqAges?: AgesAsked
}

/** Where a published estimate is at hand: the denominator of DfE's own rate for 31 March 2025. */
const POPULATIONS: Readonly<Record<string, Population>> = {
  E09000023: {count: 62_052, source: 'ONS mid-year estimate 2024, as DfE used it for 2025', on: '2024-06-30'},
}

/** As the measure is usually given; no guidance that says so is at hand, hence the policy's. */
export const DEFAULT_SDQ_AGES: AgesAsked = {from: 4, to: 16}

/** What every authority starts from. */
export const defaultSufficiency = (authorityId: AuthorityId): SufficiencyPolicy => ({
  population: POPULATIONS[authorityId] ?? null,
  highCostPenceAWeek: 500_000,
  targets: [],
})

/** Whether a value misses its target; what has no value misses nothing. */
export const misses = ({atLeast, atMost}: Target, value: number | null): boolean =>
  value !== null && ((atLeast !== null && value < atLeast) || (atMost !== null && value > atMost))
