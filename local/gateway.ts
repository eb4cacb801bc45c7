import {randomUUID} from 'node:crypto'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {setTimeout as after} from 'node:timers/promises'
import findMyWay, {type HTTPMethod} from 'find-my-way'
import {createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify} from 'jose'
import {CannotStart} from './cannot-start.ts'
import type {Functions} from './functions.ts'
import {isObject, type JsonObject, list} from './json.ts'
import {eventOf, gatewayReply, type Reply, replyOf} from './payload.ts'
import {glob} from './permissions.ts'
import {ACCOUNT, type Assembly, REGION, type Resource} from './template.ts'

/** Limits of an HTTP API, in bytes. */
const BODY_LIMIT = 10 * 1024 * 1024
const HEAD_LIMIT = 10_240

interface Route {
  readonly key: string
  readonly functionArn: string
  readonly timeoutMs: number
  readonly authorise: Authorise
}

/** Claims of the caller's token, null where none is asked for, or a refusal. */
type Authorise = (
  authorization: string | undefined,
) => Promise<Readonly<Record<string, unknown>> | null | 'refused'>

/** The HTTP API of the template: its routes, its authoriser, its functions, and the answers AWS itself gives. */
export async function gateway(assembly: Assembly, functions: Functions): Promise<RequestListener> {
  const [api, ...others] = assembly.of('AWS::ApiGatewayV2::Api')
  if (api === undefined || others.length > 0) throw new CannotStart('The template must have one HTTP API.')
  const router = findMyWay({maxParamLength: HEAD_LIMIT})
  const authorisers = new Map<string, Authorise>()
  for (const authoriser of assembly.of('AWS::ApiGatewayV2::Authorizer'))
    authorisers.set(authoriser.name, await tokenAuthoriser(authoriser))
  for (const resource of assembly.of('AWS::ApiGatewayV2::Route')) {
    const {method, path} = routeKey(resource)
    const store = routeOf(assembly, api, resource, functions, authorisers)
    router.on(method, path, () => {}, store)
  }
  return (request, response) => {
    const requestId = randomUUID()
    answer(request, requestId, api.name, router, functions)
      .catch(() => gatewayReply(500, 'Internal Server Error'))
      .then(reply => send(response, requestId, reply))
  }
}

async function answer(
  request: IncomingMessage,
  requestId: string,
  apiId: string,
  router: findMyWay.Instance<findMyWay.HTTPVersion.V1>,
  functions: Functions,
): Promise<Reply> {
  const {method = '', url = '/', headers, rawHeaders} = request
  const body = await readBody(request)
  const values = rawHeaders.filter((_, index) => index % 2 === 1)
  const head =
    `${method} ${url} HTTP/1.1`.length + values.reduce((sum, each) => sum + Buffer.byteLength(each), 0)
  if (head > HEAD_LIMIT) return gatewayReply(431, 'Request Header Fields Too Large')
  const found = router.find(method as HTTPMethod, url)
  if (found === null) return gatewayReply(404, 'Not Found')
  const route = found.store as Route
  const claims = await route.authorise(headers.authorization)
  if (claims === 'refused') return gatewayReply(401, 'Unauthorized')
  if (body === 'too large') return gatewayReply(413, 'Request Entity Too Large')
  const event = eventOf({
    requestId,
    routeKey: route.key,
    apiId,
    method,
    url,
    protocol: `HTTP/${request.httpVersion}`,
    rawHeaders,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    body,
    pathParameters: found.params,
    claims,
    at: Date.now(),
  })
  return callFunction(functions, route, event)
}

async function callFunction(functions: Functions, route: Route, event: JsonObject): Promise<Reply> {
  const waiting = new AbortController()
  const outcome = await Promise.race([
    functions.invoke(route.functionArn, event),
    after(route.timeoutMs, null, {signal: waiting.signal}),
  ]).finally(() => waiting.abort())
  if (outcome === null) return gatewayReply(503, 'Service Unavailable')
  if (outcome.ok) return replyOf(outcome.value) ?? gatewayReply(500, 'Internal Server Error')
  return outcome.error === 'RequestEntityTooLarge'
    ? gatewayReply(413, 'Request Entity Too Large')
    : gatewayReply(500, 'Internal Server Error')
}

