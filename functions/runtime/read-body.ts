import type {APIGatewayProxyEventV2} from 'aws-lambda'
import {ok, type Result, refuse} from '../../domain/result.ts'
import type {Refusal} from './refusal.ts'

/** 128 KiB: ten times the fullest record, and a record and its answer fit a DynamoDB item (400 KB). */
export const MOST_BYTES = 131_072
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** The body as JSON. No body reads as an empty object, so that what is missing is named. */
export function readBody(event: APIGatewayProxyEventV2, mostBytes = MOST_BYTES): Result<unknown, Refusal> {
  if (!event.body) return ok({})
  if (!JSON_TYPE.test(event.headers['content-type'] ?? '')) return refuse({kind: 'unsupported-media-type'})
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > mostBytes) return refuse({kind: 'too-large'})
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)))
  } catch {
    return refuse({kind: 'unreadable'})
  }
}
