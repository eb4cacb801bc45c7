import type {ChildId, PlacementId} from '../domain/ids.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {Placement} from '../domain/placement/placement.ts'
import type {Random} from './random.ts'

/** Where a child lives, before it is written up as a placement. */
export type Residence = Pick<
  Placement,
  | 'childId'
  | 'from'
  | 'until'
  | 'householdId'
  | 'setting'
  | 'code'
  | 'location'
  | 'authorityId'
  | 'weeklyCostPence'
>

/** A placement for each residence, joined to its place in the household's calendar. */
export function writeUp(
  residences: Iterable<Residence>,
  homes: readonly Home[],
  random: Random,
): ReadonlyMap<ChildId, Placement> {
  const places = new Map(
    homes.flatMap(({calendar}) =>
      calendar.flatMap(occupancy =>
        occupancy.kind === 'placement' && occupancy.occupant
          ? [[occupancy.occupant.childId, occupancy] as const]
          : [],
      ),
    ),
  )
  return new Map(
    Iterator.from(residences).map(residence => {
      const place = residence.householdId === null ? undefined : places.get(residence.childId)
      const placement: Placement = {
        ...residence,
        id: random.uuid() as PlacementId,
        referralId: null,
        holdId: null,
        approachId: null,
        arrangement: 'main',
        until: place === undefined ? residence.until : place.until,
        occupancyId: place?.id ?? null,
        approvals: [],
        chosen: null,
        ended: null,
        corrections: [],
      }
      return [residence.childId, placement]
    }),
  )
}
