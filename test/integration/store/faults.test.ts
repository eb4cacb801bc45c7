import {afterAll, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import {bulkLoad} from '../../../functions/store/bulk-load.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import type {Item, Table, Write} from '../../../functions/store/table.ts'
import {StoreBusy} from '../../../functions/store/transact.ts'
import {type Fault, type FaultServer, startFaultServer} from './fault-server.ts'
import {clientAt, makeTable} from './tables.ts'

let faults: FaultServer
let tableName: string
let table: Table
let pauses: number[]

const client = () => clientAt(faults.endpoint)
/** These faults first, one a request of this operation; then none. */
const plan = (operation: string, ...planned: readonly Fault[]) => {
  const left = planned.values()
  faults.decide = seen => (seen === operation ? (left.next().value ?? 'pass') : 'pass')
}
const requests = (operation: string) => faults.seen.filter(seen => seen === operation).length

beforeAll(async () => {
  faults = await startFaultServer(inject('dynamodb'))
  tableName = await makeTable(client())
})
afterAll(() => faults.stop())
beforeEach(() => {
  pauses = []
  faults.decide = () => 'pass'
  faults.seen.length = 0
  table = dynamodbTable(client(), tableName, async milliseconds => pauses.push(milliseconds))
})

let fresh = 0
const newKey = () => ({pk: 'A#faults', sk: `item-${++fresh}`})
const item = (key: {pk: string; sk: string}, version = 1): Item => ({
  ...key,
  type: 'test',
  schema: 1,
  version,
})
const write = (put: Item, expectation: Write<string>['expect'] = 'absent'): Write<string> => ({
  key: {pk: put.pk, sk: put.sk},
  expect: expectation,
  put,
  refuse: found => `found ${found?.version ?? 'nothing'}`,
})

describe('a transaction', () => {
  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'cancelled for %s is tried again after a longer pause each time, and then taken once',
    async reason => {
      const key = newKey()
      plan('TransactWriteItems', ...Array.from({length: 6}, () => ({cancelled: [reason]})))
      expect(await table.transact([write(item(key))])).toEqual({ok: true, value: undefined})
      expect(await table.get(key)).toEqual(item(key))
      expect(pauses).toHaveLength(6)
      pauses.forEach((pause, retry) => {
        expect(pause).toBeGreaterThanOrEqual(0)
        expect(pause).toBeLessThanOrEqual(Math.min(25 * 2 ** retry, 500))
      })
    },
  )

  test('that conflicts for ever ends with a fault that says the store is busy, and wrote nothing', async () => {
    const key = newKey()
    faults.decide = operation =>
      operation === 'TransactWriteItems' ? {cancelled: ['TransactionConflict']} : 'pass'
    await expect(table.transact([write(item(key))])).rejects.toThrow(StoreBusy)
    expect(requests('TransactWriteItems')).toBe(9)
    expect(await table.get(key)).toBeNull()
  })

  test('whose first step has failed for good is refused at once, whatever befell the later steps', async () => {
    plan('TransactWriteItems', {cancelled: ['ConditionalCheckFailed', 'TransactionConflict']})
    expect(await table.transact([write(item(newKey())), write(item(newKey()))])).toEqual({
      ok: false,
      error: 'found nothing',
    })
    expect(pauses).toEqual([])
  })

  test('whose first step met a conflict is tried again, although a later step had failed', async () => {
    const [answer, reference] = [newKey(), newKey()]
    plan('TransactWriteItems', {cancelled: ['TransactionConflict', 'ConditionalCheckFailed']})
    expect(await table.transact([write(item(answer)), write(item(reference))])).toEqual({
      ok: true,
      value: undefined,
    })
    expect(pauses).toHaveLength(1)
  })

  test('whose reply was lost is applied once, and the caller is not told that it was there already', async () => {
    const key = newKey()
    plan('TransactWriteItems', 'reply-lost', 'reply-lost')
    expect(await table.transact([write(item(key))])).toEqual({ok: true, value: undefined})
    expect(requests('TransactWriteItems')).toBe(3)
    expect(await table.get(key)).toEqual(item(key))
  })

  test('whose reply was lost, and which then meets a conflict, is still known to have been applied', async () => {
    const key = newKey()
    plan('TransactWriteItems', 'reply-lost', {cancelled: ['TransactionConflict']})
    expect(await table.transact([write(item(key))])).toEqual({ok: true, value: undefined})
    expect(pauses).toHaveLength(1)
    expect(await table.get(key)).toEqual(item(key))
  })

  test('whose reply was lost does not undo what somebody else did before it was sent again', async () => {
    const key = newKey()
    await table.transact([write(item(key, 1))])
    const direct = dynamodbTable(clientAt(inject('dynamodb')), tableName)
    let sent = 0
    let meanwhile: Promise<unknown> = Promise.resolve()
    faults.decide = operation => {
      if (operation !== 'TransactWriteItems') return 'pass'
      sent++
      if (sent === 2) meanwhile = direct.transact([write(item(key, 3), {version: 2})])
      return sent === 1 ? 'reply-lost' : 'pass'
    }
    expect(await table.transact([write(item(key, 2), {version: 1})])).toEqual({ok: true, value: undefined})
    expect(await meanwhile).toEqual({ok: true, value: undefined})
    expect((await table.get(key))?.version).toBe(3)
  })

  test('that was throttled as a whole is sent again', async () => {
    const key = newKey()
    plan('TransactWriteItems', 'throttled')
    expect(await table.transact([write(item(key))])).toEqual({ok: true, value: undefined})
    expect(await table.get(key)).toEqual(item(key))
  })

  test('that DynamoDB cannot read is a fault, not a refusal, and is not repeated', async () => {
    plan('TransactWriteItems', {cancelled: ['ValidationError']})
    await expect(table.transact([write(item(newKey()))])).rejects.toThrow('Transaction cancelled')
    expect(requests('TransactWriteItems')).toBe(1)
  })

  test('a counter that eight callers raise under all faults at once counts every success and nothing else', async () => {
    const key = newKey()
    await table.transact([write(item(key, 1))])
    let request = 0
    faults.decide = operation => {
      if (operation !== 'TransactWriteItems') return 'pass'
      request++
      if (request % 5 === 0) return {cancelled: ['TransactionConflict']}
      if (request % 37 === 0) return 'reply-lost'
      return 'pass'
    }
    const raise = async (): Promise<number> => {
      const found = await table.get(key)
      const done = await table.transact([write(item(key, found!.version + 1), {version: found!.version})])
      return done.ok ? 1 : 0
    }
    const caller = async () => {
      let raised = 0
      for (let n = 0; n < 20; n++) raised += await raise()
      return raised
    }
    const raised = (await Promise.all(Array.from({length: 8}, caller))).reduce((sum, n) => sum + n)
    expect(raised).toBeGreaterThanOrEqual(20)
    expect((await table.get(key))?.version).toBe(1 + raised)
  })
})

