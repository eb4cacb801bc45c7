import {randomUUID} from 'node:crypto'
import type {CancellationReason} from '@aws-sdk/client-dynamodb'
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import {unmarshall} from '@aws-sdk/util-dynamodb'
import {ok, type Result, refuse} from '../../domain/result.ts'
import type {Expectation, Item, Write} from './table.ts'
import {checkWrites} from './write.ts'

/** Others kept writing the same items, or the table kept throttling. Nothing was written; the caller may ask again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy'
  constructor(cause: unknown) {
    super('The store is busy.', {cause})
  }
}

/** Where records are, and where it is kept who read and wrote them: a transaction may span both. */
export interface TableNames {
  readonly records: string
  readonly audit: string
}

export type Wait = (milliseconds: number) => Promise<unknown>

/** At most 9 tries; with full jitter the pauses come to 1.1 s in the mean and 2.3 s at the most. */
const MOST_RETRIES = 8
const pauseBefore = (retry: number) => Math.random() * Math.min(25 * 2 ** retry, 500)

/** Reasons that speak of the moment and not of the items. The SDK retries none of them inside a cancellation. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/**
 * All writes or none. The first write in order that could not be taken decides: its refusal is the answer,
 * unless its reason is a passing one; then all are tried again. The SDK itself retries a throttled request and a
 * lost reply. All tries bear one token: DynamoDB applies what they ask once, and a try that comes after one which
 * was applied without our hearing of it is not refused by its own effect.
 */
export async function transact<R>(
  client: DynamoDBDocumentClient,
  names: TableNames,
  writes: readonly Write<R>[],
  wait: Wait,
): Promise<Result<void, R>> {
  checkWrites(writes)
  if (writes.length === 0) return ok(undefined)
  const command = {
    TransactItems: writes.map(write => transactItem(names, write)),
    ClientRequestToken: randomUUID(),
  }
  for (let retry = 0; ; retry++) {
    const cancelled = await send(client, command)
    if (!cancelled) return ok(undefined)
    const at = cancelled.reasons.findIndex(reason => reason.Code !== 'None')
    const {Code: code = '', Item: found} = cancelled.reasons[at] ?? {}
    if (code === 'ConditionalCheckFailed')
      return refuse(writes[at]!.refuse(found ? (unmarshall(found) as Item) : null))
    if (!PASSING.has(code)) throw cancelled.cause
    if (retry === MOST_RETRIES) throw new StoreBusy(cancelled.cause)
    await wait(pauseBefore(retry))
  }
}

/** The reasons for a cancellation, one a write; null when the transaction went through. */
async function send(client: DynamoDBDocumentClient, command: TransactWriteCommandInput) {
  try {
    await client.send(new TransactWriteCommand(command))
    return null
  } catch (cause) {
    const {name, CancellationReasons: reasons} = cause as {
      name?: string
      CancellationReasons?: readonly CancellationReason[]
    }
    if (name !== 'TransactionCanceledException' || !reasons) throw cause
    return {cause, reasons}
  }
}

function transactItem(names: TableNames, {table, key, expect, put, remove}: Write<unknown>) {
  const conditions = {
    TableName: names[table ?? 'records'],
    ...conditionOf(expect),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  if (put) return {Put: {...conditions, Item: put}}
  if (remove) return {Delete: {...conditions, Key: key}}
  return {ConditionCheck: {...conditions, Key: key}}
}

function conditionOf(expect: Expectation) {
  if (expect === 'absent') return {ConditionExpression: 'attribute_not_exists(pk)'}
  if (expect === 'present') return {ConditionExpression: 'attribute_exists(pk)'}
  return {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: {'#version': 'version'},
    ExpressionAttributeValues: {':version': expect.version},
  }
}
