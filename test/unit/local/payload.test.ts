import {describe, expect, test} from 'vitest'
import {eventOf, type Received, replyOf} from '../../../local/payload.ts'

const request = (more: Partial<Received> = {}): Received => ({
  requestId: '5f2b5bde-0000-4000-8000-000000000000',
  routeKey: 'POST /v1/children/{childId}',
  apiId: 'api',
  method: 'POST',
  url: '/v1/children/7?a=1&a=2&b=x%20y',
  protocol: 'HTTP/1.1',
  rawHeaders: [
    'Host',
    'hearth.example:3000',
    'X-One',
    'a',
    'x-one',
    'b',
    'Cookie',
    'k=v; l=w',
    'Content-Type',
    'application/json; charset=utf-8',
  ],
  sourceIp: '10.0.0.1',
  body: Buffer.from('{"é":1}'),
  pathParameters: {childId: '7'},
  claims: {sub: 'me', roles: ['placements-officer', 'analyst'], exp: 1795450541, scope: 'a b'},
  at: Date.UTC(2026, 10, 3, 4, 5, 6),
  ...more,
})

describe('a function is called with payload 2.0', () => {
  test('path, query and parameters', () => {
    const {rawPath, rawQueryString, queryStringParameters, pathParameters, version, routeKey} = eventOf(
      request(),
    )
    expect({rawPath, rawQueryString, queryStringParameters, pathParameters, version, routeKey}).toEqual({
      version: '2.0',
      routeKey: 'POST /v1/children/{childId}',
      rawPath: '/v1/children/7',
      rawQueryString: 'a=1&a=2&b=x%20y',
      queryStringParameters: {a: '1,2', b: 'x y'},
      pathParameters: {childId: '7'},
    })
  })

  test('headers in lower case, doubles joined, cookies apart', () => {
    const {headers, cookies} = eventOf(request())
    expect(headers).toMatchObject({
      host: 'hearth.example:3000',
      'x-one': 'a,b',
      'x-forwarded-for': '10.0.0.1',
    })
    expect(headers).not.toHaveProperty('cookie')
    expect(cookies).toEqual(['k=v', 'l=w'])
  })

  test('claims as text, a list of them in brackets', () => {
    expect(eventOf(request())['requestContext']).toMatchObject({
      authorizer: {
        jwt: {
          claims: {sub: 'me', roles: '[placements-officer analyst]', exp: '1795450541', scope: 'a b'},
          scopes: null,
        },
      },
      http: {
        method: 'POST',
        path: '/v1/children/7',
        protocol: 'HTTP/1.1',
        sourceIp: '10.0.0.1',
        userAgent: '',
      },
      domainName: 'hearth.example',
      domainPrefix: 'hearth',
      stage: '$default',
      time: '03/Nov/2026:04:05:06 +0000',
    })
  })

  test('what is not there is left out', () => {
    const event = eventOf(
      request({url: '/docs', rawHeaders: [], body: Buffer.alloc(0), pathParameters: {}, claims: null}),
    )
    for (const name of ['queryStringParameters', 'pathParameters', 'cookies', 'body'])
      expect(event).not.toHaveProperty(name)
    expect(event).toMatchObject({rawQueryString: '', isBase64Encoded: false})
    expect(event['requestContext']).not.toHaveProperty('authorizer')
  })

  test.each<[string, boolean]>([
    ['application/json', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
  ])('a body of %s is in base64: %s', (type, base64) => {
    const event = eventOf(request({rawHeaders: ['content-type', type], body: Buffer.from('é')}))
    expect([event['body'], event['isBase64Encoded']]).toEqual([base64 ? 'w6k=' : 'é', base64])
  })

  test('a body without a type comes in base64', () => {
    expect(eventOf(request({rawHeaders: []}))['isBase64Encoded']).toBe(true)
  })
})

describe('a function answers', () => {
  const text = (answer: Parameters<typeof replyOf>[0]) => {
    const reply = replyOf(answer)
    return reply && {...reply, body: reply.body.toString()}
  }

  test('with status, headers, cookies and body', () => {
    expect(
      text({statusCode: 201, headers: {Location: '/x', 'Content-Type': 'a/b'}, cookies: ['k=v'], body: 'ok'}),
    ).toEqual({
      status: 201,
      headers: {location: '/x', 'content-type': 'a/b', 'set-cookie': ['k=v']},
      body: 'ok',
    })
  })

  test('with bytes', () => {
    expect(text({statusCode: 200, body: 'w6k=', isBase64Encoded: true})).toMatchObject({body: 'é'})
  })

  test('with a bare value, which becomes JSON', () => {
    expect(text({hello: 1})).toEqual({
      status: 200,
      headers: {'content-type': 'application/json'},
      body: '{"hello":1}',
    })
  })

  test.each([
    {statusCode: 'soon'},
    {statusCode: 99},
    {statusCode: 200, body: {}},
    {statusCode: 200, headers: []},
    {statusCode: 200, cookies: 'k=v'},
  ])('with what AWS cannot read: %j', answer => {
    expect(replyOf(answer)).toBeNull()
  })
})
