import type {CloudEvent} from '../../events/envelope.ts'

/** PutEvents takes no more. */
const MOST_ENTRIES = 10

/** Tries to put at most ten events on the bus; gives those that it took. Throws when it took none. */
export type PutEvents = (events: readonly CloudEvent[]) => Promise<ReadonlySet<CloudEvent>>

/**
 * Publishes events that come in the order of their writing, those of one transaction in any; gives those that were
 * published. A request holds one event of an aggregate, the earliest in its history, and once one has failed no
 * later one of its aggregate is sent: nobody sees a later version of a record before an earlier one.
 */
export async function publishInOrder(
  events: readonly CloudEvent[],
  put: PutEvents,
  onFault: (fault: unknown) => void,
): Promise<ReadonlySet<CloudEvent>> {
  const published = new Set<CloudEvent>()
  let waiting = events
  while (waiting.length > 0) {
    const batch = firstOfEachAggregate(waiting).slice(0, MOST_ENTRIES)
    const taken = await put(batch).catch((fault: unknown) => {
      onFault(fault)
      return new Set<CloudEvent>()
    })
    for (const event of taken) published.add(event)
    const sent = new Set(batch)
    const stopped = new Set(batch.filter(event => !taken.has(event)).map(event => event.partitionkey))
    waiting = waiting.filter(event => !sent.has(event) && !stopped.has(event.partitionkey))
  }
  return published
}

function firstOfEachAggregate(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const first = new Map<string, CloudEvent>()
  for (const event of events) {
    const {sequence} = first.get(event.partitionkey) ?? {}
    if (sequence === undefined || event.sequence < sequence) first.set(event.partitionkey, event)
  }
  return [...first.values()]
}
