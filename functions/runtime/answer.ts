import type {APIGatewayProxyStructuredResultV2} from 'aws-lambda'
import type {Problem} from '../http/schemas/problem.ts'
import type {Answer} from '../store/idempotency.ts'

/** Nothing here may be kept by a proxy or a browser, framed, or taken for anything but what it says it is. */
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

export const etagOf = (version: number): string => `"${version}"`

export const problemAnswer = (problem: Problem): Answer => ({
  status: problem.status,
  headers: {
    'content-type': 'application/problem+json',
    ...(problem.status === 503 && {'retry-after': '1'}),
    ...(problem.currentVersion !== undefined && {etag: etagOf(problem.currentVersion)}),
  },
  body: JSON.stringify(problem),
})

export const toGateway = ({status, headers, body}: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {...ALWAYS, ...headers},
  body,
})
