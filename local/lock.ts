import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {realpathSync, rmSync} from 'node:fs'
import {connect, createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'
import {isTaken} from './listen.ts'

/**
 * Makes sure that one runtime at a time uses a data directory. The lock is a socket that we listen on, so it ends
 * with the process however that dies; it lies in the temporary directory because its path must be short.
 */
export async function lock(dataDir: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 24)
  const path = join(tmpdir(), `hearth-${name}.sock`)
  const server = createServer(socket => socket.end())
  const take = async () => {
    server.listen(path)
    await once(server, 'listening')
  }
  await take().catch(async error => {
    if (!isTaken(error)) throw error
    if (await isAlive(path)) throw inUse(dataDir)
    rmSync(path, {force: true})
    await take()
  })
  server.unref()
  return async () => {
    server.close()
    await once(server, 'close')
  }
}

const inUse = (dataDir: string) =>
  new CannotStart(
    `Another Hearth is running on the data in ${dataDir}. Stop it first, or keep this one's data elsewhere with --data DIR.`,
  )

async function isAlive(path: string): Promise<boolean> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
