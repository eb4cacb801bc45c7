import {Agent, request as httpRequest, type IncomingMessage, type ServerResponse} from 'node:http'
import {type Bus, busName} from './bus.ts'
import {type FaultPlan, type Faults, faultyAnswer, refusal} from './faults.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'
import {type Listening, listen} from './listen.ts'
import type {Permissions} from './permissions.ts'
import type {Queues} from './queues.ts'
import {ACCOUNT, REGION} from './template.ts'

export interface Behind {
  /** DynamoDB Local. */
  readonly database: string
  readonly permissions: Permissions
  readonly faults: Faults
  readonly queues: Queues
}

export interface Proxy extends Listening {
  /** Calls to EventBridge end here once there is a bus. */
  connect(bus: Bus): void
}

/**
 * What functions believe to be AWS. Their access key says who calls, the target what, the input on which resource:
 * that is held against the function's own role before DynamoDB Local or the bus hears of it. Faults are injected here.
 * GET /ledger, /queues and /events show what has happened, PUT /faults plans faults and PUT /schedules
 * runs every schedule now: for tests, outside the API.
 */
export async function startProxy(behind: Behind): Promise<Proxy> {
  const agent = new Agent({keepAlive: true})
  let bus: Bus | null = null
  const listening = await listen(0, (request, response) => {
    const handled =
      request.method === 'POST'
        ? call(behind, bus, agent, request, response)
        : show(behind, bus, request, response)
    handled.catch(() => response.destroy())
  })
  return {
    ...listening,
    connect(made) {
      bus = made
    },
    async stop() {
      await listening.stop()
      agent.destroy()
    },
  }
}

async function call(
  {database, permissions, faults}: Behind,
  bus: Bus | null,
  agent: Agent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await read(request)
  const input = JSON.parse(body.toString() || '{}') as JsonObject
  const [service, operation = ''] = String(request.headers['x-amz-target']).split('.')
  const caller = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const needed = service === 'AWSEvents' ? eventsAccess(operation, input) : tableAccess(operation, input)
  const denied = needed.filter(({action, resource}) => !permissions.allows(caller, action, resource))[0]
  if (denied) return answer(response, 400, accessDenied(caller, denied))
  if (service === 'AWSEvents') return answer(response, 200, bus ? bus.put(input) : {})
  const fault = faults.draw(operation)
  const faulty = fault && faultyAnswer(fault, operation, input)
  if (faulty) return answer(response, faulty.status, faulty.body)
  if (fault === 'slow') await faults.late()
  forward(database, agent, request, body, response, fault === 'lostReply')
}

/** Hands the call on as it came. A lost reply breaks the connection once the database has answered. */
function forward(
  database: string,
  agent: Agent,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  loseReply: boolean,
): void {
  const onward = httpRequest(database, {method: 'POST', headers: request.headers, agent}, reply => {
    if (loseReply) {
      reply.resume().once('end', () => response.destroy())
      return
    }
    response.writeHead(reply.statusCode ?? 500, reply.headers)
    reply.pipe(response)
  })
  onward.once('error', () => response.destroy())
  onward.end(body)
}

interface Needed {
  readonly action: string
  readonly resource: string
}

const TRANSACTION_STEPS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

/** What IAM asks for a call: of a batch each table, of a transaction each step's own action. */
function tableAccess(operation: string, input: JsonObject): readonly Needed[] {
  const on = (name: Json | undefined, index?: Json): string =>
    `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${String(name).replace(/^arn:.*:table\//, '')}${index ? `/index/${index}` : ''}`
  if (operation.startsWith('Batch'))
    return Object.keys(isObject(input['RequestItems']) ? input['RequestItems'] : {}).map(name => ({
      action: `dynamodb:${operation}`,
      resource: on(name),
    }))
  if (operation.startsWith('Transact'))
    return list(input['TransactItems']).flatMap(step =>
      Object.entries(isObject(step) ? step : {}).map(([kind, of]) => ({
        action: `dynamodb:${TRANSACTION_STEPS[kind] ?? kind}`,
        resource: on(isObject(of) ? of['TableName'] : undefined),
      })),
    )
  return [{action: `dynamodb:${operation}`, resource: on(input['TableName'], input['IndexName'])}]
}

const eventsAccess = (operation: string, input: JsonObject): readonly Needed[] =>
  list(input['Entries']).map(entry => ({
    action: `events:${operation}`,
    resource: `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${isObject(entry) ? busName(entry) : ''}`,
  }))

function accessDenied(caller: string, {action, resource}: Needed): JsonObject {
  const who = `arn:aws:sts::${ACCOUNT}:assumed-role/${caller}`
  const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  return refusal('AccessDeniedException', message).body
}

async function show(
  {permissions, queues, faults}: Behind,
  bus: Bus | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const key = `${request.method} ${request.url}`
  if (key === 'PUT /schedules') bus?.runSchedules()
  if (key === 'PUT /faults') faults.plan(JSON.parse((await read(request)).toString()) as FaultPlan)
  const shown: Readonly<Record<string, () => unknown>> = {
    'GET /ledger': () => permissions.ledger(),
    'GET /queues': () => queues.all(),
    'GET /events': () => bus?.carried() ?? [],
    'GET /faults': () => faults.injected(),
    'PUT /faults': () => faults.injected(),
    'PUT /schedules': () => ({}),
  }
  const found = shown[key]?.()
  answer(response, found === undefined ? 404 : 200, found ?? {message: 'Not Found'})
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'content-type': 'application/x-amz-json-1.0'}).end(JSON.stringify(body))
}
