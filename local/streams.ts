import {setTimeout as after} from 'node:timers/promises'
import {CannotStart} from './cannot-start.ts'
import {onFailure} from './deliveries.ts'
import type {Call} from './dynamodb.ts'
import type {Faults} from './faults.ts'
import type {Functions} from './functions.ts'
import {isObject, type JsonObject, list} from './json.ts'
import {pattern} from './patterns.ts'
import type {Permissions} from './permissions.ts'
import type {Queues} from './queues.ts'
import {readState, writeState} from './state.ts'
import {type Batch, deliverBatch, type Mapping} from './stream-batch.ts'
import {streamName, tablesOf} from './tables.ts'
import {type Assembly, type Resource, streamOf} from './template.ts'

export interface StreamSettings {
  readonly assembly: Assembly
  readonly functions: Functions
  readonly queues: Queues
  readonly faults: Faults
  readonly permissions: Permissions
  readonly dataDir: string
  readonly dynamoDb: Call
  readonly streams: Call
  readonly retryMs: number
}

/** Right after records came; doubled while none do, up to the longest. Polling steals time from the database. */
const SHORTEST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/** Reads each event source mapping's stream and hands its records to the function, in order, at least once. */
export async function startStreams(settings: StreamSettings): Promise<{stop(): Promise<void>}> {
  const readers: Reader[] = []
  for (const resource of settings.assembly.of('AWS::Lambda::EventSourceMapping')) {
    const {mapping, table} = readMapping(settings, resource)
    const stream = await streamName(settings.dynamoDb, table.name)
    readers.push(new Reader(settings, mapping, stream))
  }
  const runs = readers.map(reader => reader.run())
  return {
    async stop() {
      for (const reader of readers) reader.stop()
      await Promise.all(runs)
    },
  }
}

