import {DynamoDBClient, ListTablesCommand} from '@aws-sdk/client-dynamodb'
import {expect, inject, test} from 'vitest'

test('the database of the test run answers', async () => {
  const client = new DynamoDBClient({
    endpoint: inject('dynamodb'),
    region: 'eu-west-2',
    credentials: {accessKeyId: 'test', secretAccessKey: 'test'},
  })
  const {TableNames} = await client.send(new ListTablesCommand({}))
  expect(TableNames).toBeInstanceOf(Array)
})
