import type {IndicatorId} from '../../domain/sufficiency/indicator-ids.ts'

/** The indicators that are emitted as metrics: what a board asks after first. */
export const EMITTED = [
  'children-looked-after',
  'rate-per-10000',
  'foster',
  'own-provision-foster',
  'all-ifa-foster',
  'kinship-foster',
  'in-house-foster',
  'ifa-foster',
  'childrens-homes',
  'supported',
  'inside-authority',
  'over-20-miles',
  'siblings-together',
  'three-or-more-placements',
  'long-term-stability',
  'places-vacant',
  'referrals-unmet',
  'weekly-spend',
  'high-cost-placements',
  'panel-cases-open',
  'panel-overdue',
  'panel-spend-over-bands',
  'panel-realised-saving',
  'recruitment-open',
  'recruitment-overdue',
  'recruitment-approvals',
  'households-net',
] as const satisfies readonly IndicatorId[]

export type Emitted = (typeof EMITTED)[number]

export const isEmitted = (id: string): id is Emitted => EMITTED.some(each => each === id)

const IN_PENCE: readonly Emitted[] = ['weekly-spend', 'panel-spend-over-bands', 'panel-realised-saving']

/** An indicator's metric has its id; CloudWatch has no unit for money, so its name says it. */
export const metricNameOf = (id: Emitted): string => (IN_PENCE.includes(id) ? `${id}-pence` : id)

/** Emitted with the authority as dimension, and with each stage beside it. */
export const OF_PIPELINE = 'recruitment-open' satisfies Emitted

/** How many targets an authority misses: with the authority as dimension, and without, where the alarm looks. */
export const TARGETS_MISSED = 'TargetsMissed'

/** Whether an authority misses its target for one indicator: 1 or 0. */
export const TARGET_MISSED = 'TargetMissed'

/** What the rules hand over: each morning all authorities are due, every five minutes those that something has moved. */
export interface Due {
  readonly due: 'all' | 'moved'
}