function readMapping(
  {assembly, functions, queues, permissions}: StreamSettings,
  {id, properties}: Resource,
): {mapping: Mapping; table: Resource} {
  const source = String(properties['EventSourceArn'])
  const table = tablesOf(assembly).find(({arn}) => streamOf(arn) === source)
  if (table === undefined) throw new CannotStart(`${id} reads ${source}, which is not the stream of a table.`)
  const fn = assembly
    .of('AWS::Lambda::Function')
    .find(({name, arn}) => [name, arn].includes(String(properties['FunctionName'])))
  if (fn === undefined || !functions.arns.has(fn.arn))
    throw new CannotStart(`${id} feeds no function of the template.`)
  for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords'])
    if (!permissions.allows(fn.id, `dynamodb:${action}`, source))
      throw new CannotStart(`${id}: the role of ${fn.id} may not ${action} on ${source}.`)
  const queue = onFailure(properties['DestinationConfig'])
  if (queue && !permissions.allows(fn.id, 'sqs:SendMessage', queue))
    throw new CannotStart(`${id}: the role of ${fn.id} may not send to ${queue}.`)
  const filters = isObject(properties['FilterCriteria']) ? list(properties['FilterCriteria']['Filters']) : []
  const mapping: Mapping = {
    id,
    functionArn: fn.arn,
    source,
    batchSize: Number(properties['BatchSize'] ?? 100),
    bisect: properties['BisectBatchOnFunctionError'] === true,
    partial: list(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures'),
    retries: Number(properties['MaximumRetryAttempts'] ?? -1),
    queue: queue && queues.require(queue, id),
    latest: properties['StartingPosition'] === 'LATEST',
    filters: filters.map(each => pattern(JSON.parse(String(isObject(each) ? each['Pattern'] : null)), id)),
  }
  return {mapping, table}
}

/** How far each shard has been delivered: the last sequence number, '' before the first, null when it is finished. */
type Checkpoints = Record<string, string | null>

class Reader {
  readonly #settings: StreamSettings
  readonly #mapping: Mapping
  readonly #stream: string
  readonly #stopping = new AbortController()
  readonly #iterators = new Map<string, string>()
  readonly #checkpoints: Checkpoints
  #stale = true

  constructor(settings: StreamSettings, mapping: Mapping, stream: string) {
    this.#settings = settings
    this.#mapping = mapping
    this.#stream = stream
    this.#checkpoints = readState<Checkpoints>(settings.dataDir, this.#stateName) ?? {}
  }

  get #stateName(): string {
    return `stream-${this.#mapping.id}`
  }

  stop(): void {
    this.#stopping.abort()
  }

  async run(): Promise<void> {
    const {signal} = this.#stopping
    for (let pause = SHORTEST_PAUSE; !signal.aborted; ) {
      const moved = await this.#round().catch(() => {
        this.#forgetIterators()
        return false
      })
      pause = moved ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE)
      await after(pause, null, {signal}).catch(() => {})
    }
  }

  /** An iterator expires, and a shard is trimmed after a day: begin again from what is delivered. */
  #forgetIterators(): void {
    this.#iterators.clear()
    this.#stale = true
  }

  async #round(): Promise<boolean> {
    if (this.#stale || this.#iterators.size === 0) await this.#findShards()
    let moved = false
    for (const [shard, iterator] of [...this.#iterators]) moved = (await this.#read(shard, iterator)) || moved
    return moved
  }

  /** A shard is read once its parent is finished, so that changes of one item stay in order. */
  async #findShards(): Promise<void> {
    const shards = await this.#describe()
    const first = Object.keys(this.#checkpoints).length === 0
    const standing = new Set(shards.map(({ShardId}) => String(ShardId)))
    for (const shard of Object.keys(this.#checkpoints))
      if (!standing.has(shard)) delete this.#checkpoints[shard]
    for (const {ShardId, ParentShardId} of shards) {
      const shard = String(ShardId)
      const parent = String(ParentShardId)
      if (this.#checkpoints[shard] === null || this.#iterators.has(shard)) continue
      if (standing.has(parent) && this.#checkpoints[parent] !== null) continue
      const after = this.#checkpoints[shard] ?? ''
      const begin = first && this.#mapping.latest ? 'LATEST' : 'TRIM_HORIZON'
      const {ShardIterator} = await this.#settings.streams('GetShardIterator', {
        StreamArn: this.#stream,
        ShardId: shard,
        ...(after
          ? {ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after}
          : {ShardIteratorType: begin}),
      })
      this.#iterators.set(shard, String(ShardIterator))
      this.#checkpoints[shard] = after
    }
    this.#stale = false
  }

  async #describe(): Promise<readonly JsonObject[]> {
    const shards: JsonObject[] = []
    for (let from: JsonObject | null = {}; from; ) {
      const {StreamDescription} = await this.#settings.streams('DescribeStream', {
        StreamArn: this.#stream,
        ...from,
      })
      const page: JsonObject = isObject(StreamDescription) ? StreamDescription : {}
      shards.push(...list(page['Shards']).filter(isObject))
      const last = page['LastEvaluatedShardId']
      from = last ? {ExclusiveStartShardId: last} : null
    }
    return shards
  }

  async #read(shard: string, iterator: string): Promise<boolean> {
    const {Records, NextShardIterator} = await this.#settings.streams('GetRecords', {
      ShardIterator: iterator,
      Limit: Math.min(this.#mapping.batchSize, 1_000),
    })
    const records = list(Records).filter(isObject)
    if (records.length > 0) {
      await this.#deliver({shard, records})
      if (this.#settings.faults.meets('repeated')) await this.#deliver({shard, records})
      const last = records.at(-1)!['dynamodb']
      this.#checkpoint(shard, String(isObject(last) ? last['SequenceNumber'] : ''))
    }
    if (typeof NextShardIterator === 'string') this.#iterators.set(shard, NextShardIterator)
    else {
      this.#iterators.delete(shard)
      this.#checkpoint(shard, null)
      this.#stale = true
    }
    return records.length > 0
  }

  #deliver({shard, records}: Batch): Promise<void> {
    const {filters, source} = this.#mapping
    const wanted = records
      .filter(record => filters.length === 0 || filters.some(test => test(record)))
      .map(record => ({...record, eventSourceARN: source}))
    const {functions, queues, retryMs} = this.#settings
    return deliverBatch({shard, records: wanted}, this.#mapping, {
      invoke: event => functions.invoke(this.#mapping.functionArn, event),
      giveUp: message => this.#mapping.queue && queues.send(this.#mapping.queue, message),
      pause: retry =>
        after(Math.min(retryMs * 2 ** retry, 5_000), undefined, {signal: this.#stopping.signal}),
    })
  }

  #checkpoint(shard: string, after: string | null): void {
    this.#checkpoints[shard] = after
    writeState(this.#settings.dataDir, this.#stateName, this.#checkpoints)
  }
}
