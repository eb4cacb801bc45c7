import type {ChildId, HouseholdId} from '../ids.ts'
import type {Home} from '../matching/shortlist.ts'
import {ok, type Result, refuse} from '../result.ts'
import {householdIn} from './basis.ts'
import type {ReasonForPlaceChange} from './codes.ts'
import {type EndRefusal, type Leaving, leave} from './end-placement.ts'
import {placementOver} from './events.ts'
import type {Placement} from './placement.ts'
import type {Comer, PlacementRefusal, PlacementRequest, PlacementsDecided} from './placement-request.ts'
import {startPlacement} from './start-placement.ts'
import {withPlacements} from './whereabouts.ts'

export interface MoveRequest extends PlacementRequest {
  /** The main placement that each child leaves on the first night of the next; a sibling may come from none. */
  readonly leaving: readonly Leaving[]
  readonly reasonForChange: ReasonForPlaceChange
}

export type MoveRefusal =
  | PlacementRefusal
  | EndRefusal
  /** Nobody in the request leaves a main placement, or somebody leaves who does not come. */
  | {readonly kind: 'not-a-move'}

/** Ends where the children live and starts where they come to live, in one decision: all of it, or none. */
export function movePlacement(request: MoveRequest): Result<PlacementsDecided, MoveRefusal> {
  if (!isMove(request)) return refuse({kind: 'not-a-move'})
  const left = leaveAll(request)
  if (!left.ok) return left
  const {ended, homes} = left.value
  const next = startPlacement({
    ...request,
    children: request.children.map(comer => withEnd(comer, ended)),
    into: 'home' in request.into ? {home: homes.get(request.into.home.household.id)!} : request.into,
  })
  if (!next.ok) return next
  const destination = householdIn(request.into)
  return ok({
    ...next.value,
    placements: [...ended, ...next.value.placements],
    calendars: [
      ...[...homes.values()]
        .filter(({household}) => household.id !== destination)
        .map(({household, calendar}) => ({householdId: household.id, calendar})),
      ...next.value.calendars,
    ],
    events: [...ended.map(placementOver), ...next.value.events],
  })
}

const isMove = ({leaving, children, arrangement}: MoveRequest): boolean =>
  arrangement === 'main' &&
  leaving.length > 0 &&
  leaving.every(
    ({placement}) =>
      placement.arrangement === 'main' && children.some(({child}) => child.id === placement.childId),
  )

/** Every placement that is left, ended, and every household of the move without those who left it. */
function leaveAll(
  request: MoveRequest,
): Result<
  {readonly ended: readonly Placement[]; readonly homes: ReadonlyMap<HouseholdId, Home>},
  MoveRefusal
> {
  const {leaving, into, from, children, reasonForChange} = request
  const homes = new Map<HouseholdId, Home>()
  for (const {home} of leaving) if (home !== null) homes.set(home.household.id, home)
  if ('home' in into) homes.set(into.home.household.id, into.home)
  const next = new Map<ChildId, Comer>(children.map(comer => [comer.child.id, comer]))
  const ended: Placement[] = []
  for (const {placement} of leaving) {
    const {placementId, whereabouts} = next.get(placement.childId)!
    const end = {on: from, reason: reasonForChange, rec: 'X1', nextPlacementId: placementId} as const
    const home = placement.householdId === null ? null : homes.get(placement.householdId)!
    const left = leave({placement, home, whereabouts}, end, request)
    if (!left.ok) return left
    if (left.value.home !== null) homes.set(left.value.home.household.id, left.value.home)
    ended.push(left.value.ended)
  }
  return ok({ended, homes})
}

function withEnd(comer: Comer, ended: readonly Placement[]): Comer {
  const theirs = ended.filter(({childId}) => childId === comer.child.id)
  return {...comer, whereabouts: withPlacements(comer.whereabouts, theirs)}
}
