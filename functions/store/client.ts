import {DynamoDBClient, type DynamoDBClientConfig} from '@aws-sdk/client-dynamodb'
import {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'

/**
 * Built once a process. A request that has no answer within 5 s is given up and tried again (a write under the
 * same token), so that a lost reply costs seconds and not the function's whole time.
 */
export const documentClient = (config: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 4,
      requestHandler: {connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true},
      ...config,
    }),
    {marshallOptions: {removeUndefinedValues: true}},
  )
