import type {Day} from '../../../domain/calendar.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import type {PLACEMENT_ENDED} from '../../../events/placement-ended.v1.ts'
import type {PLACEMENT_MOVED} from '../../../events/placement-moved.v1.ts'
import type {PLACEMENT_STARTED} from '../../../events/placement-started.v1.ts'

type DataOf<Contract> = Contract extends {readonly schema: {readonly _output: CloudEvent<infer Data>}}
  ? Data
  : never

/** What the events tell of one placement; `until` is the expected end while none of them tells of an end. */
export interface Lived {
  readonly placementId: string
  readonly childId: string
  readonly householdId: string | null
  readonly main: boolean
  readonly from: Day
  readonly until: Day | null
}

/**
 * Every placement as its events tell of it, and nothing else, in whatever order and however often they come: of each
 * placement and type the highest sequence holds, as docs/events.md says. Placements whose start is not known yet are
 * left out.
 */
export function fold(events: Iterable<CloudEvent>): readonly Lived[] {
  const latest = new Map<string, Map<string, CloudEvent>>()
  for (const event of events) {
    const ofOne = latest.get(event.subject) ?? new Map<string, CloudEvent>()
    latest.set(event.subject, ofOne)
    if (event.sequence > (ofOne.get(event.type)?.sequence ?? '')) ofOne.set(event.type, event)
  }
  return [...latest.values()].flatMap(lived)
}

function lived(ofOne: ReadonlyMap<string, CloudEvent>): readonly Lived[] {
  const start = ofOne.get('hearth.placement-started.v1')
  if (start === undefined) return []
  const {placementId, childId, householdId, main, from, until} = start.data as DataOf<
    typeof PLACEMENT_STARTED
  >
  const end = ofOne.get('hearth.placement-ended.v1') ?? ofOne.get('hearth.placement-moved.v1')
  const {on} = (end?.data ?? {}) as Partial<DataOf<typeof PLACEMENT_ENDED | typeof PLACEMENT_MOVED>>
  return [{placementId, childId, householdId, main, from, until: on ?? until ?? null}]
}
