import type {PlacementId} from '../../../domain/ids.ts'
import type {PlacementTimes} from '../../../domain/placement/deadline-limits.ts'
import {type Deadline, deadlinesFor} from '../../../domain/placement/deadlines.ts'

/** Planned, within the terms and the area, from Monday 30 November 2026 on. */
export const aPlacement = (facts: Partial<PlacementTimes> = {}): PlacementTimes => ({
  id: 'placement-1' as PlacementId,
  from: '2026-11-30',
  isEmergency: false,
  isOutsideTerms: false,
  isOutOfArea: false,
  temporaryApproval: null,
  end: null,
  ...facts,
})

export const NOW = '2026-11-30T12:00:00.000Z'

export function deadlinesOf(
  facts: Partial<PlacementTimes> = {},
  kept: readonly Deadline[] = [],
  at = NOW,
): readonly Deadline[] {
  const found = deadlinesFor(aPlacement(facts), kept, at)
  if (!found.ok) throw new Error(`The bank holidays around ${found.error.day} are not known`)
  return found.value
}

export const theOne = (kind: Deadline['kind'], deadlines: readonly Deadline[]): Deadline =>
  deadlines.find(deadline => deadline.kind === kind) ?? raise(kind)

function raise(kind: string): never {
  throw new Error(`There is no ${kind}`)
}
