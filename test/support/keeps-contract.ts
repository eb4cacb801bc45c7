import {readFileSync} from 'node:fs'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type {Reply, ServedRoute} from '../../contracts/in-memory-service.ts'
import {type ResponseOr, responseIn} from '../../functions/http/documentation/responses.ts'
import {routes} from '../../functions/http/routes.ts'

interface Response {
  readonly content?: Readonly<Record<string, {readonly schema?: object}>>
}
interface Operation {
  readonly responses: Readonly<Record<string, ResponseOr<Response>>>
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

/** What API Gateway answers on its own: without a token, without a route, or to what is too large. */
const GATEWAY: ReadonlySet<number> = new Set([401, 404, 413, 431])

const file = new URL('../../contracts/generated/openapi.json', import.meta.url)

/** Tells how an answer breaks the committed contract; null when it keeps it. */
export function contractKeeper(): (route: ServedRoute, reply: Reply) => string | null {
  const contract = JSON.parse(readFileSync(file, 'utf8')) as Contract
  const ajv = formats.default(new Ajv2020({strict: false}))
  const named = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"'))
  for (const [name, schema] of Object.entries(contract.components.schemas)) ajv.addSchema(named(schema), name)
  const validators = new Map<object, ValidateFunction>()
  const validator = (schema: object) => {
    const made = validators.get(schema) ?? ajv.compile(named(schema))
    validators.set(schema, made)
    return made
  }
  return (route, {status, headers, json, text}) => {
    if (GATEWAY.has(status) && isGateways(json)) return null
    const {method, path} = routes[route]
    const declared = contract.paths[path]?.[method.toLowerCase()]?.responses[status]
    if (declared === undefined) return `the status ${status} is not declared`
    const response = responseIn(contract, declared)
    if (headers['cache-control'] !== 'no-store') return 'the answer could be stored'
    if (response.content === undefined) return text === '' ? null : 'a body is not declared'
    const schema = response.content[String(headers['content-type'])]?.schema
    if (schema === undefined) return `the content type ${headers['content-type']} is not declared`
    const validate = validator(schema)
    return validate(json ?? text) ? null : `the body breaks its schema: ${ajv.errorsText(validate.errors)}`
  }
}

const isGateways = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && Object.keys(json).join() === 'message'
