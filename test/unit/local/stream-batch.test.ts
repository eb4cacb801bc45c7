import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isObject, type JsonObject, list} from '../../../local/json.ts'
import {deliverBatch, type Mapping} from '../../../local/stream-batch.ts'

const mapping: Mapping = {
  id: 'EventStream',
  functionArn: 'arn:publish',
  source: 'arn:stream',
  batchSize: 100,
  bisect: true,
  partial: true,
  retries: 2,
  queue: 'arn:queue',
  latest: false,
  filters: [],
}

const record = (number: number): JsonObject => ({
  dynamodb: {SequenceNumber: String(number), ApproximateCreationDateTime: 0},
})
const numbers = (event: JsonObject): number[] =>
  list(event['Records']).map(each =>
    Number(isObject(each) && isObject(each['dynamodb']) && each['dynamodb']['SequenceNumber']),
  )

type Fails = 'by throwing' | 'by naming the record'

/** Delivers records 1 to `count` to a function that takes all but the poisoned ones, one after the other. */
async function deliver(
  count: number,
  poison: ReadonlySet<number>,
  fails: Fails,
  settings: Partial<Mapping> = {},
) {
  const taken: number[] = []
  const attempts = new Map<number, number>()
  const givenUp: JsonObject[] = []
  const records = Array.from({length: count}, (_, index) => record(index + 1))
  await deliverBatch(
    {shard: 's', records},
    {...mapping, ...settings},
    {
      async invoke(event) {
        const batch = numbers(event)
        const bad = batch.find(number => poison.has(number))
        if (bad === undefined) taken.push(...batch)
        else attempts.set(bad, (attempts.get(bad) ?? 0) + 1)
        if (bad === undefined) return {ok: true, value: null}
        if (fails === 'by throwing') return {ok: false, error: 'Error', message: 'no'}
        taken.push(...batch.slice(0, batch.indexOf(bad)))
        return {ok: true, value: {batchItemFailures: [{itemIdentifier: String(bad)}]}}
      },
      giveUp: message => void givenUp.push(message),
      pause: async () => {},
    },
  )
  return {taken, givenUp, attempts}
}

test('a batch without a fault goes through in one call', async () => {
  expect(await deliver(3, new Set(), 'by throwing')).toMatchObject({taken: [1, 2, 3], givenUp: []})
})

test('a poisoned record is tried again, then leaves a note of its place in the stream, not of what it holds', async () => {
  const {taken, givenUp, attempts} = await deliver(1, new Set([1]), 'by throwing')
  expect(taken).toEqual([])
  expect(attempts.get(1)).toBe(3)
  expect(givenUp).toMatchObject([
    {
      requestContext: {
        functionArn: 'arn:publish',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      DDBStreamBatchInfo: {
        shardId: 's',
        startSequenceNumber: '1',
        endSequenceNumber: '1',
        batchSize: 1,
        streamArn: 'arn:stream',
      },
    },
  ])
})

test('without bisecting, the records behind a poisoned one are given up with it', async () => {
  const {taken, givenUp} = await deliver(4, new Set([2]), 'by naming the record', {bisect: false})
  expect(taken).toEqual([1])
  expect(givenUp).toMatchObject([{DDBStreamBatchInfo: {startSequenceNumber: '2', batchSize: 3}}])
})

test('a failure that names no record of the batch makes all of it fail', async () => {
  let calls = 0
  const givenUp: JsonObject[] = []
  await deliverBatch({shard: 's', records: [record(1)]}, mapping, {
    async invoke() {
      calls++
      return {ok: true, value: {batchItemFailures: [{itemIdentifier: 'unknown'}]}}
    },
    giveUp: message => void givenUp.push(message),
    pause: async () => {},
  })
  expect([calls, givenUp.length]).toEqual([3, 1])
})

describe('whatever fails, and however', () => {
  test.each<Fails>(['by throwing', 'by naming the record'])(
    'each good record is taken once and in order, each poisoned one is given up alone: %s',
    async fails => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({min: 1, max: 40}),
          fc.uniqueArray(fc.integer({min: 1, max: 40})),
          async (count, bad) => {
            const poison = new Set(bad.filter(number => number <= count))
            const {taken, givenUp} = await deliver(count, poison, fails)
            const all = Array.from({length: count}, (_, index) => index + 1)
            expect(taken).toEqual(all.filter(number => !poison.has(number)))
            const left = givenUp.map(note => note['DDBStreamBatchInfo'])
            expect(left).toMatchObject(
              all
                .filter(number => poison.has(number))
                .map(number => ({startSequenceNumber: String(number), batchSize: 1})),
            )
          },
        ),
      )
    },
  )
})
