import {expect, test} from 'vitest'
import {faults, faultyAnswer} from '../../../local/faults.ts'

const OPERATIONS = ['TransactWriteItems', 'GetItem', 'BatchGetItem', 'Query']

function drawMany(seed: number): (string | null)[] {
  const made = faults()
  made.plan({throttle: 0.1, conflict: 0.2, lostReply: 0.05, seed})
  return Array.from({length: 1_000}, (_, index) => made.draw(OPERATIONS[index % OPERATIONS.length]!))
}

test('the same seed gives the same faults, another seed others', () => {
  expect(drawMany(1)).toEqual(drawMany(1))
  expect(drawMany(1)).not.toEqual(drawMany(2))
})

test('a transaction meets a conflict at about the share that was planned, a read never', () => {
  const drawn = drawMany(3)
  const conflicts = drawn.flatMap((fault, index) =>
    fault === 'conflict' ? [OPERATIONS[index % OPERATIONS.length]] : [],
  )
  expect(new Set(conflicts)).toEqual(new Set(['TransactWriteItems']))
  expect(conflicts.length).toBeGreaterThan(25)
  expect(conflicts.length).toBeLessThan(75)
})

test('without a plan there are no faults, and those that were injected are counted', () => {
  const made = faults()
  expect(made.draw('GetItem')).toBeNull()
  made.plan({slow: 1})
  made.draw('GetItem')
  made.draw('GetItem')
  expect(made.injected()).toEqual({slow: 2})
  made.plan({})
  expect(made.draw('GetItem')).toBeNull()
})

test('a conflict cancels the transaction as DynamoDB does, with a reason for each step', () => {
  expect(
    faultyAnswer('conflict', 'TransactWriteItems', {TransactItems: [{Put: {}}, {Put: {}}]}),
  ).toMatchObject({
    status: 400,
    body: {
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      CancellationReasons: [{Code: 'TransactionConflict'}, {Code: 'None'}],
    },
  })
})

test('an unprocessed batch comes back whole', () => {
  const RequestItems = {hearth: {Keys: []}}
  expect(faultyAnswer('unprocessed', 'BatchGetItem', {RequestItems})?.body).toEqual({
    Responses: {},
    UnprocessedKeys: RequestItems,
  })
  expect(faultyAnswer('unprocessed', 'BatchWriteItem', {RequestItems})?.body).toEqual({
    UnprocessedItems: RequestItems,
  })
})

test('events are repeated and overtaken at about the share that was planned, each on its own', () => {
  const made = faults()
  made.plan({repeated: 0.5, overtaken: 0.2, seed: 4})
  const met = Array.from({length: 1_000}, () => [made.meets('repeated'), made.meets('overtaken')])
  const both = met.filter(([repeated, overtaken]) => repeated && overtaken).length
  expect(both).toBeGreaterThan(50)
  expect(both).toBeLessThan(150)
  expect(made.injected()).toEqual({
    repeated: met.filter(([repeated]) => repeated).length,
    overtaken: met.filter(([, overtaken]) => overtaken).length,
  })
  made.plan({})
  expect([made.meets('repeated'), made.meets('overtaken')]).toEqual([false, false])
})
