import {Agent, type IncomingMessage, type RequestOptions, request, validateHeaderValue} from 'node:http'
import {text as textOf} from 'node:stream/consumers'
import type {Call, Reply, ServedRoute} from '../../contracts/in-memory-service.ts'
import {routes} from '../../functions/http/routes.ts'

export interface OverHttp {
  /** As the in-memory service is called, but over HTTP; headers that HTTP itself forbids are left out. */
  call(
    route: ServedRoute,
    call: Call,
    by: {readonly token: string | null; readonly method?: string},
  ): Promise<Reply>
  close(): void
}

export function overHttp(url: string): OverHttp {
  const agent = new Agent({keepAlive: true})
  return {
    call(route, {params = {}, query, headers, body, text}, {token, method = routes[route].method}) {
      const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
      const path = routes[route].path.replace(/\{(\w+)\}/g, (_, name) => encoded(params[name] ?? ''))
      const asked = {
        method,
        agent,
        headers: {
          ...(token !== null && {authorization: `Bearer ${token}`}),
          ...(sent !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(sent)),
          }),
          ...sendable(headers),
        },
      }
      return send(`${url}${path}${query ? `?${new URLSearchParams(query)}` : ''}`, asked, sent)
    },
    close: () => agent.destroy(),
  }
}

/** A kept connection that the server had closed as idle is opened again: it took nothing of the request. */
const send = (url: string, asked: RequestOptions, sent: string | undefined): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sending = request(url, asked)
    sending.once('error', (error: NodeJS.ErrnoException) => {
      if (sending.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, asked, sent))
      else reject(error)
    })
    sending.once('response', answer => resolve(replyOf(answer)))
    sending.end(sent)
  })

/** A lone surrogate has no UTF-8, and `.` and `..` would lead elsewhere. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/^\.\.?$/, dots => dots.replaceAll('.', '%2E'))

const sendable = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => {
      try {
        validateHeaderValue(name, value)
        return true
      } catch {
        return false
      }
    }),
  )

async function replyOf(answer: IncomingMessage): Promise<Reply> {
  const body = await textOf(answer)
  const isJson = answer.headers['content-type']?.includes('json') ?? false
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers as Record<string, string>,
    text: body,
    json: isJson ? JSON.parse(body) : undefined,
  }
}
