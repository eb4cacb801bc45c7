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
  /** The SHA-256 of the body in hex, or `UNSIGNED`. */
  readonly payloadHash: string
}

interface Claim {
  readonly credential: string
  readonly signedHeaders: string
  readonly signature: string
  /** `20260101T090000Z` */
  readonly date: string
  readonly validSeconds: number
  readonly payloadHash: string
}

/**
 * Who signed a request to S3 by Signature Version 4, in its query (a pre-signed address) or in its headers; null when
 * nobody did.
 */
export function signatureOf(
  request: SignedRequest,
  {secret, region} = {secret: SECRET, region: REGION},
): Signature | null {
  const claim = inQuery(request) ?? inHeaders(request)
  if (claim === null) return null
  const [caller = ''] = claim.credential.split('/')
  const {date} = claim
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical(request, claim))].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const at = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  return {
    caller,
    genuine: claim.credential === `${caller}/${scope}` && claim.signature === hmac(key, text).toString('hex'),
    expiresAt: at + claim.validSeconds * 1000,
    payloadHash: claim.payloadHash,
  }
}

function inQuery({query}: SignedRequest): Claim | null {
  const given = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  return query.has('X-Amz-Signature')
    ? {
        credential: given('Credential'),
        signedHeaders: given('SignedHeaders'),
        signature: given('Signature'),
        date: given('Date'),
        validSeconds: Number(given('Expires')),
        payloadHash: UNSIGNED,
      }
    : null
}

/** S3 allows a clock to be wrong by a quarter of an hour. */
const SKEW_SECONDS = 15 * 60

function inHeaders({headers}: SignedRequest): Claim | null {
  const header = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/
  const [, credential, signedHeaders, signature] = header.exec(headers.authorization ?? '') ?? []
  if (credential === undefined || signedHeaders === undefined || signature === undefined) return null
  const [date, payloadHash] = ['x-amz-date', 'x-amz-content-sha256'].map(name => String(headers[name]))
  return {
    credential,
    signedHeaders,
    signature,
    date: date!,
    validSeconds: SKEW_SECONDS,
    payloadHash: payloadHash!,
  }
}

export const UNSIGNED = 'UNSIGNED-PAYLOAD'

/** The request in the one form in which both sides sign it. */
function canonical(
  {method, path, query, headers}: SignedRequest,
  {signedHeaders, payloadHash}: Claim,
): string {
  const queried = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(pair => pair.join('='))
  const headed = signedHeaders.split(';').map(name => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const escapedPath = path.split('/').map(decodeURIComponent).map(escaped).join('/')
  return [method, escapedPath, queried.join('&'), headed.join(''), signedHeaders, payloadHash].join('\n')
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
