import {once} from 'node:events'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {buffer} from 'node:stream/consumers'

/** What happens to one request on its way to DynamoDB. */
export type Fault =
  | 'pass'
  | 'throttled'
  /** DynamoDB does it, and the answer never arrives. */
  | 'reply-lost'
  /** A cancelled transaction; one reason a write, in order. */
  | {readonly cancelled: readonly string[]}
  /** DynamoDB does what it is given, and the rest of the batch comes back unprocessed. */
  | {readonly onlyFirst: number}

export interface FaultServer {
  readonly endpoint: string
  /** Operations as they came, such as `TransactWriteItems`. */
  readonly seen: string[]
  /** Asked for each request. */
  decide: (operation: string) => Fault
  stop: () => Promise<void>
}

/** Stands before DynamoDB Local and injects faults; passes everything until told otherwise. */
export async function startFaultServer(database: string): Promise<FaultServer> {
  const http = createServer((request, response) => {
    void answer(request, response)
  })
  const faults: FaultServer = {
    endpoint: '',
    seen: [],
    decide: () => 'pass',
    stop: async () => {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const operation = String(request.headers['x-amz-target']).split('.')[1]!
    const body = await buffer(request)
    faults.seen.push(operation)
    const fault = faults.decide(operation)
    if (fault === 'throttled')
      return fail(response, {
        __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException',
        message: 'Slower',
      })
    if (typeof fault === 'object' && 'cancelled' in fault)
      return fail(response, cancellation(fault.cancelled))
    const [sent, held] = typeof fault === 'object' ? divide(body, fault.onlyFirst) : [body, null]
    const reply = await forward(database, request, sent)
    if (fault === 'reply-lost') return void response.destroy()
    const bytes =
      held === null
        ? reply.bytes
        : Buffer.from(JSON.stringify({...JSON.parse(reply.bytes.toString()), ...held}))
    response.writeHead(reply.status, {'content-type': 'application/x-amz-json-1.0'}).end(bytes)
  }

  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return Object.assign(faults, {endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`})
}

const fail = (response: ServerResponse, error: object) =>
  void response.writeHead(400, {'content-type': 'application/x-amz-json-1.0'}).end(JSON.stringify(error))

const cancellation = (reasons: readonly string[]) => ({
  __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
  Message: 'Transaction cancelled',
  CancellationReasons: reasons.map(Code => ({Code})),
})

async function forward(database: string, request: IncomingMessage, body: Buffer) {
  const {
    'content-length': _,
    host: __,
    connection: ___,
    'transfer-encoding': ____,
    ...headers
  } = request.headers
  const reply = await fetch(database, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: new Uint8Array(body),
  })
  return {status: reply.status, bytes: Buffer.from(await reply.arrayBuffer())}
}

/** A batch request with the first few of its entries, and what to say of the others. */
function divide(body: Buffer, first: number): [Buffer, object] {
  const request = JSON.parse(body.toString()) as {RequestItems: Record<string, {Keys: object[]} | object[]>}
  const [table, batch] = Object.entries(request.RequestItems)[0]!
  if (Array.isArray(batch)) {
    const sent = {...request, RequestItems: {[table]: batch.slice(0, first)}}
    return [Buffer.from(JSON.stringify(sent)), {UnprocessedItems: {[table]: batch.slice(first)}}]
  }
  const sent = {...request, RequestItems: {[table]: {...batch, Keys: batch.Keys.slice(0, first)}}}
  return [Buffer.from(JSON.stringify(sent)), {UnprocessedKeys: {[table]: {Keys: batch.Keys.slice(first)}}}]
}
