import {isObject, type Json, type JsonObject} from './json.ts'

/** A refusal of DynamoDB, or of DynamoDB Streams. */
export class DynamoDbRefusal extends Error {
  override readonly name = 'DynamoDbRefusal'
  readonly kind: string

  constructor(kind: string, message: string) {
    super(message)
    this.kind = kind
  }
}

export type Call = (operation: string, input: JsonObject) => Promise<JsonObject>

/**
 * Calls DynamoDB Local in its own JSON, where the runtime acts for AWS itself. Stream records then have the very
 * shape in which Lambda hands them to a function, without the SDK's dates and byte arrays to turn back.
 */
export function dynamoDb(endpoint: string, service = 'DynamoDB_20120810'): Call {
  return async (operation, input) => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${service}.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=runtime/20250101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(input),
    })
    const output = (await answer.json()) as Json
    if (answer.ok && isObject(output)) return output
    const refusal = isObject(output) ? output : {}
    const kind = String(refusal['__type'] ?? answer.status).replace(/^.*#/, '')
    throw new DynamoDbRefusal(kind, String(refusal['message'] ?? refusal['Message'] ?? kind))
  }
}

export const STREAMS = 'DynamoDBStreams_20120810'
