import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {signed, tokenFor} from '../../../local/issuer.ts'
import type {Json, JsonObject} from '../../../local/json.ts'
import {type Hearth, startHearth} from '../../../local/runtime.ts'
import {stubAssembly} from './stub-app.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-runtime-'))
const assembly = stubAssembly()
const start = () => startHearth({dataDir, port: 0, authorityId: 'E09000023', assembly, retryMs: 5})

let hearth: Hearth
let token: string

beforeAll(async () => {
  hearth = await start()
  token = await tokenFor(hearth.issuer, 'placements-officer')
})
afterAll(() => hearth.stop())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${hearth.url}${path}`, {...init, headers: {authorization: `Bearer ${token}`, ...init.headers}})

/** What AWS answers to a call of the function `Call`. */
async function aws(target: string, input: JsonObject): Promise<JsonObject> {
  const answer = await ask('/call', {
    method: 'POST',
    body: JSON.stringify({target, input}),
    headers: {'content-type': 'application/json'},
  })
  return (await answer.json()) as JsonObject
}
const dynamo = (operation: string, input: JsonObject) => aws(`DynamoDB_20120810.${operation}`, input)
const thing = (pk: string, sk = 'x', more: JsonObject = {}): JsonObject => ({
  TableName: 'things',
  Item: {pk: {S: pk}, sk: {S: sk}, ...more},
})

describe('the gateway answers as API Gateway does', () => {
  const answered = async (answer: Promise<Response>): Promise<[number, Json]> => {
    const response = await answer
    return [response.status, (await response.json()) as Json]
  }

  test('404 for a path or a method that no route has', async () => {
    expect(await answered(ask('/nothing'))).toEqual([404, {message: 'Not Found'}])
    expect(await answered(ask('/things', {method: 'DELETE'}))).toEqual([404, {message: 'Not Found'}])
  })

  test('401 without a token, and for one that is forged, expired, of another issuer or for another audience', async () => {
    const now = Math.floor(Date.now() / 1000)
    const good = {iss: hearth.issuer.url, aud: 'hearth', sub: 'me', exp: now + 60}
    const statusOf = async (authorization: string) =>
      (await ask('/things/1', {headers: {authorization}})).status
    expect(await statusOf('')).toBe(401)
    expect(await statusOf('Bearer nonsense')).toBe(401)
    expect(await statusOf(`Bearer ${token.slice(0, -4)}AAAA`)).toBe(401)
    expect(await statusOf(`Bearer ${await signed(dataDir, good)}`)).toBe(200)
    for (const bad of [{exp: now - 60}, {iss: 'http://other.example'}, {aud: 'other'}, {exp: undefined}])
      expect(await statusOf(`Bearer ${await signed(dataDir, {...good, ...bad})}`)).toBe(401)
    expect(await answered(ask('/things/1', {headers: {authorization: ''}}))).toEqual([
      401,
      {message: 'Unauthorized'},
    ])
  })

  test('413 for a body over 10 MB, or one that Lambda would not take', async () => {
    for (const size of [10 * 1024 * 1024 + 1, 7 * 1024 * 1024])
      expect(await answered(ask('/things', {method: 'POST', body: 'x'.repeat(size)}))).toEqual([
        413,
        {message: 'Request Entity Too Large'},
      ])
  })

  test('431 for more than 10,240 bytes of request line and headers', async () => {
    expect(await answered(ask(`/things/1?${'x'.repeat(10_240)}`))).toEqual([
      431,
      {message: 'Request Header Fields Too Large'},
    ])
  })

  test('500 for a function that throws, answers badly, stops, or takes longer than its time', async () => {
    for (const path of ['/fail', '/odd', '/exit', '/never'])
      expect(await answered(ask(path))).toEqual([500, {message: 'Internal Server Error'}])
  })

  test('a function that stopped is there again for the next call', async () => {
    expect((await ask('/exit')).status).toBe(500)
    expect((await ask('/exit')).status).toBe(500)
  })

  test('503 when the integration has no more time', async () => {
    expect(await answered(ask('/slow'))).toEqual([503, {message: 'Service Unavailable'}])
  })

  test('the function sees the route, its parameters and who calls', async () => {
    const event = await (await ask('/things/a%20b?x=1')).json()
    expect(event).toMatchObject({
      routeKey: 'GET /things/{thingId}',
      pathParameters: {thingId: 'a b'},
      rawQueryString: 'x=1',
      requestContext: {
        authorizer: {
          jwt: {claims: {sub: 'placements-officer', authority: 'E09000023', roles: '[placements-officer]'}},
        },
      },
    })
  })

  test('more callers than instances wait their turn, and each gets its own answer', async () => {
    const paths = Array.from({length: 40}, (_, index) => `/things/${index}`)
    const answers = await Promise.all(
      paths.map(async path => (await ask(path)).json() as Promise<JsonObject>),
    )
    expect(answers.map(({rawPath}) => rawPath)).toEqual(paths)
  })
})

describe('tokens', () => {
  const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())

  test('a role of another authority', async () => {
    expect(claimsOf(await tokenFor(hearth.issuer, 'analyst@E09000028'))).toMatchObject({
      authority: 'E09000028',
      roles: ['analyst'],
    })
  })

  test('a system with scopes of its own and no role', async () => {
    const claims = claimsOf(await tokenFor(hearth.issuer, 'system', 'placements recruitment'))
    expect(claims).toMatchObject({roles: [], scope: 'placements recruitment'})
  })

  test('nobody gets a scope by asking that the role does not have, and nobody unknown gets a token', async () => {
    await expect(tokenFor(hearth.issuer, 'analyst', 'placements')).rejects.toThrow('scope is not allowed')
    await expect(tokenFor(hearth.issuer, 'director')).rejects.toThrow('client authentication failed')
    await expect(tokenFor({...hearth.issuer, secret: 'x'}, 'analyst')).rejects.toThrow(
      'client authentication failed',
    )
  })
})

describe('each call is held against the role of the function that makes it', () => {
  test('what the role allows goes through', async () => {
    expect(await dynamo('PutItem', thing('allowed', 'x', {owner: {S: 'me'}}))).toMatchObject({status: 200})
    const found = await dynamo('Query', {
      TableName: 'things',
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: {'#o': 'owner'},
      ExpressionAttributeValues: {':o': {S: 'me'}},
    })
    expect(found).toMatchObject({status: 200, Count: 1})
  })

  test.each<[string, string, JsonObject]>([
    ['another table', 'PutItem', {...thing('x'), TableName: 'seen'}],
    ['a table where only the index is granted', 'Query', {TableName: 'things'}],
    ['another action', 'UpdateItem', {TableName: 'things'}],
    [
      'one step of a transaction',
      'TransactWriteItems',
      {TransactItems: [{Put: thing('x')}, {Update: {TableName: 'things'}}]},
    ],
    ['one table of a batch', 'BatchGetItem', {RequestItems: {things: {Keys: []}}}],
    ['a statement in PartiQL', 'ExecuteStatement', {Statement: 'SELECT 1'}],
  ])('%s is denied', async (_, operation, input) => {
    const answer = await dynamo(operation, input)
    expect(answer).toMatchObject({status: 400})
    expect(String(answer['__type'])).toContain('AccessDeniedException')
  })

  test('events to a bus that is not granted are denied', async () => {
    const Entries = [{Source: 's', DetailType: 't', Detail: '{}', EventBusName: 'stub-bus'}]
    expect(String((await aws('AWSEvents.PutEvents', {Entries}))['__type'])).toContain('AccessDeniedException')
  })

  test('the ledger knows what was used, what was not and what was denied', async () => {
    const ledger = await (await fetch(`${hearth.adminUrl}/ledger`)).json()
    expect(ledger).toEqual(hearth.ledger())
    const things = 'arn:aws:dynamodb:eu-west-2:000000000000:table/things'
    expect(ledger).toMatchObject({
      used: expect.arrayContaining([
        {function: 'Call', action: 'dynamodb:PutItem', resource: things},
        {function: 'Call', action: 'dynamodb:Query', resource: `${things}/index/by-owner`},
      ]),
      unused: expect.arrayContaining([{function: 'Call', action: 'dynamodb:DeleteItem', resource: things}]),
      denied: expect.arrayContaining([{function: 'Call', action: 'dynamodb:UpdateItem', resource: things}]),
    })
  })
})

describe('what is written reaches the bus and who listens there', () => {
  const carried = async () =>
    ((await (await fetch(`${hearth.adminUrl}/events`)).json()) as {event: {detail: {pk: string}}}[]).map(
      ({event}) => event.detail.pk,
    )
  const seen = async (pk: string) => {
    const answer = await fetch(hearth.databaseUrl, {
      method: 'POST',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        'content-type': 'application/x-amz-json-1.0',
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify({TableName: 'seen', Key: {pk: {S: `seen ${pk}`}, sk: {S: 'x'}}}),
    })
    return 'Item' in ((await answer.json()) as JsonObject)
  }
  const write = (pk: string, sk = 'event') => dynamo('PutItem', thing(pk, sk))

  test('in the order of writing, without what the filter leaves out', async () => {
    for (const pk of ['first', 'second', 'third']) await write(pk)
    await write('not an event', 'other')
    await write('last')
    await expect.poll(carried, {timeout: 10_000}).toContain('last')
    expect(await carried()).toEqual(['first', 'second', 'third', 'last'])
    await expect.poll(() => seen('last'), {timeout: 10_000}).toBe(true)
  })

  test('past a record that can never be taken, which leaves a note in its queue', async () => {
    for (const pk of ['before', 'poison', 'behind']) await write(pk)
    await expect.poll(carried, {timeout: 10_000}).toContain('behind')
    expect(await carried()).toEqual(expect.arrayContaining(['before', 'behind']))
    expect(hearth.queues.all()['GivenUp']).toMatchObject([
      {body: {requestContext: {condition: 'RetryAttemptsExhausted'}, DDBStreamBatchInfo: {batchSize: 1}}},
    ])
  })

  test("an event that its function cannot take lands in that function's queue", async () => {
    await write('bad news')
    await expect
      .poll(() => hearth.queues.all()['BadEvents'], {timeout: 10_000})
      .toMatchObject([{body: {'detail-type': 'Written', detail: {pk: 'bad news'}}}])
  })
})

describe('faults between functions and the database', () => {
  const plan = (faults: JsonObject) =>
    fetch(`${hearth.adminUrl}/faults`, {method: 'PUT', body: JSON.stringify(faults)})

  test('a throttled call and a conflict are answered as DynamoDB answers them', async () => {
    await plan({throttle: 1})
    expect(String((await dynamo('GetItem', {TableName: 'things'}))['__type'])).toContain(
      'ThrottlingException',
    )
    await plan({conflict: 1})
    expect(String((await dynamo('PutItem', thing('x')))['__type'])).toContain('TransactionConflictException')
    expect(await (await fetch(`${hearth.adminUrl}/faults`)).json()).toEqual({conflict: 1})
    await plan({})
  })

  test('a lost reply is lost after the write', async () => {
    const Key = {pk: {S: 'written'}, sk: {S: 'x'}}
    await plan({lostReply: 1})
    expect(
      (
        await ask('/call', {
          method: 'POST',
          headers: {'content-type': 'application/json'},
          body: JSON.stringify({target: 'DynamoDB_20120810.PutItem', input: thing('written')}),
        })
      ).status,
    ).toBe(500)
    await plan({})
    expect(await dynamo('GetItem', {TableName: 'things', Key})).toMatchObject({Item: Key})
  })
})

test('a restart keeps the data, the tokens and the place in the stream', async () => {
  await dynamo('PutItem', thing('kept', 'event'))
  await expect
    .poll(async () => (await fetch(`${hearth.adminUrl}/events`)).text(), {timeout: 10_000})
    .toContain('"kept"')
  const before = await (await fetch(`${hearth.adminUrl}/events`)).json()
  await hearth.stop()
  hearth = await start()
  const Key = {pk: {S: 'kept'}, sk: {S: 'event'}}
  expect(await dynamo('GetItem', {TableName: 'things', Key})).toMatchObject({Item: Key})
  expect((await ask('/things/1')).status).toBe(200)
  await dynamo('PutItem', thing('after', 'event'))
  await expect
    .poll(async () => (await fetch(`${hearth.adminUrl}/events`)).text(), {timeout: 10_000})
    .toContain('"after"')
  const since = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as {event: {detail: JsonObject}}[]
  expect(since.slice((before as Json[]).length).map(({event}) => event.detail)).toEqual([{pk: 'after'}])
})
