import {randomUUID} from 'node:crypto'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import type {FaultPlan} from '../../../local/faults.ts'
import type {JsonObject} from '../../../local/json.ts'
import {type Hearth, startHearth} from '../../../local/runtime.ts'
import {stubAssembly} from './stub-app.ts'

let hearth: Hearth

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearth-faults-'))
  const assembly = stubAssembly()
  hearth = await startHearth({
    dataDir,
    port: 0,
    authorityId: 'E09000023',
    assembly,
    inMemory: true,
    retryMs: 5,
  })
})
afterAll(() => hearth.stop())
afterEach(() => plan({}))

const plan = (faults: FaultPlan) =>
  fetch(`${hearth.adminUrl}/faults`, {method: 'PUT', body: JSON.stringify(faults)})
const injected = async () => (await fetch(`${hearth.adminUrl}/faults`)).json()

/** A call of the stub function `Call` to DynamoDB: the status is the gateway's. */
async function dynamo(operation: string, input: JsonObject): Promise<{status: number; answer: JsonObject}> {
  const answer = await fetch(`${hearth.url}/call`, {
    method: 'POST',
    body: JSON.stringify({target: `DynamoDB_20120810.${operation}`, input}),
  })
  return {status: answer.status, answer: (await answer.json()) as JsonObject}
}

const put = (pk: string, sk = 'x'): JsonObject => ({
  Put: {
    TableName: 'things',
    Item: {pk: {S: pk}, sk: {S: sk}},
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})
const read = (pk: string, TableName = 'things') =>
  fetch(hearth.databaseUrl, {
    method: 'POST',
    headers: {
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'content-type': 'application/x-amz-json-1.0',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({TableName, Key: {pk: {S: pk}, sk: {S: 'x'}}}),
  }).then(async answer => ((await answer.json()) as {Item?: Record<string, {N: string}>}).Item)

describe('a transaction', () => {
  test('that meets a conflict writes nothing, and is told which step met it', async () => {
    await plan({conflict: 1})
    const {answer} = await dynamo('TransactWriteItems', {TransactItems: [put('c1'), put('c2')]})
    expect(String(answer['__type'])).toContain('TransactionCanceledException')
    expect(answer['CancellationReasons']).toMatchObject([{Code: 'TransactionConflict'}, {Code: 'None'}])
    expect([await read('c1'), await read('c2')]).toEqual([undefined, undefined])
    expect(await injected()).toEqual({conflict: 1})
  })

  test('whose reply is lost has been written, and sent again with its token is not written twice', async () => {
    const ClientRequestToken = randomUUID()
    const transaction = {TransactItems: [put('l1'), put('l2')], ClientRequestToken}
    await plan({lostReply: 1})
    expect((await dynamo('TransactWriteItems', transaction)).status).toBe(500)
    await plan({})
    expect([await read('l1'), await read('l2')]).toMatchObject([{pk: {S: 'l1'}}, {pk: {S: 'l2'}}])
    expect((await dynamo('TransactWriteItems', transaction)).answer['status']).toBe(200)
    const other = {...transaction, ClientRequestToken: randomUUID()}
    expect((await dynamo('TransactWriteItems', other)).answer).toMatchObject({status: 400})
  })
})

describe('an event', () => {
  const write = async (pks: readonly string[]) => {
    for (const pk of pks)
      await dynamo('PutItem', {TableName: 'things', Item: {pk: {S: pk}, sk: {S: 'event'}}})
  }
  const carried = async (prefix: string) => {
    const events = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as {
      event: {detail: {pk: string}}
    }[]
    return events.map(({event}) => event.detail.pk).filter(pk => pk.startsWith(prefix))
  }
  const seen = async (pks: readonly string[]) => {
    const items = await Promise.all(pks.map(pk => read(`seen ${pk}`, 'seen')))
    return items.map(item => ({
      times: Number(item?.['times']?.N ?? 0),
      firstAt: Number(item?.['firstAt']?.N),
    }))
  }
  const named = (prefix: string) => Array.from({length: 20}, (_, index) => `${prefix}${index + 10}`)

  test('comes once, in order, when nothing goes wrong', async () => {
    const pks = named('plain')
    await write(pks)
    await expect
      .poll(async () => (await seen(pks)).map(({times}) => times), {timeout: 20_000})
      .toEqual(pks.map(() => 1))
    expect(await carried('plain')).toEqual(pks)
  })

  test('comes more than once where batches and events are repeated, and none is lost', async () => {
    const pks = named('again')
    await plan({repeated: 1})
    await write(pks)
    await expect
      .poll(async () => (await seen(pks)).map(({times}) => times), {timeout: 20_000})
      .toEqual(pks.map(() => 4))
    const twice = await carried('again')
    expect(twice.toSorted()).toEqual([...pks, ...pks].toSorted())
  })

  test('comes before one that was sent earlier, where events are overtaken, and none is lost', async () => {
    const pks = named('late')
    await plan({overtaken: 1, slowMs: 1_000, seed: 1})
    await write(pks)
    await expect
      .poll(async () => (await seen(pks)).map(({times}) => times), {timeout: 20_000})
      .toEqual(pks.map(() => 1))
    expect(await carried('late')).toEqual(pks)
    const arrived = (await seen(pks)).map(({firstAt}) => firstAt)
    expect(arrived).not.toEqual(arrived.toSorted((a, b) => a - b))
    expect(await injected()).toEqual({overtaken: 20})
  })
})
