import type {Placement} from '../../../domain/placement/placement.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import type {Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'

/** A placement as the API shows it. Where a household stands is on its own record, for those who may know it. */
export const placementResource = (stored: Stored<Placement>) => ({
  ...resource(stored),
  location: stored.value.householdId === null ? stored.value.location : null,
})

/** The records that placements tell of. */
export const aboutPlacements = (placements: readonly Placement[]): readonly RecordName[] =>
  placements.flatMap(({childId, householdId}): readonly RecordName[] => [
    `child/${childId}`,
    ...(householdId === null ? [] : [`household/${householdId}` as const]),
  ])
