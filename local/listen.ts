import {once} from 'node:events'
import {createServer, type RequestListener, type Server} from 'node:http'

export interface Listening {
  readonly server: Server
  readonly port: number
  readonly url: string
  stop(): Promise<void>
}

/** An HTTP server on this machine only; port 0 takes a free one. Throws EADDRINUSE when the port is taken. */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  // The longest request line and headers that an HTTP API may see are refused by the gateway, not by Node.
  const server = createServer({maxHeaderSize: 64 * 1024}, listener).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    server,
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

export const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE'

/** The preferred port if it is free, otherwise any. */
export async function listenNear(preferred: number, listener: RequestListener): Promise<Listening> {
  try {
    return await listen(preferred, listener)
  } catch (error) {
    if (!isTaken(error)) throw error
    return listen(0, listener)
  }
}
