import {randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import type {Faults} from './faults.ts'
import type {Functions, Outcome} from './functions.ts'
import {isObject, type Json, type JsonObject} from './json.ts'
import type {Queues} from './queues.ts'
import type {Assembly} from './template.ts'

export interface Deliveries {
  /** Returns once the event is kept; the function is called afterwards, again if it fails, then given up. */
  deliver(functionArn: string, event: JsonObject): void
  stop(): Promise<void>
}

interface Failing {
  readonly attempts: number
  readonly queue: string | null
  /** A destination is told what happened; an older dead-letter queue gets the bare event. */
  readonly wrapped: boolean
}

/**
 * Lambda's asynchronous calls: two more attempts, then the function's destination or dead-letter queue.
 * Each is a file in the data directory until it is done, so that a killed process loses none.
 * Deployed, the attempts are one and two minutes apart; here `retryMs` and twice that.
 */
export function openDeliveries(
  assembly: Assembly,
  functions: Functions,
  queues: Queues,
  faults: Faults,
  dataDir: string,
  retryMs: number,
): Deliveries {
  const directory = join(dataDir, 'deliveries')
  mkdirSync(directory, {recursive: true})
  const failing = new Map([...functions.arns].map(arn => [arn, failingOf(assembly, arn, queues)]))
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()

  const attempt = async (file: string, functionArn: string, event: JsonObject) => {
    if (faults.meets('overtaken')) await faults.sometime(stopping.signal)
    const {attempts, queue, wrapped} = failing.get(functionArn)!
    let outcome: Outcome = await functions.invoke(functionArn, event)
    for (let retry = 1; !outcome.ok && retry < attempts; retry++) {
      await after(retryMs * retry, null, {signal: stopping.signal})
      outcome = await functions.invoke(functionArn, event)
    }
    if (stopping.signal.aborted && !outcome.ok) return
    if (!outcome.ok && queue)
      queues.send(queue, wrapped ? givenUp(functionArn, event, outcome, attempts) : event)
    rmSync(file)
  }
  const start = (file: string, functionArn: string, event: JsonObject) => {
    const run = attempt(file, functionArn, event).catch(() => {})
    running.add(run)
    void run.finally(() => running.delete(run))
  }
  const keep = (functionArn: string, event: JsonObject) => {
    const file = join(directory, `${randomUUID()}.json`)
    writeFileSync(file, JSON.stringify({functionArn, event}))
    start(file, functionArn, event)
  }
  for (const file of readdirSync(directory).map(name => join(directory, name))) {
    const kept = readKept(file)
    if (kept && functions.arns.has(kept.functionArn)) start(file, kept.functionArn, kept.event)
    else rmSync(file)
  }
  return {
    deliver(functionArn, event) {
      keep(functionArn, event)
      if (faults.meets('repeated')) keep(functionArn, event)
    },
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

/** Null for a file that was being written when the process was killed: its event was not yet promised to anyone. */
function readKept(file: string): {functionArn: string; event: JsonObject} | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function failingOf(assembly: Assembly, functionArn: string, queues: Queues): Failing {
  const fn = assembly.of('AWS::Lambda::Function').find(({arn}) => arn === functionArn)!
  const config = assembly
    .of('AWS::Lambda::EventInvokeConfig')
    .find(({properties}) => [fn.name, fn.arn].includes(String(properties['FunctionName'])))
  const attempts = 1 + Number(config?.properties['MaximumRetryAttempts'] ?? 2)
  const destination = onFailure(config?.properties['DestinationConfig'])
  if (destination) return {attempts, queue: queues.require(destination, fn.id), wrapped: true}
  const dead = fn.properties['DeadLetterConfig']
  const queue = isObject(dead) ? queues.require(String(dead['TargetArn']), fn.id) : null
  return {attempts, queue, wrapped: false}
}

/** The destination in a `DestinationConfig`, of a function or of an event source mapping. */
export function onFailure(config: Json | undefined): string | null {
  const on = isObject(config) ? config['OnFailure'] : undefined
  return isObject(on) && typeof on['Destination'] === 'string' ? on['Destination'] : null
}

const givenUp = (
  functionArn: string,
  requestPayload: JsonObject,
  outcome: Outcome & {ok: false},
  attempts: number,
): JsonObject => ({
  version: '1.0',
  timestamp: new Date().toISOString(),
  requestContext: {
    requestId: randomUUID(),
    functionArn: `${functionArn}:$LATEST`,
    condition: 'RetriesExhausted',
    approximateInvokeCount: attempts,
  },
  requestPayload,
  responseContext: {statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled'},
  responsePayload: {errorType: outcome.error, errorMessage: outcome.message},
})
