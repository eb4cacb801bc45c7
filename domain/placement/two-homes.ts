import type {Day} from '../calendar.ts'
import type {ChildId, PlacementId} from '../ids.ts'
import {overlap} from './already-there.ts'
import type {Arrangement, Nights, Placement} from './placement.ts'
import {type ChildStay, currentPlacement, type Whereabouts} from './whereabouts.ts'

interface OtherPlacement {
  readonly childId: ChildId
  readonly placementId: PlacementId
  readonly from: Day
  readonly until: Day | null
}

export type Overlaps = {readonly kind: 'overlaps'} & OtherPlacement

export type TwoHomes =
  /** The child has a main placement that has not ended: it takes a move. */
  ({readonly kind: 'lives-elsewhere'} & OtherPlacement) | Overlaps

/** Why a child cannot come to stay somewhere on these nights; null: nothing else of theirs is in the way. */
export function whyElsewhere(
  whereabouts: Whereabouts,
  arrangement: Arrangement,
  nights: Nights,
): TwoHomes | null {
  const current = arrangement === 'main' ? currentPlacement(whereabouts) : null
  if (current === null) return whyOverlaps(whereabouts, {id: null, arrangement}, nights)
  return {kind: 'lives-elsewhere', ...otherPlacement(whereabouts, current)}
}

/** The other placement of a child that these nights of one of theirs would overlap; a stay aside overlaps no main one. */
export function whyOverlaps(
  whereabouts: Whereabouts,
  {id, arrangement}: Pick<Placement, 'arrangement'> & {readonly id: PlacementId | null},
  nights: Nights,
): Overlaps | null {
  const other = whereabouts.stays.find(
    stay =>
      stay.placementId !== id &&
      (stay.arrangement === 'main') === (arrangement === 'main') &&
      overlap(stay, nights),
  )
  return other === undefined ? null : {kind: 'overlaps', ...otherPlacement(whereabouts, other)}
}

const otherPlacement = ({childId}: Whereabouts, {placementId, from, until}: ChildStay): OtherPlacement => ({
  childId,
  placementId,
  from,
  until,
})
