import {type EventBridgeClient, PutEventsCommand} from '@aws-sdk/client-eventbridge'
import type {CloudEvent} from '../../events/envelope.ts'
import type {PutEvents} from './publish-in-order.ts'

/** Puts CloudEvents on an EventBridge bus: source `hearth`, detail type the event's type, detail the whole event. */
export const eventBus =
  (
    client: EventBridgeClient,
    busName: string,
    onRefused: (event: CloudEvent, code: string | undefined) => void,
  ): PutEvents =>
  async events => {
    const {Entries: outcomes = []} = await client.send(
      new PutEventsCommand({
        Entries: events.map(event => ({
          EventBusName: busName,
          Source: 'hearth',
          DetailType: event.type,
          Time: new Date(event.time),
          Detail: JSON.stringify(event),
        })),
      }),
    )
    const refused = events.filter((_, at) => !outcomes[at]?.EventId)
    for (const event of refused) onRefused(event, outcomes[events.indexOf(event)]?.ErrorCode)
    return new Set(events).difference(new Set(refused))
  }
