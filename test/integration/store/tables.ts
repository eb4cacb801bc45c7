import {randomUUID} from 'node:crypto'
import {CreateTableCommand, type DynamoDBClientConfig} from '@aws-sdk/client-dynamodb'
import type {DynamoDBDocumentClient} from '@aws-sdk/lib-dynamodb'
import {inject} from 'vitest'
import {documentClient} from '../../../functions/store/client.ts'

export const clientAt = (endpoint: string, config: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  documentClient({
    endpoint,
    region: 'eu-west-2',
    credentials: {accessKeyId: 'tests', secretAccessKey: 'tests'},
    ...config,
  })

export const localClient = () => clientAt(inject('dynamodb'))

/** A table of the deployed shape with a name of its own; gives the name. */
export async function makeTable(client: DynamoDBDocumentClient): Promise<string> {
  const TableName = `store-${randomUUID()}`
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        {AttributeName: 'pk', KeyType: 'HASH'},
        {AttributeName: 'sk', KeyType: 'RANGE'},
      ],
      AttributeDefinitions: ['pk', 'sk', 'relatedTo', 'relatedAt'].map(AttributeName => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'related',
          KeySchema: [
            {AttributeName: 'relatedTo', KeyType: 'HASH'},
            {AttributeName: 'relatedAt', KeyType: 'RANGE'},
          ],
          Projection: {ProjectionType: 'ALL'},
        },
      ],
    }),
  )
  return TableName
}

export async function makeGazetteer(client: DynamoDBDocumentClient): Promise<string> {
  const TableName = `gazetteer-${randomUUID()}`
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{AttributeName: 'pk', KeyType: 'HASH'}],
      AttributeDefinitions: [{AttributeName: 'pk', AttributeType: 'S'}],
    }),
  )
  return TableName
}
