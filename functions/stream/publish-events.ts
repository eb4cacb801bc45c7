import {Logger} from '@aws-lambda-powertools/logger'
import {EventBridgeClient} from '@aws-sdk/client-eventbridge'
import {eventBus} from './event-bus.ts'
import {publisher} from './publisher.ts'

const logger = new Logger()

function readBusName(from: NodeJS.ProcessEnv = process.env): string {
  const name = from['EVENT_BUS']
  if (!name) throw new Error('EVENT_BUS is not set.')
  return name
}

/** Names of faults only: a message could repeat what it was about. */
const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown')

/**
 * Purpose: what the table holds as events reaches the bus. Flow: stream, here, EventBridge. At least once, in
 * order for each aggregate; what fails ten times lands in the queue of undelivered events.
 */
export const handler = publisher(
  eventBus(new EventBridgeClient(), readBusName(), (event, code) =>
    logger.warn('The bus refused an event', {eventId: event.id, type: event.type, code: code ?? 'none'}),
  ),
  {
    unreadable: (sequenceNumber, fault) =>
      logger.error('An event cannot be read', {sequenceNumber, fault: nameOf(fault)}),
    refused: fault => logger.error('The bus took nothing', {fault: nameOf(fault)}),
  },
)
