import {Logger} from '@aws-lambda-powertools/logger'
import type {APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context} from 'aws-lambda'
import type {Instant} from '../domain/calendar.ts'
import type {GridReference} from '../domain/location.ts'
import type {Uploads} from '../functions/files/uploads.ts'
import {audit} from '../functions/http/audit/operations.ts'
import {imports} from '../functions/http/imports/operations.ts'
import {panel} from '../functions/http/panel/operations.ts'
import {placements} from '../functions/http/placements/operations.ts'
import {recruitment} from '../functions/http/recruitment/operations.ts'
import {recruitmentViews} from '../functions/http/recruitment/views/operations.ts'
import {type RouteId, routes} from '../functions/http/routes.ts'
import {sufficiency} from '../functions/http/sufficiency/operations.ts'
import type {Surroundings} from '../functions/runtime/endpoint.ts'
import {serve} from '../functions/runtime/serve.ts'
import {openChains} from '../functions/store/audit.ts'
import {memoryGazetteer, postcodeItem} from '../functions/store/gazetteer.ts'
import {memoryTable} from '../functions/store/memory-table.ts'
import type {Table} from '../functions/store/table.ts'

/** A request as a caller makes it; what is left out is what any caller sends. */
export interface Call {
  /** Those that the path does not name are left out. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly text?: string
  readonly claims?: Readonly<Record<string, unknown>> | null
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The body as JSON; undefined when it is not. */
  readonly json: unknown
}

/** All but the documentation, which is made from what this service records. */
export type ServedRoute = {
  [Id in RouteId]: (typeof routes)[Id]['context'] extends 'documentation' ? never : Id
}[RouteId]

export interface InMemoryService {
  readonly call: (route: ServedRoute, call?: Call) => Promise<Reply>
  readonly surroundings: Surroundings
  /** What was uploaded, by key. */
  readonly files: Map<string, Uint8Array>
}

interface Setting {
  readonly postcodes?: Readonly<Record<string, GridReference & {readonly authorityId?: string}>>
  readonly now?: () => Instant
  readonly newId?: () => string
  readonly logger?: Logger
  /** Instead of one in memory. */
  readonly table?: Table
}

export const MANAGER = {
  authority: 'E09000023',
  sub: '5f0c7a52-placements-manager',
  roles: '[placements-manager]',
  scope: '',
}

/** The real handlers over the memory table, called as the gateway calls them. */
export function inMemoryService(setting: Setting = {}): InMemoryService {
  const {
    postcodes = {},
    now = () => '2026-11-23T09:30:00.000Z',
    newId = countedIds(),
    logger = silent(),
    table = memoryTable(),
  } = setting
  const surroundings: Surroundings = {
    table,
    audit: table,
    chains: openChains(countedIds()),
    gazetteer: memoryGazetteer(
      Object.entries(postcodes).map(([postcode, {authorityId, ...grid}]) =>
        postcodeItem(postcode, grid, authorityId),
      ),
    ),
    now,
    newId,
    checkResponses: true,
  }
  const {files, uploads} = memoryUploads()
  const contexts = {
    placements: serve(placements, surroundings, logger),
    recruitment: serve(recruitment, surroundings, logger),
    panel: serve(panel, surroundings, logger),
    imports: serve(imports(uploads), surroundings, logger),
    'recruitment-views': serve(recruitmentViews, surroundings, logger),
    sufficiency: serve(sufficiency, surroundings, logger),
    audit: serve(audit, surroundings, logger),
  }
  const call = async (id: ServedRoute, made: Call = {}): Promise<Reply> => {
    const answer = await contexts[routes[id].context](eventOf(id, made), {} as Context)
    return replyOf(answer)
  }
  return {call, surroundings, files}
}

/** Ids in the shape of UUIDs that count up, so that what is recorded is the same each time. */
export function countedIds(): () => string {
  let made = 0
  return () => `019ab000-0000-7000-8000-${String(++made).padStart(12, '0')}`
}

/** Uploads at addresses that nobody listens at; what the service itself puts is there. */
function memoryUploads(): {files: Map<string, Uint8Array>; uploads: Uploads} {
  const files = new Map<string, Uint8Array>()
  const uploads: Uploads = {
    presign: async (key, {bytes}) => ({
      url: `https://uploads.example/${key}?X-Amz-Signature=0`,
      method: 'PUT',
      headers: {'content-length': String(bytes)},
      expiresAt: '2026-11-23T09:45:00.000Z',
    }),
    put: async (key, body) => void files.set(key, body),
  }
  return {files, uploads}
}

const silent = () => new Logger({logLevel: 'SILENT'})

function eventOf(
  id: ServedRoute,
  {params = {}, query, headers, body, text, claims = MANAGER}: Call,
): APIGatewayProxyEventV2 {
  const {method, path} = routes[id]
  const inPath = Object.entries(params).filter(([name]) => path.includes(`{${name}}`))
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
  const rawPath = path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '')
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {...(sent !== undefined && {'content-type': 'application/json'}), ...headers},
    ...(inPath.length > 0 && {pathParameters: Object.fromEntries(inPath)}),
    ...(query && {queryStringParameters: {...query}}),
    ...(sent !== undefined && {body: sent}),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'JKJaXmPLvHcESHA=',
      http: {sourceIp: '192.0.2.7'},
      ...(claims && {authorizer: {jwt: {claims, scopes: null}}}),
    },
  } as unknown as APIGatewayProxyEventV2
}

function replyOf({statusCode = 0, headers = {}, body = ''}: APIGatewayProxyStructuredResultV2): Reply {
  const isJson = String(headers['content-type']).includes('json')
  return {
    status: statusCode,
    headers: headers as Record<string, string>,
    text: body,
    json: isJson ? JSON.parse(body) : undefined,
  }
}
