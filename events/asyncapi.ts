import * as z from 'zod'
import {EVENTS} from './catalogue.ts'

interface Contract {
  readonly name: string
  readonly type: string
  readonly schema: z.ZodType
}

/** The AsyncAPI 3.0 document of every event that Hearth publishes, each with its recorded example. */
export const asyncApi = (exampleOf: (type: string) => unknown) => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Hearth events',
    version: '1.0.0',
    description:
      'What happened in Hearth, by reference: CloudEvents 1.0, each written in the same transaction as the change that it tells of. Delivered at least once; docs/events.md says how to take them in order, and once.',
    license: {name: 'MIT'},
  },
  defaultContentType: 'application/json',
  channels: {
    bus: {
      address: 'hearth-{stage}',
      title: 'The event bus',
      description:
        'A bus of Amazon EventBridge. The message is the `detail` of an event whose `source` is `hearth` and whose `detail-type` is the type of the message.',
      parameters: {stage: {description: 'Of the deployment, e.g. production.'}},
      messages: keyed(({name}) => ({$ref: `#/components/messages/${name}`})),
    },
  },
  operations: {
    publish: {
      action: 'send',
      channel: {$ref: '#/channels/bus'},
      summary: 'Hearth publishes what has happened.',
      messages: EVENTS.map(({name}) => ({$ref: `#/channels/bus/messages/${name}`})),
    },
  },
  components: {messages: keyed(contract => message(contract, exampleOf(contract.type)))},
})

const keyed = <T>(of: (contract: Contract) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(EVENTS.map(contract => [contract.name, of(contract)]))

function message({type, schema}: Contract, example: unknown) {
  const {$schema: _, title, description, ...payload} = z.toJSONSchema(schema, {target: 'draft-7'})
  return {
    name: type,
    title,
    summary: description,
    contentType: 'application/json',
    payload: {schemaFormat: 'application/schema+json;version=draft-07', schema: payload},
    examples: [{payload: example}],
  }
}
