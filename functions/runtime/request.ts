import {createHash} from 'node:crypto'
import type {APIGatewayProxyEventV2} from 'aws-lambda'
import * as z from 'zod'
import {ok, type Result, refuse} from '../../domain/result.ts'
import type {Fault} from '../http/schemas/problem.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {callerOf} from './caller.ts'
import type {Endpoint, Input} from './endpoint.ts'
import {faultsOf} from './faults.ts'
import {located, lookUp} from './locate.ts'
import {readBody} from './read-body.ts'
import type {Refusal} from './refusal.ts'

const NO_QUERY = z.strictObject({})
const ETAG = /^"([1-9]\d{0,9})"$/
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/
const REASON = /^(?=.*\S)[\x20-\x7e]{4,500}$/

/** A key, and a hash of the request that it stands for. */
export interface Idempotency {
  readonly key: string
  readonly requestHash: string
}

export interface Request<Route extends Endpoint> {
  readonly input: Input<Route>
  readonly idempotency: Idempotency | null
  /** Of X-Break-Glass, or else of X-Reason: for the audit alone. */
  readonly why: string | null
}

/** Reads path, query, headers and body in one go: all that is wrong is named at once. */
export async function readRequest<Route extends Endpoint>(
  route: Route,
  event: APIGatewayProxyEventV2,
  gazetteer: GazetteerTable,
): Promise<Result<Request<Route>, Refusal>> {
  const json: Result<unknown, Refusal> = route.body ? readBody(event, route.mostBytes) : ok(undefined)
  if (!json.ok) return json
  if (route.ifMatch && event.headers['if-match'] === undefined) return refuse({kind: 'precondition-required'})
  const faults: Fault[] = []
  const parsed = (part: Fault['in'], schema: z.ZodType | undefined, value: unknown): unknown => {
    const result = schema?.safeParse(value)
    if (result?.success === false) faults.push(...faultsOf(part, result.error))
    return result?.data
  }
  const params = parsed('path', route.params, event.pathParameters ?? {})
  const query = parsed('query', route.query ?? NO_QUERY, event.queryStringParameters ?? {})
  const version = route.ifMatch ? versionIn(event.headers['if-match'] ?? '', faults) : undefined
  const key = route.method === 'POST' ? keyIn(event.headers['idempotency-key'], faults) : undefined
  const breakGlass = route.breakGlass ? reasonIn('x-break-glass', event, faults) : undefined
  const why = breakGlass ?? reasonIn('x-reason', event, faults)
  const body = parsed('body', route.body, json.value)
  const found = await lookUp(json.value, gazetteer)
  faults.push(...found.faults)
  if (faults.length > 0) return refuse({kind: 'invalid', faults})
  const idempotency =
    key === undefined
      ? null
      : {key, requestHash: hashOf([callerOf(event)?.by, event.routeKey, params, query, body])}
  const input = {params, query, version, breakGlass, body: located(body, found.places)} as Input<Route>
  return ok({input, idempotency, why})
}

function versionIn(header: string, faults: Fault[]): number {
  const version = ETAG.exec(header)?.[1]
  if (version === undefined)
    faults.push({in: 'header', pointer: '/if-match', detail: 'must be one ETag as it was given, such as "3"'})
  return Number(version)
}

function keyIn(header: string | undefined, faults: Fault[]): string | undefined {
  if (header !== undefined && !IDEMPOTENCY_KEY.test(header))
    faults.push({in: 'header', pointer: '/idempotency-key', detail: 'must be 1 to 255 printable characters'})
  return header
}

function reasonIn(name: string, {headers}: APIGatewayProxyEventV2, faults: Fault[]): string | null {
  const reason = headers[name]
  if (reason !== undefined && !REASON.test(reason))
    faults.push({in: 'header', pointer: `/${name}`, detail: 'must be 4 to 500 printable characters'})
  return reason ?? null
}

/** Of what was understood, so that spaces and the order of fields make no other request. */
const hashOf = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex')
