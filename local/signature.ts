import {createHash, createHmac} from 'node:crypto'
import type {IncomingHttpHeaders} from 'node:http'
import {REGION} from './template.ts'

/** Of every function here. */
export const SECRET = 'local'

export interface SignedRequest {
  readonly method: string
  /** As it came: encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
}

export interface Signature {
  /** The access key: who signed. */
  readonly caller: string
  /** Whether the secret signed this very request. */
  readonly genuine: boolean
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Who signed a request to S3 in its query, by Signature Version 4; null when nobody did. */
export function signatureOf(
  request: SignedRequest,
  {secret, region} = {secret: SECRET, region: REGION},
): Signature | null {
  const given = (name: string) => request.query.get(`X-Amz-${name}`) ?? ''
  if (given('Signature') === '') return null
  const [credential, date] = [given('Credential'), given('Date')]
  const caller = credential.split('/')[0]!
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical(request, given('SignedHeaders')))].join(
    '\n',
  )
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const at = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  return {
    caller,
    genuine: credential === `${caller}/${scope}` && given('Signature') === hmac(key, text).toString('hex'),
    expiresAt: at + Number(given('Expires')) * 1000,
  }
}

/** The request in the one form in which both sides sign it. */
function canonical({method, path, query, headers}: SignedRequest, signedHeaders: string): string {
  const queried = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(pair => pair.join('='))
  const headed = signedHeaders.split(';').map(name => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const escapedPath = path.split('/').map(decodeURIComponent).map(escaped).join('/')
  return [method, escapedPath, queried.join('&'), headed.join(''), signedHeaders, 'UNSIGNED-PAYLOAD'].join(
    '\n',
  )
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
