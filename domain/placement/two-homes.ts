import type {Day} from '../calendar.ts'
import type {ChildId, PlacementId} from '../ids.ts'
import {overlap} from './already-there.ts'
import type {Arrangement, Nights} from './placement.ts'
import {currentPlacement, type Whereabouts} from './whereabouts.ts'

interface OtherPlacement {
  readonly childId: ChildId
  readonly placementId: PlacementId
  readonly from: Day
  readonly until: Day | null
}

export type TwoHomes =
  /** The child has a main placement that has not ended: it takes a move. */
  ({readonly kind: 'lives-elsewhere'} & OtherPlacement) | ({readonly kind: 'overlaps'} & OtherPlacement)

/** Why a child cannot stay somewhere on these nights; null: nothing else of theirs is in the way. */
export function whyElsewhere(
  whereabouts: Whereabouts,
  arrangement: Arrangement,
  nights: Nights,
): TwoHomes | null {
  const {childId, stays} = whereabouts
  const current = arrangement === 'main' ? currentPlacement(whereabouts) : null
  const inTheWay =
    current ??
    stays.find(stay => (stay.arrangement === 'main') === (arrangement === 'main') && overlap(stay, nights))
  if (inTheWay === undefined) return null
  const {placementId, from, until} = inTheWay
  return {kind: current ? 'lives-elsewhere' : 'overlaps', childId, placementId, from, until}
}
