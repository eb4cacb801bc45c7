import type {Day} from '../calendar.ts'
import type {AuthorityId, PlacementId} from '../ids.ts'
import type {Placement} from '../placement/placement.ts'
import {type PlacementCosts, weeklyCostOn} from './costs.ts'

/** What of a placement the panel turns on. */
export type PlacementToReview = Pick<
  Placement,
  | 'id'
  | 'childId'
  | 'arrangement'
  | 'from'
  | 'ended'
  | 'householdId'
  | 'setting'
  | 'code'
  | 'authorityId'
  | 'weeklyCostPence'
>

/** One child's main placements, by first night, with what is recorded of their costs. */
export interface ChildFacts {
  /** Who is responsible for the child. */
  readonly authorityId: AuthorityId
  readonly placements: readonly PlacementToReview[]
  readonly costs: ReadonlyMap<PlacementId, PlacementCosts>
  /** Those that came from a referral in an emergency. */
  readonly emergencies: ReadonlySet<PlacementId>
}

/** A child's facts: stays aside are left out, the others stand by first night. */
export function childFacts(
  authorityId: AuthorityId,
  placements: readonly PlacementToReview[],
  costs: readonly PlacementCosts[],
  emergencies: ReadonlySet<PlacementId>,
): ChildFacts {
  return {
    authorityId,
    placements: placements
      .filter(({arrangement}) => arrangement === 'main')
      .toSorted((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1)),
    costs: new Map(costs.map(each => [each.placementId, each])),
    emergencies,
  }
}

/** One past its expected end goes on until somebody ends it. */
export const runsOnDay = ({from, ended}: Pick<Placement, 'from' | 'ended'>, day: Day): boolean =>
  from <= day && (ended === null || day < ended.on)

/** Pence a week of a placement on a day; null: not known. */
export const costOf = ({costs}: ChildFacts, placement: PlacementToReview, day: Day): number | null =>
  weeklyCostOn(placement, costs.get(placement.id), day)

/** The first nights of the child's moves: placements that begin as another ends, but for a change of status alone. */
export function movesOf({placements}: ChildFacts): readonly Day[] {
  const ends = new Set(placements.flatMap(({ended}) => (ended && ended.reason !== 'PLACE' ? [ended.on] : [])))
  return placements.map(({from}) => from).filter(from => ends.has(from))
}
