import {randomUUID} from 'node:crypto'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Writable} from 'node:stream'
import {Worker} from 'node:worker_threads'
import {CannotStart} from './cannot-start.ts'
import type {Call, Instance, Reply} from './function-worker.ts'
import {isObject, type Json, type JsonObject} from './json.ts'
import {SECRET} from './signature.ts'
import {type Assembly, codeOf, REGION, type Resource} from './template.ts'

export type Outcome =
  | {readonly ok: true; readonly value: Json}
  | {readonly ok: false; readonly error: string; readonly message: string}

export interface Functions {
  readonly arns: ReadonlySet<string>
  /** Runs the function on the event and waits for its answer. */
  invoke(arn: string, event: JsonObject): Promise<Outcome>
  stop(): Promise<void>
}

export interface FunctionSettings {
  /** Where the functions' calls to DynamoDB and EventBridge go. */
  readonly endpoint: string
  /** Where their calls to S3 go. */
  readonly objects: string
  /** How many instances of one function may run at the same time; each takes one call at a time, as in Lambda. */
  readonly instances: number
  readonly log: Writable
}

/** Lambda's limit of a synchronous call, and of its answer. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024

/** Runs the template's functions, each from the bundle that would be uploaded; one instance of each is warm. */
export async function startFunctions(assembly: Assembly, settings: FunctionSettings): Promise<Functions> {
  const pools = new Map(
    assembly.of('AWS::Lambda::Function').map(fn => [fn.arn, new Pool(fn, codeOf(assembly, fn), settings)]),
  )
  const stop = async () => {
    await Promise.all([...pools.values()].map(pool => pool.stop()))
  }
  try {
    await Promise.all([...pools.values()].map(pool => pool.warm()))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    arns: new Set(pools.keys()),
    invoke: (arn, event) =>
      pools.get(arn)?.invoke(event) ??
      Promise.resolve(failed('ResourceNotFound', `there is no function ${arn}`)),
    stop,
  }
}

interface Waiting {
  readonly payload: string
  settle(outcome: Outcome): void
}

const failed = (error: string, message: string): Outcome => ({ok: false, error, message})

/** The instances of one function: made when needed up to the limit, then calls wait their turn. */
class Pool {
  readonly #fn: Resource
  readonly #directory: string
  readonly #settings: FunctionSettings
  readonly #limit: number
  readonly #timeoutMs: number
  readonly #all = new Set<Worker>()
  readonly #idle: Worker[] = []
  readonly #queue: Waiting[] = []
  #stopped = false

