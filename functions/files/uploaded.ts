import {GetObjectCommand, NoSuchKey, S3Client} from '@aws-sdk/client-s3'

export interface Uploaded {
  /** The bytes of an upload as they come, never all in memory; null when nothing was uploaded under the key. */
  open(key: string): Promise<AsyncIterable<Uint8Array> | null>
}

/** TLS and S3 keep the bytes whole: another checksum over gigabytes would be processor time for nothing. */
const client = () =>
  new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true},
  })

/** What a function needs to read what was uploaded to a bucket. Build it once a process. */
export const uploaded = (bucketName: string, s3: S3Client = client()): Uploaded => ({
  async open(key) {
    try {
      const {Body} = await s3.send(new GetObjectCommand({Bucket: bucketName, Key: key}))
      return Body as AsyncIterable<Uint8Array>
    } catch (fault) {
      if (fault instanceof NoSuchKey) return null
      throw fault
    }
  },
})
