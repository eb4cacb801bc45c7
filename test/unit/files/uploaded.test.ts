import {once} from 'node:events'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {uploaded} from '../../../functions/files/uploaded.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'of-the-role')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret')
})
afterEach(() => void vi.unstubAllEnvs())

async function from(bucket: RequestListener) {
  const server = createServer(bucket).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  const env = {AWS_REGION: 'eu-west-2', AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`}
  return {files: uploaded('uploads', env), [Symbol.dispose]: () => void server.close()}
}

test('a file that breaks off while it is read is never taken for a short one', async () => {
  using bucket = await from((_, response) => {
    response.writeHead(200, {'content-length': 10})
    response.write('half', () => response.destroy())
  })
  const read = async () => {
    for await (const _ of (await bucket.files.open('uploads/1'))!);
  }
  await expect(read()).rejects.toThrow('terminated')
})

test('a bucket that fails is never taken for one that holds nothing', async () => {
  using bucket = await from((_, response) => response.writeHead(503).end('<Code>SlowDown</Code>'))
  await expect(bucket.files.open('uploads/1')).rejects.toThrow('The bucket of uploads answered 503.')
})
