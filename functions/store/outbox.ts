import type {AuthorityId} from '../../domain/ids.ts'
import {type CloudEvent, inSequence} from '../../events/envelope.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putRecord} from './steps.ts'
import {EVENT, firstVersion, itemOf} from './stored.ts'
import type {Item, Write} from './table.ts'

function eventItem(authorityId: AuthorityId, event: CloudEvent): Item {
  const slash = event.subject.indexOf('/')
  const [aggregate, aggregateId] = [event.subject.slice(0, slash), event.subject.slice(slash + 1)]
  const key = keys.event.make({authorityId, aggregate, aggregateId, sequence: event.sequence})
  return itemOf({key, type: EVENT}, firstVersion(event, event.time))
}

/** The event's item, for the transaction of the change that it tells of; the stream publishes it. */
export const recordEvent = (auth: AuthorityId, event: CloudEvent): Write<Refusal> =>
  putRecord(eventItem(auth, event), EVENT)

/** As `recordEvent`, for all events of one transaction: several may tell of one version of one aggregate. */
export const recordEvents = (auth: AuthorityId, events: readonly CloudEvent[]): Write<Refusal>[] =>
  inSequence(events).map(event => recordEvent(auth, event))