describe('a read', () => {
  test('that was throttled, or whose reply was lost, is made again', async () => {
    const key = newKey()
    await table.transact([write(item(key))])
    plan('GetItem', 'throttled', 'reply-lost')
    expect(await table.get(key)).toEqual(item(key))
    plan('Query', 'reply-lost')
    expect((await table.queryAll({pk: key.pk, skPrefix: key.sk})).length).toBeGreaterThan(0)
  })

  test('of many keys asks again for those that were left unprocessed', async () => {
    const items = Array.from({length: 20}, () => item(newKey()))
    await table.transact(items.map(each => write(each)))
    plan('BatchGetItem', {onlyFirst: 8}, {onlyFirst: 1}, {onlyFirst: 3})
    const found = await table.getMany(items)
    expect(found.map(({sk}) => sk).toSorted()).toEqual(items.map(({sk}) => sk).toSorted())
    expect(requests('BatchGetItem')).toBe(4)
    expect(pauses).toHaveLength(3)
  })
})

test('a bulk load writes every item, also those that were left unprocessed, and says how far it is', async () => {
  const items = Array.from({length: 120}, (_, n) => item({pk: 'A#bulk', sk: String(n)}))
  plan('BatchWriteItem', {onlyFirst: 10}, 'throttled', {onlyFirst: 24})
  const progress: number[] = []
  await bulkLoad(
    client(),
    tableName,
    items,
    written => progress.push(written),
    async pause => pauses.push(pause),
  )
  expect(await table.queryAll({pk: 'A#bulk'})).toHaveLength(120)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(progress.at(-1)).toBe(120)
  expect(pauses).toHaveLength(2)
})
