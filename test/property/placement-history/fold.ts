import type {Day} from '../../../domain/calendar.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import type {PLACEMENT_ENDED} from '../../../events/placement-ended.v1.ts'
import type {PLACEMENT_MOVED} from '../../../events/placement-moved.v1.ts'
import type {PLACEMENT_STARTED} from '../../../events/placement-started.v1.ts'

type DataOf<Contract> = Contract extends {readonly schema: {readonly _output: CloudEvent<infer Data>}}
  ? Data
  : never

/** What the events tell of one placement; `until` is null while none of them tells of its end. */
export interface Lived {
  readonly placementId: string
  readonly childId: string
  readonly householdId: string | null
  readonly main: boolean
  readonly from: Day
  readonly until: Day | null
}

/**
 * Every placement as its events tell of it, and nothing else. Events of one placement come in order, those of
 * different ones in any; one that comes again changes nothing.
 */
export function fold(events: Iterable<CloudEvent>): readonly Lived[] {
  const lives = new Map<string, Lived>()
  const heard = new Map<string, string>()
  for (const {type, subject, sequence, data} of events) {
    if (sequence <= (heard.get(subject) ?? '')) continue
    heard.set(subject, sequence)
    if (type === 'hearth.placement-started.v1') {
      const {placementId, childId, householdId, main, from} = data as DataOf<typeof PLACEMENT_STARTED>
      const until = lives.get(placementId)?.until ?? null
      lives.set(placementId, {placementId, childId, householdId, main, from, until})
    } else if (type === 'hearth.placement-ended.v1' || type === 'hearth.placement-moved.v1') {
      const {placementId, on} = data as DataOf<typeof PLACEMENT_ENDED | typeof PLACEMENT_MOVED>
      lives.set(placementId, {...lives.get(placementId)!, until: on})
    }
  }
  return [...lives.values()]
}
