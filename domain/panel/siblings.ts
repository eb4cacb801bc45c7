import type {Day} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import type {ChildId} from '../ids.ts'
import type {Sibling} from '../matching/shortlist.ts'
import type {Placement} from '../placement/placement.ts'
import {runsOnDay} from './facts.ts'
import type {SiblingLine} from './pack.ts'

/** A brother or sister, and the main placement that they are in; null: none is known. */
export interface SiblingNow {
  readonly child: Pick<Child, 'id' | 'reference'>
  readonly placement: Where | null
}

/** A home, as far as it tells whether two children share it. */
type Where = Pick<Placement, 'householdId' | 'setting' | 'location'>

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
export const siblingLines = (siblings: readonly SiblingNow[], livesIn: Where): readonly SiblingLine[] =>
  siblings.map(({child: {id, reference}, placement}) => ({
    childId: id,
    reference,
    sameHome: placement && isSameHome(placement, livesIn),
  }))

/** One household; or, as sufficiency counts siblings together, one place and URN: two without a URN at one place are one. */
const isSameHome = (a: Where, b: Where): boolean =>
  a.householdId === null && b.householdId === null
    ? a.setting?.urn === b.setting?.urn &&
      a.location.easting === b.location.easting &&
      a.location.northing === b.location.northing
    : a.householdId === b.householdId

/** Those who live in the same home. */
export const siblingsIn = (siblings: readonly SiblingNow[], livesIn: Where): readonly ChildId[] =>
  siblingLines(siblings, livesIn).flatMap(({childId, sameHome}) => (sameHome ? childId : []))
