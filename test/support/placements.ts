import type {OccupancyId, PlacementId} from '../../domain/ids.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Whereabouts} from '../../domain/placement/whereabouts.ts'
import {nowhereYet, withPlacements} from '../../domain/placement/whereabouts.ts'
import {CATFORD, childId, householdId, LEWISHAM} from './matching.ts'

/** A girl of ten with in-house carers in Lewisham since the start of the year. */
export const aPlacement = (facts: Partial<Placement> = {}): Placement => ({
  id: 'placement-1' as PlacementId,
  childId: childId('child-1'),
  referralId: null,
  holdId: null,
  approachId: null,
  arrangement: 'main',
  from: '2026-01-01',
  until: null,
  householdId: householdId('home-1'),
  occupancyId: 'occupancy-of-child-1' as OccupancyId,
  setting: null,
  code: {place: 'U6', provider: 'PR1'},
  location: CATFORD,
  authorityId: LEWISHAM,
  weeklyCostPence: null,
  approvals: [],
  chosen: null,
  ended: null,
  corrections: [],
  ...facts,
})

/** Where the child of these placements has lived, and lives. */
export const whereaboutsOf = (...placements: readonly Placement[]): Whereabouts =>
  withPlacements(nowhereYet(placements[0]!.childId), placements)
