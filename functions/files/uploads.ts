import {Sha256} from '@smithy/core/checksum'
import {escapeUriPath} from '@smithy/core/protocols'
import {SignatureV4} from '@smithy/signature-v4'
import {defaultProvider} from '../runtime/environment-credentials.ts'

/** S3 takes no more in one PUT: 5 GiB. */
export const MOST_BYTES = 5 * 1024 ** 3

/** Long enough to begin the upload; once begun, it may take as long as it takes. */
const VALID_SECONDS = 15 * 60

/** For what a function puts itself, which came with a request and is small. */
const GIVE_UP_MS = 10_000

/** Where a client puts one file: whoever has the address needs nothing else. */
export interface UploadAddress {
  readonly url: string
  readonly method: 'PUT'
  /** Signed, so to be sent as they are. */
  readonly headers: Readonly<Record<string, string>>
  /** ISO 8601 in UTC; the upload must have begun by then. */
  readonly expiresAt: string
}

export interface Uploads {
  /**
   * An address that takes exactly this many bytes, 1 to `MOST_BYTES`, and keeps them under the key. The bucket refuses
   * any other length, and the address once it has expired. An upload that is broken off leaves nothing.
   */
  presign(key: string, file: {readonly bytes: number}): Promise<UploadAddress>
  /** Puts a file there itself. Throws when the bucket does not take it. */
  put(key: string, body: Uint8Array<ArrayBuffer>): Promise<void>
}

/**
 * What a function needs to have files uploaded to a bucket, signed with the credentials of its role. The signer alone:
 * the client of S3 would add 175 KB and 10 ms to the cold start of a function that never calls S3.
 */
export function uploads(bucketName: string, env: NodeJS.ProcessEnv = process.env): Uploads {
  const region = String(env['AWS_REGION'])
  const base = addressOf(bucketName, region, env['AWS_ENDPOINT_URL_S3'])
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: defaultProvider(),
    sha256: Sha256,
    uriEscapePath: false,
  })
  const presign: Uploads['presign'] = async (key, {bytes}) => {
    const {protocol, host, hostname, pathname} = new URL(`${base}/${escapeUriPath(key)}`)
    const headers = {'content-length': String(bytes)}
    const signingDate = new Date()
    const {query} = await signer.presign(
      {
        method: 'PUT',
        protocol,
        hostname,
        path: pathname,
        headers: {...headers, host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD'},
      },
      {signingDate, expiresIn: VALID_SECONDS},
    )
    return {
      url: `${protocol}//${host}${pathname}?${new URLSearchParams(query as Record<string, string>)}`,
      method: 'PUT',
      headers,
      expiresAt: new Date(signingDate.getTime() + VALID_SECONDS * 1000).toISOString(),
    }
  }
  return {
    presign,
    async put(key, body) {
      const {url, method, headers} = await presign(key, {bytes: body.length})
      const answer = await fetch(url, {method, headers, body, signal: AbortSignal.timeout(GIVE_UP_MS)})
      if (!answer.ok) throw new Error(`The bucket of uploads answered ${answer.status}.`)
    },
  }
}

/** As the SDK addresses buckets: by host at AWS, by path at any other endpoint. */
const addressOf = (bucket: string, region: string, endpoint: string | undefined): string =>
  endpoint ? `${endpoint}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`
