const text = {type: 'string', minLength: 1}

/** An object of AsyncAPI with these fields and no other. */
const only = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
/** AsyncAPI's maps: of channels, operations, messages. */
const named = (value: object) => ({
  type: 'object',
  minProperties: 1,
  propertyNames: {pattern: '^[A-Za-z0-9._-]+$'},
  additionalProperties: value,
})
const reference = only({$ref: {type: 'string', pattern: '^#/'}}, ['$ref'])

const message = only(
  {
    name: text,
    title: text,
    summary: text,
    contentType: {const: 'application/json'},
    // A Multi Format Schema Object.
    payload: only(
      {schemaFormat: {const: 'application/schema+json;version=draft-07'}, schema: {type: 'object'}},
      ['schemaFormat', 'schema'],
    ),
    examples: {type: 'array', minItems: 1, items: only({payload: {type: 'object'}}, ['payload'])},
  },
  ['name', 'title', 'summary', 'contentType', 'payload', 'examples'],
)

const channel = only(
  {
    address: text,
    title: text,
    description: text,
    parameters: named(only({description: text}, ['description'])),
    messages: named(reference),
  },
  ['address', 'messages'],
)

const operation = only(
  {
    action: {enum: ['send', 'receive']},
    channel: reference,
    summary: text,
    messages: {type: 'array', minItems: 1, uniqueItems: true, items: reference},
  },
  ['action', 'channel'],
)

/** What AsyncAPI 3.0.0 says of the parts that our document uses. */
export const ASYNCAPI = only(
  {
    asyncapi: {const: '3.0.0'},
    info: only({title: text, version: text, description: text, license: only({name: text}, ['name'])}, [
      'title',
      'version',
    ]),
    defaultContentType: text,
    channels: named(channel),
    operations: named(operation),
    components: only({messages: named(message)}, ['messages']),
  },
  ['asyncapi', 'info'],
)
