import type {Day} from '../calendar.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {HouseholdId} from '../ids.ts'
import type {Application} from './application.ts'

/** An application, and when the first child came to live with those whom it approved. */
export interface Followed extends Application {
  /** null: none has. */
  readonly firstPlacementOn: Day | null
}

/**
 * The first day on which a child came to live in the home that came of an application, up to a day; null: none has. It is
 * read from the home's calendar and recorded nowhere else. Like all that needs an approval, it is not before the first
 * one, temporary or in full: who lived there until then was not placed with carers approved here. A hold, respite and
 * what is only planned are none.
 */
export function firstPlacementBy(
  {householdId, milestones}: Application,
  calendars: ReadonlyMap<HouseholdId, readonly Occupancy[]>,
  by: Day,
): Day | null {
  const approval = milestones.find(
    milestone =>
      milestone.kind === 'temporary-approval' ||
      (milestone.kind === 'decision' && milestone.outcome === 'approved'),
  )
  if (householdId === null || approval === undefined) return null
  // A household that came to be since the calendars were read has nobody yet.
  const days = (calendars.get(householdId) ?? []).flatMap(({kind, from}) =>
    kind === 'placement' && from >= approval.on && from <= by ? [from] : [],
  )
  return days.toSorted()[0] ?? null
}
