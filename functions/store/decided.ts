import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId, ChildId, HouseholdId, PlacementId} from '../../domain/ids.ts'
import type {Hold} from '../../domain/placement/hold.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {PlacementsDecided} from '../../domain/placement/placement-request.ts'
import type {Whereabouts} from '../../domain/placement/whereabouts.ts'
import {type Calendar, changeCalendar} from './calendars.ts'
import {type Deadlines, keepDeadlineOfHold} from './deadlines.ts'
import {keepHold} from './holds.ts'
import {recordPlacementEvents} from './placement-events.ts'
import {keepPlacement} from './placements.ts'
import {changeReferral, type StoredReferral} from './referrals.ts'
import type {Refusal} from './refusal.ts'
import {asDecided} from './steps.ts'
import {type Stored, versionAfter} from './stored.ts'
import type {Write} from './table.ts'
import {keepWhereabouts} from './whereabouts.ts'

/** A hold and its deadline. */
export interface StoredHold {
  readonly hold: Stored<Hold>
  readonly deadlines: Stored<Deadlines> | null
}

/** What a decision about placements was made on, as it was read; of what is not here there was none. */
export interface ReadForPlacing {
  readonly placements: readonly Stored<Placement>[]
  readonly whereabouts: ReadonlyMap<ChildId, Stored<Whereabouts>>
  readonly calendars: ReadonlyMap<HouseholdId, Stored<Calendar>>
  readonly hold: StoredHold | null
  readonly referral: Stored<StoredReferral> | null
}

/** Everything that was decided, over everything that was read: a child in one home, a place for one child. */
export function keepDecided(
  auth: AuthorityId,
  read: ReadForPlacing,
  decided: PlacementsDecided,
  at: Instant,
): readonly Write<Refusal>[] {
  const {hold, referral} = decided
  const placements = storedPlacements(read, decided, at)
  const versions = Object.fromEntries(placements.map(({value, version}) => [value.id, version]))
  return [
    ...decided.calendars.flatMap(({householdId, calendar}) =>
      changeCalendar(auth, householdId, read.calendars.get(householdId)!, calendar, at),
    ),
    ...decided.whereabouts.map(each =>
      keepWhereabouts(auth, read.whereabouts.get(each.childId) ?? null, each, at),
    ),
    ...decided.placements.flatMap(each => keepPlacement(auth, placementRead(read, each.id), each, at)),
    ...(hold && read.hold
      ? [keepHold(auth, read.hold.hold, hold, at), keepDeadlineOfHold(auth, read.hold.deadlines, hold, at)]
      : []),
    ...(referral && read.referral
      ? asDecided(changeReferral(auth, read.referral, {...read.referral.value, ...referral}, at))
      : []),
    ...recordPlacementEvents(auth, decided.events, versions, at),
  ]
}

/** The placements as they will be kept. */
export const storedPlacements = (
  read: ReadForPlacing,
  {placements}: PlacementsDecided,
  at: Instant,
): readonly Stored<Placement>[] =>
  placements.map(each => versionAfter(placementRead(read, each.id), each, at))

const placementRead = ({placements}: ReadForPlacing, id: PlacementId): Stored<Placement> | null =>
  placements.find(({value}) => value.id === id) ?? null
