import {expect, test} from 'vitest'
import {type SignedRequest, signatureOf} from '../../../local/signature.ts'

// The address that AWS publishes with its signature, in the Amazon S3 API Reference: "Authenticating Requests: Using
// Query Parameters".

const KEY = {secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1'}
const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
const host = 'examplebucket.s3.amazonaws.com'

const signed: SignedRequest = {
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

test('an address that AWS signed is genuine, until it expires a day later', () => {
  expect(signatureOf(signed, KEY)).toEqual({
    caller: 'AKIAIOSFODNN7EXAMPLE',
    genuine: true,
    expiresAt: Date.parse('2013-05-25T00:00:00Z'),
  })
})

test.each<[string, SignedRequest]>([
  ['method', {...signed, method: 'PUT'}],
  ['path', {...signed, path: '/test.tx'}],
  ['query', {...signed, query: new URLSearchParams([...signed.query, ['x', '']])}],
  ['host', {...signed, headers: {host: 'other.s3.amazonaws.com'}}],
])('it is not genuine with another %s', (_, request) => {
  expect(signatureOf(request, KEY)).toMatchObject({genuine: false})
})

test('nor with another secret, or in another region', () => {
  expect(signatureOf(signed, {...KEY, secret: 'local'})).toMatchObject({genuine: false})
  expect(signatureOf(signed, {...KEY, region: 'eu-west-2'})).toMatchObject({genuine: false})
})

test('an address without a signature has none', () => {
  expect(signatureOf({...signed, query: new URLSearchParams()}, KEY)).toBeNull()
})
