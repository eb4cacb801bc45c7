import {randomUUID} from 'node:crypto'
import type {Outcome} from './functions.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'

/** An event source mapping of the template. */
export interface Mapping {
  readonly id: string
  readonly functionArn: string
  /** The stream, as the template knows it. */
  readonly source: string
  readonly batchSize: number
  readonly bisect: boolean
  /** The function says which records failed. */
  readonly partial: boolean
  /** -1 for ever. */
  readonly retries: number
  readonly queue: string | null
  readonly latest: boolean
  readonly filters: readonly ((record: Json) => boolean)[]
}

export interface Batch {
  readonly shard: string
  /** In the order of the stream. */
  readonly records: readonly JsonObject[]
}

export interface Means {
  invoke(event: JsonObject): Promise<Outcome>
  /** Tells the failure destination, if there is one, which records were given up. */
  giveUp(message: JsonObject): void
  /** Before the retry of this number, from 0; rejects when the runtime stops. */
  pause(retry: number): Promise<void>
}

/**
 * Hands a batch to the function until every record has gone through or was given up. As Lambda does: a batch that may
 * be bisected is cut at the record that was reported, or else in half, which costs no retry; one that may not, or that
 * is down to one record, is tried again so many times, then leaves a note of its place at the failure destination.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export async function deliverBatch(batch: Batch, mapping: Mapping, means: Means, retry = 0): Promise<void> {
  if (batch.records.length === 0) return
  const outcome = await means.invoke({Records: batch.records})
  const failed = firstFailure(batch, mapping, outcome)
  if (failed === null) return
  const rest = {...batch, records: batch.records.slice(failed)}
  const goOn = async (records: Batch['records'], tried: number) => {
    await means.pause(retry)
    await deliverBatch({...batch, records}, mapping, means, tried)
  }
  if (mapping.bisect && failed > 0) {
    await goOn(rest.records, retry)
  } else if (mapping.bisect && rest.records.length > 1) {
    const middle = Math.ceil(rest.records.length / 2)
    await goOn(rest.records.slice(0, middle), retry)
    await goOn(rest.records.slice(middle), retry)
  } else if (mapping.retries >= 0 && retry >= mapping.retries) {
    means.giveUp(note(rest, mapping, retry + 1))
  } else {
    await goOn(rest.records, retry + 1)
  }
}

/** Index of the first record that has to be sent again; null when the whole batch went through. */
function firstFailure({records}: Batch, {partial}: Mapping, outcome: Outcome): number | null {
  if (!outcome.ok) return 0
  const failures = partial && isObject(outcome.value) ? list(outcome.value['batchItemFailures']) : []
  if (failures.length === 0) return null
  const numbers = new Set(failures.map(each => (isObject(each) ? each['itemIdentifier'] : null)))
  // A failure that names no record of the batch makes all of it fail.
  return Math.max(
    0,
    records.findIndex(record => numbers.has(numberOf(record))),
  )
}

const detailOf = (record: JsonObject): JsonObject => (isObject(record['dynamodb']) ? record['dynamodb'] : {})
const numberOf = (record: JsonObject): Json => detailOf(record)['SequenceNumber'] ?? null

/** Where in the stream the records are, not what they hold. */
function note({shard, records}: Batch, {functionArn, source}: Mapping, attempts: number): JsonObject {
  const arrival = (record: JsonObject) =>
    new Date(1_000 * Number(detailOf(record)['ApproximateCreationDateTime'] ?? 0)).toISOString()
  const [first, last] = [records[0]!, records.at(-1)!]
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: {statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled'},
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: numberOf(first),
      endSequenceNumber: numberOf(last),
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: source,
    },
  }
}
