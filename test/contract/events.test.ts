import {readdirSync, readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {EVENTS} from '../../events/catalogue.ts'
import {breaks} from '../../events/compatibility.ts'
import {documents} from '../../events/documents.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {MADE} from './made-events.ts'

const folder = new URL('../../events/', import.meta.url)
const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, unknown>

/** Words that would name a fact about a child, a home or a carer, in the name of a field. */
const FACTS =
  /dob|birth|^age|sex|ethnic|religio|language|need|risk|address|postcode|easting|name|reason|note|cost/i

describe.each(EVENTS.map(contract => [contract.name, contract] as const))('%s', (_, {type, schema}) => {
  const committed = read(`generated/${type}.json`)
  const example = read(`examples/${type}.json`)
  const ajv = new Ajv2020({strict: false})
  formats.default(ajv)
  const validate = ajv.compile(committed)

  test('has the JSON Schema that is committed', () => {
    expect(committed).toEqual(documents().get(`${type}.json`))
  })

  test('has an example that its schema takes, and takes no fact beside', () => {
    expect(validate(example)).toBe(true)
    expect(schema.safeParse(example).success).toBe(true)
    const leaking = {...example, data: {...(example['data'] as object), dob: '2016-06-01'}}
    expect(validate(leaking)).toBe(false)
    expect(schema.safeParse(leaking).success).toBe(false)
  })

  test('holds references, versions, days and codes, and no field for a fact', () => {
    const {data} = committed['properties'] as {data: {properties: Record<string, object>}}
    for (const field of Object.keys(data.properties)) expect(field).not.toMatch(FACTS)
  })

  test('breaks its readers when any one of its fields goes', () => {
    for (const lost of Object.keys(example['data'] as object)) {
      const now = structuredClone(committed) as {properties: {data: Record<string, Record<string, unknown>>}}
      delete now.properties.data['properties']![lost]
      expect(breaks(committed, now)).toContain(`/data/${lost} is gone`)
    }
  })

  test('is what its maker makes, with the attributes of CloudEvents 1.0', () => {
    const event = MADE.find(each => each.type === type)!
    expect(schema.parse(event)).toEqual(event)
    expect(validate(event)).toBe(true)
    // CloudEvents: extension names are lower-case letters and digits, at most 20.
    expect(Object.keys(event).every(name => /^[a-z0-9]{1,20}$/.test(name))).toBe(true)
    expect(event).toMatchObject({
      specversion: '1.0',
      source: '/hearth/E09000023',
      dataclassification: 'OFFICIAL-SENSITIVE',
    })
  })
})

test('every committed document and example belongs to an event of the catalogue', () => {
  const names = EVENTS.map(({type}) => `${type}.json`).toSorted()
  expect(readdirSync(new URL('generated/', folder)).toSorted()).toEqual(['asyncapi.json', ...names])
  expect(readdirSync(new URL('examples/', folder)).toSorted()).toEqual(names)
})

test('an event is told from every other by its source and id', () => {
  const told = (events: readonly CloudEvent[]) => new Set(events.map(({source, id}) => `${source} ${id}`))
  expect(told(MADE).size).toBe(MADE.length)
  const examples = EVENTS.map(({type}) => read(`examples/${type}.json`) as unknown as CloudEvent)
  expect(told(examples).size).toBe(examples.length)
})

describe('a published event only grows', () => {
  const published = {
    type: 'object',
    properties: {id: {type: 'string'}, on: {type: 'string', description: 'Then.'}},
    required: ['id'],
    additionalProperties: false,
  }
  const and = (properties: object, required = ['id']) => ({...published, properties, required})
  const {id, on} = published.properties

  test.each([
    ['nothing changes', published],
    ['an optional field comes', and({id, on, until: {type: 'string'}})],
    ['a description is put better', and({id, on: {type: 'string', description: 'From then on.'}})],
  ])('nobody breaks when %s', (_, now) => {
    expect(breaks(published, now)).toEqual([])
  })

  test.each([
    ['a field goes', and({id}), '/on is gone'],
    ['a field is no longer sure to come', and({id, on}, []), '/id is required in one of them only'],
    ['an old event would lack a field', and({id, on}, ['id', 'on']), '/on is required in one of them only'],
    ['a field means something else', and({id: {type: 'number'}, on}), '/id is another than it was'],
    ['it is closed no more', {...published, additionalProperties: true}, '/ is another than it was'],
  ])('somebody breaks when %s', (_, now, why) => {
    expect(breaks(published, now)).toEqual([why])
  })
})

test('the documentation tells of every event, with its example', () => {
  const told = readFileSync(new URL('../docs/events.md', folder), 'utf8')
  for (const {type} of EVENTS) expect(told).toContain(`| [\`${type}\`](../events/examples/${type}.json) |`)
})
