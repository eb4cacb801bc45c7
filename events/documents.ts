import {readFileSync} from 'node:fs'
import * as z from 'zod'
import {asyncApi} from './asyncapi.ts'
import {EVENTS} from './catalogue.ts'

export type Document = Readonly<Record<string, unknown>>

const exampleOf = (type: string): unknown =>
  JSON.parse(readFileSync(new URL(`examples/${type}.json`, import.meta.url), 'utf8'))

/** What events/generated holds, by name: the JSON Schema of every event, and the AsyncAPI document of them all. */
export const documents = (): ReadonlyMap<string, Document> =>
  new Map<string, Document>([...EVENTS.map(schemaDocument), ['asyncapi.json', asyncApi(exampleOf)]])

function schemaDocument({type, schema}: (typeof EVENTS)[number]): [string, Document] {
  const {$schema, ...shape} = z.toJSONSchema(schema)
  return [`${type}.json`, {$schema, $id: `/events/${type}.json`, ...shape}]
}
