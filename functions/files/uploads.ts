import {type SignedAddress, signer} from './signed-address.ts'

/** Where a client puts one file: whoever has the address needs nothing else. */
export interface UploadAddress extends SignedAddress {
  readonly method: 'PUT'
  /** Signed, so to be sent as they are. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Uploads {
  /**
   * An address that takes exactly this many bytes, at most 5 GiB as S3 takes no more in one PUT, and keeps them under
   * the key. The bucket refuses any other length, and the address once it has expired. An upload that is broken off
   * leaves nothing.
   */
  presign(key: string, file: {readonly bytes: number}): Promise<UploadAddress>
  /** Puts a file there itself. Throws when the bucket does not take it. */
  put(key: string, body: Uint8Array<ArrayBuffer>): Promise<void>
}

/** What a function puts itself came with a request, and is small. */
const GIVE_UP_MS = 10_000

/** What a function needs to have files uploaded to a bucket, with `s3:PutObject` in its role. */
export function uploads(bucketName: string, env?: NodeJS.ProcessEnv): Uploads {
  const sign = signer(bucketName, env)
  const presign: Uploads['presign'] = async (key, {bytes}) => {
    const headers = {'content-length': String(bytes)}
    return {...(await sign('PUT', key, headers)), method: 'PUT', headers}
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