  constructor(fn: Resource, directory: string, settings: FunctionSettings) {
    this.#fn = fn
    this.#directory = directory
    this.#settings = settings
    this.#limit = Math.min(
      settings.instances,
      Number(fn.properties['ReservedConcurrentExecutions'] ?? Infinity),
    )
    this.#timeoutMs = Number(fn.properties['Timeout'] ?? 3) * 1000
  }

  async warm(): Promise<void> {
    const worker = this.#make()
    const [reply] = await Promise.race([
      once(worker, 'message') as Promise<[Reply]>,
      once(worker, 'exit').then(() => [null]),
    ]).catch(error => {
      throw new CannotStart(`The function ${this.#fn.id} does not load: ${error.message}`)
    })
    if (reply?.kind !== 'ready')
      throw new CannotStart(`The function ${this.#fn.id} stopped while it was loading.`)
  }

  invoke(event: JsonObject): Promise<Outcome> {
    const payload = JSON.stringify(event)
    if (Buffer.byteLength(payload) > PAYLOAD_LIMIT)
      return Promise.resolve(failed('RequestEntityTooLarge', 'the event is larger than 6 MB'))
    return new Promise(settle => {
      this.#queue.push({payload, settle})
      if (this.#idle.length === 0 && this.#all.size < this.#limit) this.#make()
      this.#next()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const waiting of this.#queue.splice(0)) waiting.settle(failed('Stopped', 'the runtime is stopping'))
    await Promise.all([...this.#all].map(worker => worker.terminate()))
  }

  /** A new instance; it takes its first call once its bundle is loaded. */
  #make(): Worker {
    const [file, handler] = splitHandler(this.#directory, this.#fn)
    const memoryMb = Number(this.#fn.properties['MemorySize'] ?? 128)
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData: {file, handler, name: this.#fn.name, arn: this.#fn.arn, memoryMb} satisfies Instance,
      env: environment(this.#fn, this.#settings),
      resourceLimits: {maxOldGenerationSizeMb: memoryMb},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    worker.stdout.pipe(this.#settings.log, {end: false})
    worker.stderr.pipe(this.#settings.log, {end: false})
    this.#all.add(worker)
    let loaded = false
    worker.on('error', () => {})
    worker.once('exit', () => this.#forget(worker, loaded))
    worker.once('message', () => {
      loaded = true
      this.#free(worker)
    })
    return worker
  }

  /** Calls that wait get another instance, unless this one could not even load: then the next could not either. */
  #forget(worker: Worker, loaded: boolean): void {
    this.#all.delete(worker)
    const index = this.#idle.indexOf(worker)
    if (index >= 0) this.#idle.splice(index, 1)
    if (this.#stopped || this.#all.size > 0 || this.#queue.length === 0) return
    if (loaded) this.#make()
    else
      for (const waiting of this.#queue.splice(0))
        waiting.settle(failed('Runtime.ExitError', 'it does not load'))
  }

  #free(worker: Worker): void {
    this.#idle.push(worker)
    this.#next()
  }

  #next(): void {
    if (this.#queue.length === 0) return
    const worker = this.#idle.pop()
    if (worker) this.#run(worker, this.#queue.shift()!)
  }

  /** The function's time runs from here, when an instance takes the call. */
  #run(worker: Worker, {payload, settle}: Waiting): void {
    const requestId = randomUUID()
    const done = (outcome: Outcome, reusable: boolean) => {
      clearTimeout(timer)
      worker.off('message', replied).off('exit', died).off('error', broke)
      settle(outcome)
      if (reusable) this.#free(worker)
      else void worker.terminate()
    }
    const replied = (reply: Reply) => done(outcomeOf(reply), true)
    const broke = (error: Error) => done(failed('Runtime.ExitError', error.message), false)
    const died = () => done(failed('Runtime.ExitError', 'the function stopped before it answered'), false)
    const late = `Task timed out after ${this.#timeoutMs / 1000} seconds`
    const timer = setTimeout(() => done(failed('Sandbox.Timedout', late), false), this.#timeoutMs)
    worker.on('message', replied).on('exit', died).on('error', broke)
    worker.postMessage({requestId, payload, deadline: Date.now() + this.#timeoutMs} satisfies Call)
  }
}

function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === 'failed') return failed(reply.type, reply.message)
  const payload = reply.kind === 'answered' ? reply.payload : 'null'
  if (Buffer.byteLength(payload) > PAYLOAD_LIMIT)
    return failed('Function.ResponseSizeTooLarge', 'the answer is larger than 6 MB')
  return {ok: true, value: JSON.parse(payload) as Json}
}

function splitHandler(directory: string, fn: Resource): readonly [string, string] {
  const [file, handler = ''] = String(fn.properties['Handler']).split('.')
  const path = ['.js', '.mjs', '.cjs'].map(ending => join(directory, `${file}${ending}`)).find(existsSync)
  if (path === undefined) throw new CannotStart(`The bundle of ${fn.id} has no ${file}.js.`)
  return [path, handler]
}

/** What Lambda sets, what the template sets, and the addresses that lead back here instead of to AWS. */
function environment(fn: Resource, {endpoint, objects}: FunctionSettings): Record<string, string> {
  const own = isObject(fn.properties['Environment']) ? fn.properties['Environment']['Variables'] : undefined
  const variables = Object.entries(isObject(own) ? own : {}).map(([name, value]) => [name, String(value)])
  return {
    ...Object.fromEntries(variables),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.properties['MemorySize'] ?? 128),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    TZ: ':UTC',
    AWS_ACCESS_KEY_ID: fn.id,
    AWS_SECRET_ACCESS_KEY: SECRET,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint,
    AWS_ENDPOINT_URL_S3: objects,
    // Here, as in tests, an answer that breaks its own contract is a fault; deployed, nobody pays for the check.
    HEARTH_CHECK_RESPONSES: '1',
  }
}
