import {signer} from './signed-address.ts'

export interface Uploaded {
  /**
   * The bytes of an upload as they come, never all in memory; null when nothing was uploaded under the key. Throws,
   * here or while they are read, when they cannot be had.
   */
  open(key: string): Promise<AsyncIterable<Uint8Array> | null>
}

/** What a function needs to read what was uploaded to a bucket, with `s3:GetObject` and `s3:ListBucket` in its role. */
export function uploaded(bucketName: string, env?: NodeJS.ProcessEnv): Uploaded {
  const sign = signer(bucketName, env)
  return {
    async open(key) {
      const {url} = await sign('GET', key)
      const answer = await fetch(url)
      if (answer.ok) return answer.body
      const said = await answer.text()
      if (said.includes('<Code>NoSuchKey</Code>')) return null
      throw new Error(`The bucket of uploads answered ${answer.status}.`)
    },
  }
}
