import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import formats from 'ajv-formats'
import {expect, test} from 'vitest'
import {EVENTS} from '../../events/catalogue.ts'
import {documents} from '../../events/documents.ts'
import {ASYNCAPI} from './asyncapi-shape.ts'

interface Message {
  readonly name: string
  readonly payload: {readonly schema: object}
  readonly examples: readonly {readonly payload: object}[]
}
interface AsyncApi {
  readonly operations: {readonly publish: {readonly messages: readonly {readonly $ref: string}[]}}
  readonly components: {readonly messages: Readonly<Record<string, Message>>}
}

const path = new URL('../../events/generated/asyncapi.json', import.meta.url)
const committed = JSON.parse(readFileSync(path, 'utf8')) as AsyncApi
const ajv = new Ajv()
formats.default(ajv)

/** What a reference within the document leads to. */
const found = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], committed)

const referencesIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [part] : referencesIn(part)))

test('the document is the one that the catalogue makes', () => {
  expect(committed).toEqual(documents().get('asyncapi.json'))
})

test('the document has the shape of AsyncAPI 3.0', () => {
  const validate = ajv.compile(ASYNCAPI)
  validate(committed)
  expect(validate.errors).toBeNull()
})

test('every reference leads somewhere', () => {
  const references = referencesIn(committed)
  expect(references.length).toBeGreaterThan(2 * EVENTS.length)
  for (const reference of references) expect([reference, found(reference)]).not.toContain(undefined)
})

test('every event of the catalogue is sent, and nothing else', () => {
  const sent = committed.operations.publish.messages.map(({$ref}) => {
    const {$ref: message} = found($ref) as {$ref: string}
    return (found(message) as Message).name
  })
  expect(sent).toEqual(EVENTS.map(({type}) => type))
})

test.each(Object.entries(committed.components.messages))(
  'the example of %s is what its payload says',
  (_, message) => {
    const validate = ajv.compile(message.payload.schema)
    for (const {payload} of message.examples) {
      validate(payload)
      expect(validate.errors).toBeNull()
    }
  },
)
