import {isObject, type Json, type JsonObject} from './json.ts'
import {ACCOUNT} from './template.ts'

/** A request as the gateway took it in. */
export interface Received {
  readonly requestId: string
  readonly routeKey: string
  readonly apiId: string
  readonly method: string
  /** With its query string. */
  readonly url: string
  readonly protocol: string
  /** Name, value, name, value, as they came. */
  readonly rawHeaders: readonly string[]
  readonly sourceIp: string
  readonly body: Buffer
  readonly pathParameters: Readonly<Record<string, string | undefined>>
  /** Of the verified token; null on a public route. */
  readonly claims: Readonly<Record<string, unknown>> | null
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: Buffer
}

/**
 * The event that an HTTP API hands to a function, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(request: Received): JsonObject {
  const [rawPath = '/', rawQueryString = ''] = splitOnce(request.url, '?')
  const headers = joined(request.rawHeaders)
  const {cookie, ...others} = headers
  const query = queryOf(rawQueryString)
  const parameters = Object.entries(request.pathParameters).filter(([, value]) => value !== undefined)
  return {
    version: '2.0',
    routeKey: request.routeKey,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && {cookies: cookie.split(/; ?/)}),
    headers: {
      ...others,
      'x-amzn-trace-id': `Root=1-${Math.floor(request.at / 1000).toString(16)}-${request.requestId.replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': request.sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(Object.keys(query).length > 0 && {queryStringParameters: query}),
    ...(parameters.length > 0 && {pathParameters: Object.fromEntries(parameters) as Record<string, string>}),
    requestContext: contextOf(request, rawPath, headers),
    ...bodyOf(request.body, headers['content-type']),
  }
}

function contextOf(request: Received, path: string, headers: Readonly<Record<string, string>>): JsonObject {
  const host = (headers['host'] ?? 'localhost').split(':')[0]!
  return {
    accountId: ACCOUNT,
    apiId: request.apiId,
    ...(request.claims && {authorizer: {jwt: {claims: claimsOf(request.claims), scopes: null}}}),
    domainName: host,
    domainPrefix: host.split('.')[0]!,
    http: {
      method: request.method,
      path,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: headers['user-agent'] ?? '',
    },
    requestId: request.requestId,
    routeKey: request.routeKey,
    stage: '$default',
    time: commonLogTime(request.at),
    timeEpoch: request.at,
  }
}

/** Claims reach a function as strings; a list of them as `[a b]`. */
function claimsOf(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : isObject(value) ? JSON.stringify(value) : String(value),
    ]),
  )
}

/** Names in lower case, values of the same name joined with a comma (cookies with a semicolon). */
function joined(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null)
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!.toLowerCase()
    const value = rawHeaders[index + 1]!
    headers[name] = name in headers ? `${headers[name]}${name === 'cookie' ? '; ' : ','}${value}` : value
  }
  return headers
}

function queryOf(rawQueryString: string): Record<string, string> {
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(rawQueryString))
    query[name] = name in query ? `${query[name]},${value}` : value
  return query
}

/** AWS hands on as text only these types; anything else, a form and a missing type too, comes in base64. */
const TEXT = /^(text\/.*|application\/(json|xml|javascript))$/i

function bodyOf(body: Buffer, contentType = ''): JsonObject {
  if (body.length === 0) return {isBase64Encoded: false}
  const text = TEXT.test(contentType.split(';')[0]!.trim())
  return {body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text}
}

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** The HTTP reply to a function's answer; null when AWS could not read it, which callers see as a 500. */
export function replyOf(answer: Json): Reply | null {
  if (!isObject(answer) || answer['statusCode'] === undefined)
    return {
      status: 200,
      headers: JSON_TYPE,
      body: Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)),
    }
  const {statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false} = answer
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 100 || status > 599) return null
  if (typeof body !== 'string' || !isObject(headers) || !Array.isArray(cookies)) return null
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...named,
      ...(cookies.length > 0 && {'set-cookie': cookies.map(String)}),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}

const JSON_TYPE = {'content-type': 'application/json'}

/** An answer of the gateway itself, in its own words. */
export const gatewayReply = (status: number, message: string): Reply => ({
  status,
  headers: {...JSON_TYPE, ...(status === 401 && {'www-authenticate': 'Bearer'})},
  body: Buffer.from(JSON.stringify({message})),
})
