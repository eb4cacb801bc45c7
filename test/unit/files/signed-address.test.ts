import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {signer} from '../../../functions/files/signed-address.ts'
import {uploads} from '../../../functions/files/uploads.ts'
import {signatureOf} from '../../../local/signature.ts'

const AT = '2026-11-25T09:00:00.000Z'
const KEY = 'uploads/E09000023/019aab1c/1'
const DEPLOYED = {AWS_REGION: 'eu-west-2'}

beforeEach(() => {
  vi.useFakeTimers({toFake: ['Date'], now: new Date(AT)})
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'of-the-role')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret')
  vi.stubEnv('AWS_SESSION_TOKEN', 'a+session/token==')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** The call as S3 would see it. */
const call = (method: string, url: string, headers: Record<string, string> = {}) => {
  const {pathname, searchParams, host} = new URL(url)
  return {method, path: pathname, query: searchParams, headers: {...headers, host}}
}

test('deployed, a file is put at the bucket itself, over TLS, with a quarter of an hour to begin', async () => {
  const {url, ...address} = await uploads('hearth-uploads', DEPLOYED).presign(KEY, {bytes: 1_234})
  expect(url).toMatch(`https://hearth-uploads.s3.eu-west-2.amazonaws.com/${KEY}?`)
  expect(address).toEqual({
    method: 'PUT',
    headers: {'content-length': '1234'},
    expiresAt: '2026-11-25T09:15:00.000Z',
  })
})

test('the signature is good for that file, method and length alone, and names the session', async () => {
  const {url, headers} = await uploads('hearth-uploads', DEPLOYED).presign(KEY, {bytes: 1_234})
  const verify = (asked: ReturnType<typeof call>) =>
    signatureOf(asked, {secret: 'a secret', region: 'eu-west-2'})
  expect(verify(call('PUT', url, headers))).toEqual({
    caller: 'of-the-role',
    genuine: true,
    expiresAt: Date.parse('2026-11-25T09:15:00.000Z'),
  })
  expect(new URL(url).searchParams.get('X-Amz-Security-Token')).toBe('a+session/token==')
  expect(verify(call('GET', url, headers))).toMatchObject({genuine: false})
  expect(verify(call('PUT', url, {'content-length': '1235'}))).toMatchObject({genuine: false})
  expect(verify(call('PUT', url.replace('/1?', '/2?'), headers))).toMatchObject({genuine: false})
})

test('at any other endpoint the bucket is in the path', async () => {
  const sign = signer('hearth-uploads', {...DEPLOYED, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:4566'})
  expect((await sign('GET', KEY)).url).toMatch(`http://127.0.0.1:4566/hearth-uploads/${KEY}?`)
})
