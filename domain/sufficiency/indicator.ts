/** What one figure counts children, places, days or money in. */
export type Unit =
  | 'children'
  | 'percent'
  | 'per-10000'
  | 'places'
  | 'days'
  | 'referrals'
  | 'points'
  | 'pence-a-week'
  | 'placements'
  | 'cases'
  | 'decisions'
  | 'actions'
  | 'households'
  | 'pence'

/** How a member stands to a figure: in the numerator (and denominator), in the denominator alone, or not known. */
export type Standing = 'counted' | 'not-counted' | 'unknown'

/** One child, place, referral or cost behind a figure. */
export interface Member {
  /** The child's reference, or the id of the household or referral. */
  readonly about: string
  readonly standing: Standing
  /** What it adds to the numerator where it counts: 1, or its days or pence. */
  readonly amount: number
  /** Why, in words: `U4 with PR1`, `23.4 miles`. */
  readonly words: string
}

/** One figure, with all that is needed to trust it. */
export interface Indicator {
  readonly id: string
  readonly title: string
  readonly definition: string
  /** The publication, guidance or table that defines it. */
  readonly source: string
  readonly numerator: number
  /** null where the figure is a count, sum or median. Of a mean: how many are counted; of a figure a week: the weeks. Of a rate: the population. */
  readonly denominator: number | null
  /** Members of whom it is not known whether, or how much, they count; in a share they stay in the denominator. */
  readonly unknown: number
  /** The share in percent, the rate or the count itself; not rounded; null when there is nothing to divide by. */
  readonly value: number | null
  readonly unit: Unit
}
