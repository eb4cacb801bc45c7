import {BatchProcessor, EventType, processPartialResponse} from '@aws-lambda-powertools/batch'
import type {AttributeValue} from '@aws-sdk/client-dynamodb'
import {unmarshall} from '@aws-sdk/util-dynamodb'
import type {DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent} from 'aws-lambda'
import type {CloudEvent} from '../../events/envelope.ts'
import {EVENT, storedIn} from '../store/stored.ts'
import type {Item} from '../store/table.ts'
import {type PutEvents, publishInOrder} from './publish-in-order.ts'

/** Hears of what could not be published, by reference. */
export interface Complaints {
  readonly unreadable: (sequenceNumber: string | undefined, fault: unknown) => void
  readonly refused: (fault: unknown) => void
}

/**
 * Answers a batch of the table's stream: publishes the events in it, new or redriven, and names the records that it
 * could not publish. Lambda delivers again from the first of those, so an event may be published twice, never not
 * at all.
 */
export const publisher =
  (put: PutEvents, complaints: Complaints) =>
  async (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const events = new Map(batch.Records.filter(isEvent).map(record => [record, eventIn(record, complaints)]))
    const readable = [...events.values()].filter(event => event !== null)
    const published = await publishInOrder(readable, put, complaints.refused)
    const settle = async (record: DynamoDBRecord) => {
      const event = events.get(record)
      if (event !== undefined && (event === null || !published.has(event)))
        throw new Error('The event was not published.')
    }
    return processPartialResponse(batch, settle, new BatchProcessor(EventType.DynamoDBStreams))
  }

/** An event never changes: one that was touched is to be published again (tools/redrive.ts). */
const isEvent = ({eventName, dynamodb}: DynamoDBRecord) =>
  eventName !== 'REMOVE' && dynamodb?.NewImage?.['type']?.S === EVENT

/** null when it cannot be read: it fails alone. */
function eventIn({dynamodb}: DynamoDBRecord, complaints: Complaints): CloudEvent | null {
  try {
    return storedIn<CloudEvent>(
      EVENT,
      unmarshall(dynamodb?.NewImage as Record<string, AttributeValue>) as Item,
    ).value
  } catch (fault) {
    complaints.unreadable(dynamodb?.SequenceNumber, fault)
    return null
  }
}
