import type {Day} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {Sibling} from '../matching/shortlist.ts'
import type {Placement} from '../placement/placement.ts'
import {runsOnDay} from './facts.ts'
import type {SiblingLine} from './pack.ts'

/** A brother or sister, and the main placement that they are in; null: none is known. */
export interface SiblingNow {
  readonly child: Pick<Child, 'id' | 'reference'>
  readonly placement: Pick<Placement, 'householdId' | 'location'> | null
}

/** Everybody else of the child's sibling group, by id, and where they live on a day. */
export const siblingsOf = (
  {id, siblingGroupId}: Child,
  children: Iterable<Child>,
  placementsOf: (child: Child) => readonly Placement[],
  day: Day,
): readonly SiblingNow[] =>
  siblingGroupId == null
    ? []
    : [...children]
        .filter(child => child.siblingGroupId === siblingGroupId && child.id !== id)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(child => ({child, placement: mainOn(placementsOf(child), day)}))

const mainOn = (placements: readonly Placement[], day: Day): Placement | null =>
  placements.findLast(each => each.arrangement === 'main' && runsOnDay(each, day)) ?? null

/** As the engine takes them: those who have a home. */
export const siblingsToMatch = (siblings: readonly SiblingNow[]): readonly Sibling[] =>
  siblings.flatMap(({child, placement}) =>
    placement === null
      ? []
      : [{childId: child.id, livesAt: {...placement.location, householdId: placement.householdId}}],
  )

/** As a pack shows them, beside the home where the child lives. */
export const siblingLines = (
  siblings: readonly SiblingNow[],
  householdId: Placement['householdId'],
): readonly SiblingLine[] =>
  siblings.map(({child: {id, reference}, placement}) => ({
    childId: id,
    reference,
    sameHome: placement && householdId !== null && placement.householdId === householdId,
  }))
