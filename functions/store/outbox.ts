import type {AuthorityId} from '../../domain/ids.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {keys} from './keys.ts'
import type {Refusal} from './refusal.ts'
import {putRecord} from './steps.ts'
import {firstVersion, itemOf} from './stored.ts'
import type {Item, Write} from './table.ts'

/** The stream passes items of this type to the publisher, and no others. */
export const EVENT = 'event'

function eventItem(event: CloudEvent): Item {
  const [aggregate, aggregateId] = event.subject.split('/') as [string, string]
  const authorityId = event.source.split('/')[2] as AuthorityId
  const key = keys.event.make({authorityId, aggregate, aggregateId, version: Number(event.sequence)})
  return itemOf({key, type: EVENT}, firstVersion(event, event.time))
}

/** The event's item, for the transaction of the change that it tells of; the stream publishes it. */
export const recordEvent = (event: CloudEvent): Write<Refusal> => putRecord(eventItem(event), EVENT)
