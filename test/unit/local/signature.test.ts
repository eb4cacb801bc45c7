import {expect, test} from 'vitest'
import {type SignedRequest, signatureOf} from '../../../local/signature.ts'

// The requests that AWS publishes with their signatures, in the Amazon S3 API Reference: "Authenticating Requests:
// Using Query Parameters" and "Signature Calculations for the Authorization Header".

const KEY = {secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1'}
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
const host = 'examplebucket.s3.amazonaws.com'

const inQuery: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query: new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': CREDENTIAL,
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '86400',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  }),
  headers: {host},
}

const inHeaders: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query: new URLSearchParams(),
  headers: {
    host,
    range: 'bytes=0-9',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  },
}

test('an address that AWS signed is genuine, until it expires a day later', () => {
  expect(signatureOf(inQuery, KEY)).toEqual({
    caller: 'AKIAIOSFODNN7EXAMPLE',
    genuine: true,
    expiresAt: Date.parse('2013-05-25T00:00:00Z'),
    payloadHash: 'UNSIGNED-PAYLOAD',
  })
})

test('a request with headers that AWS signed is genuine, for a quarter of an hour', () => {
  expect(signatureOf(inHeaders, KEY)).toEqual({
    caller: 'AKIAIOSFODNN7EXAMPLE',
    genuine: true,
    expiresAt: Date.parse('2013-05-24T00:15:00Z'),
    payloadHash: EMPTY,
  })
})

test.each<[string, SignedRequest]>([
  ['method', {...inQuery, method: 'PUT'}],
  ['path', {...inQuery, path: '/test.tx'}],
  ['query', {...inQuery, query: new URLSearchParams([...inQuery.query, ['x', '']])}],
  ['signed header', {...inHeaders, headers: {...inHeaders.headers, range: 'bytes=0-8'}}],
])('neither is genuine with another %s', (_, request) => {
  expect(signatureOf(request, KEY)).toMatchObject({genuine: false})
})

test('nor with another secret, or in another region', () => {
  expect(signatureOf(inQuery, {...KEY, secret: 'local'})).toMatchObject({genuine: false})
  expect(signatureOf(inQuery, {...KEY, region: 'eu-west-2'})).toMatchObject({genuine: false})
})

test('a request without a signature has none', () => {
  expect(signatureOf({...inHeaders, headers: {host}}, KEY)).toBeNull()
})
