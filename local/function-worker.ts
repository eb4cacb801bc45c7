import {pathToFileURL} from 'node:url'
import {parentPort, workerData} from 'node:worker_threads'

/** What one instance of a function is told when it is made. */
export interface Instance {
  readonly file: string
  readonly handler: string
  readonly name: string
  readonly arn: string
  readonly memoryMb: number
}

export interface Call {
  readonly requestId: string
  /** JSON, as Lambda hands it over. */
  readonly payload: string
  /** Epoch milliseconds. */
  readonly deadline: number
}

/** `ready` when the bundle is loaded; then one of the others a call. */
export type Reply =
  | {readonly kind: 'ready'}
  | {readonly kind: 'answered'; readonly requestId: string; readonly payload: string}
  | {readonly kind: 'failed'; readonly requestId: string; readonly type: string; readonly message: string}

type Handler = (event: unknown, context: unknown) => Promise<unknown>

const instance = workerData as Instance

async function run(handler: Handler, {requestId, payload, deadline}: Call): Promise<Reply> {
  try {
    const answer = await handler(JSON.parse(payload), contextOf(requestId, deadline))
    return {kind: 'answered', requestId, payload: JSON.stringify(answer ?? null)}
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    console.error(JSON.stringify({level: 'ERROR', requestId, error: error.name, stack: error.stack}))
    return {kind: 'failed', requestId, type: error.name, message: error.message}
  }
}

const contextOf = (awsRequestId: string, deadline: number) => ({
  awsRequestId,
  functionName: instance.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: instance.arn,
  memoryLimitInMB: String(instance.memoryMb),
  logGroupName: `/aws/lambda/${instance.name}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
})

async function load(): Promise<Handler> {
  const bundle = await import(pathToFileURL(instance.file).href)
  const handler = bundle[instance.handler] ?? bundle.default?.[instance.handler]
  if (typeof handler !== 'function') throw new Error(`it does not export ${instance.handler}`)
  return handler
}

if (parentPort) {
  const port = parentPort
  const handler = await load()
  port.on('message', async (call: Call) => port.postMessage(await run(handler, call)))
  port.postMessage({kind: 'ready'} satisfies Reply)
}
