import {readFileSync} from 'node:fs'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {expect, it} from 'vitest'
import {openApi} from '../../contracts/openapi.ts'
import {tell} from '../../contracts/story.ts'
import {type ResponseOr, responseIn} from '../../functions/http/documentation/responses.ts'
import {ROUTES} from '../../functions/http/routes.ts'
import {PROBLEM_KINDS} from '../../functions/runtime/problem-kinds.ts'

interface Response {
  readonly description: string
  readonly content?: Readonly<Record<string, Content>>
}
interface Content {
  readonly schema?: object
  readonly example?: unknown
}
interface Operation {
  readonly operationId: string
  readonly security: readonly object[]
  readonly parameters?: readonly {readonly name: string; readonly in: string}[]
  readonly requestBody?: {readonly content: Readonly<Record<string, Content>>}
  readonly responses: Readonly<Record<string, ResponseOr<Response>>>
}
interface Contract {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

const text = readFileSync(new URL('../../contracts/generated/openapi.json', import.meta.url), 'utf8')
const contract = JSON.parse(text) as Contract
const inFull = ({responses}: Operation): Readonly<Record<string, Response>> =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, responseIn(contract, response)]),
  )
const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    ...operation,
    responses: inFull(operation),
  })),
)
const served = ROUTES.filter(route => route.access !== 'public').map(route => route.id)

const ajv = new Ajv2020({strict: true, strictRequired: false, allowUnionTypes: true, discriminator: false})
formats.default(ajv)

/** Each shape of the contract under its name, and references to it by that name, as an OpenAPI reader has them. */
const named = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"'))
for (const [name, schema] of Object.entries(contract.components.schemas)) ajv.addSchema(named(schema), name)
const validator = (schema: object): ValidateFunction => ajv.compile(named(schema))

const jsonOf = (
  operation: {readonly responses: Readonly<Record<string, Response>>},
  status: string,
): Content | undefined => operation.responses[status]?.content?.['application/json']

it('is committed as the routes, the schemas and the service itself say', async () => {
  expect(text).toBe(`${JSON.stringify(openApi(await tell()), null, 2)}\n`)
})

it('is OpenAPI 3.1 and has every route once, and nothing else', () => {
  expect(contract.openapi).toMatch(/^3\.1\./)
  expect(
    operations
      .map(({operationId, method, path}) => `${operationId} ${method.toUpperCase()} ${path}`)
      .toSorted(),
  ).toEqual(ROUTES.map(({id, method, path}) => `${id} ${method} ${path}`).toSorted())
})

it('leads every reference somewhere', () => {
  const names = [...text.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(match => match[1]!)
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter(name => !(name in contract.components.schemas))).toEqual([])
})

it.each(Object.keys(contract.components.schemas))('has a JSON Schema of 2020-12 for %s', name => {
  expect(() => validator({$ref: `#/components/schemas/${name}`})).not.toThrow()
})

it.each(operations)(
  'declares what $operationId takes: path, If-Match, Idempotency-Key, body',
  ({method, path, parameters = [], requestBody}) => {
    const names = parameters.map(({name, in: part}) => `${part} ${name}`)
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => `path ${match[1]}`)
    expect(names.filter(name => name.startsWith('path'))).toEqual(inPath)
    expect(names.includes('header If-Match')).toBe(method === 'put')
    expect(names.includes('header Idempotency-Key')).toBe(method === 'post')
    expect(requestBody !== undefined).toBe(method === 'post' || method === 'put')
  },
)

/** Texts show no example, whatever else they can be had as. */
const answersJson = (operation: (typeof operations)[number]) =>
  (jsonOf(operation, '201') ?? jsonOf(operation, '200'))?.example !== undefined ||
  !('media' in ROUTES.find(({id}) => id === operation.operationId)!.response)

it.each(operations.filter(each => served.includes(each.operationId as never) && answersJson(each)))(
  'shows an example of $operationId that its own schemas accept',
  operation => {
    const {operationId, requestBody} = operation
    const sent = requestBody?.content['application/json']
    if (sent) expect(validator(sent.schema!)(sent.example), operationId).toBe(true)
    const answered = jsonOf(operation, '201') ?? jsonOf(operation, '200')
    const validate = validator(answered!.schema!)
    expect(validate(answered!.example), JSON.stringify(validate.errors)).toBe(true)
  },
)

it.each(operations.filter(({operationId}) => served.includes(operationId as never)))(
  'answers every refusal of $operationId as a problem with a page that explains it',
  ({responses}) => {
    const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400)
    expect(refusals.map(([status]) => status)).toEqual(expect.arrayContaining(['403', '500']))
    for (const [status, {description, content}] of refusals) {
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      const kinds = [...description.matchAll(/\(\/problems#([\w-]+)\)/g)].map(
        match => match[1] as keyof typeof PROBLEM_KINDS,
      )
      expect(kinds.map(kind => PROBLEM_KINDS[kind].status)).toEqual(kinds.map(() => Number(status)))
    }
  },
)

it('asks for a token wherever there is a child or a carer to protect', () => {
  const open = operations.filter(({security}) => security.length === 0).map(({path}) => path)
  expect(open).toEqual(['/v1/openapi.json', '/docs', '/problems'])
})