/** Reads on to the end even when it is too much, so that the caller hears our answer and not a broken connection. */
async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size <= BODY_LIMIT ? Buffer.concat(chunks) : 'too large'
}

function send(response: ServerResponse, requestId: string, {status, headers, body}: Reply): void {
  response.writeHead(status, {...headers, 'content-length': body.length, 'apigw-requestid': requestId})
  response.end(body)
}

/** `POST /v1/children/{childId}` in the router's words. Only exact methods and plain parameters are implemented. */
function routeKey(route: Resource): {method: HTTPMethod; path: string} {
  const key = String(route.properties['RouteKey'])
  const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\/[^+*:]*)$/.exec(key) ?? []
  if (method === undefined || path === undefined)
    throw new CannotStart(`${route.id} has the route key ${key}, which the local runtime does not implement.`)
  return {method: method as HTTPMethod, path: path.replace(/\{([^}]+)\}/g, ':$1')}
}

function routeOf(
  assembly: Assembly,
  api: Resource,
  route: Resource,
  functions: Functions,
  authorisers: ReadonlyMap<string, Authorise>,
): Route {
  const {RouteKey, Target, AuthorizationType, AuthorizerId} = route.properties
  const integration = assembly
    .of('AWS::ApiGatewayV2::Integration')
    .find(({name}) => Target === `integrations/${name}`)
  const functionArn = String(integration?.properties['IntegrationUri'])
  if (!functions.arns.has(functionArn))
    throw new CannotStart(`${route.id} leads to no function of the template.`)
  const [method, path] = String(RouteKey).split(' ')
  const arn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api.name}/$default/${method}${path}`
  requirePermission(assembly, functionArn, 'apigateway.amazonaws.com', arn)
  const authorise = AuthorizationType === 'JWT' ? authorisers.get(String(AuthorizerId)) : open
  if (authorise === undefined)
    throw new CannotStart(`${route.id} names an authoriser that is not in the template.`)
  const timeoutMs = Number(integration?.properties['TimeoutInMillis'] ?? 30_000)
  return {key: String(RouteKey), functionArn, timeoutMs, authorise}
}

/** Without this permission AWS could not call the function either, and would answer 500 or lose the event. */
export function requirePermission(
  assembly: Assembly,
  functionArn: string,
  principal: string,
  source: string,
): void {
  const given = assembly.of('AWS::Lambda::Permission').some(({properties}) => {
    const {FunctionName, Principal, SourceArn} = properties
    return FunctionName === functionArn && Principal === principal && glob(String(SourceArn)).test(source)
  })
  if (!given) throw new CannotStart(`${principal} has no permission to call ${functionArn} for ${source}.`)
}

const open: Authorise = async () => null

/** As an HTTP API checks a token: RS256, issuer, audience, times; keys by OpenID Connect discovery. */
async function tokenAuthoriser({id, properties}: Resource): Promise<Authorise> {
  const settings = properties['JwtConfiguration']
  const {Issuer, Audience} = isObject(settings) ? settings : {}
  const issuer = String(Issuer)
  const audience = list(Audience).map(String)
  const keys = await discover(issuer).catch(error => {
    throw new CannotStart(`${id}: the issuer ${issuer} cannot be reached: ${error.message}`)
  })
  return async authorization => {
    if (authorization === undefined) return 'refused'
    const token = authorization.replace(/^Bearer /i, '')
    const verified = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    }).catch(() => null)
    return verified === null ? 'refused' : verified.payload
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answered = await fetch(`${issuer}/.well-known/openid-configuration`)
  const {jwks_uri} = (await answered.json()) as {jwks_uri: string}
  return createRemoteJWKSet(new URL(jwks_uri))
}
