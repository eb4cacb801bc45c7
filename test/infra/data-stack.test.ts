import {describe, expect, test} from 'vitest'
import {data, dataStack, type Json, properties, service} from './templates.ts'

const TABLE = 'AWS::DynamoDB::GlobalTable'
const kept = [
  ...Object.entries(data.findResources(TABLE)),
  ...Object.entries(data.findResources('AWS::KMS::Key')),
]
const tables = properties(data, TABLE)

describe('what must never be lost', () => {
  test.each(kept)('%s stays when the stack goes', (_, resource) => {
    expect(resource).toMatchObject({DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain'})
  })

  test('the stack itself refuses to be deleted', () => {
    expect(dataStack.terminationProtection).toBe(true)
  })

  test('nothing is renamed by accident, for a new name is a new and empty table', () => {
    expect(kept.map(([id]) => id).sort()).toEqual(['AuditTable', 'DataKey', 'GazetteerTable', 'HearthTable'])
  })

  test.each(tables)('%s can be restored to any second, and cannot be deleted', (_, table) => {
    expect(table.Replicas).toHaveLength(1)
    expect(table.Replicas[0]).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true},
    })
  })

  test.each(tables)("%s is encrypted with the authority's own key", (_, table) => {
    expect(table.SSESpecification).toEqual({SSEEnabled: true, SSEType: 'KMS'})
    expect(table.Replicas[0].SSESpecification.KMSMasterKeyId).toEqual({'Fn::GetAtt': ['DataKey', 'Arn']})
  })

  test('the key is replaced each year', () => {
    data.hasResourceProperties('AWS::KMS::Key', {EnableKeyRotation: true})
  })

  test.each(tables)('%s stays in the region of the stack, and is paid for by use', (_, table) => {
    expect(table.Replicas[0].Region).toBe('eu-west-2')
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
  })
})

describe('the table of records', () => {
  test('has the keys, the one sparse index, the expiry and the stream that the store is written for', () => {
    data.hasResourceProperties(TABLE, {
      KeySchema: [
        {AttributeName: 'pk', KeyType: 'HASH'},
        {AttributeName: 'sk', KeyType: 'RANGE'},
      ],
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
      TimeToLiveSpecification: {AttributeName: 'expiresAt', Enabled: true},
      StreamSpecification: {StreamViewType: 'NEW_IMAGE'},
    })
  })
})

describe('the table of the audit', () => {
  const [[, audit]] = tables.filter(([id]) => id === 'AuditTable') as [[string, Json]]

  test('lets nobody change or delete an entry, whatever their role allows', () => {
    const {Statement} = audit.Replicas[0].ResourcePolicy.PolicyDocument
    expect(Statement).toMatchObject([{Effect: 'Deny', Principal: {AWS: '*'}, Resource: '*'}])
    expect(Statement[0].Action).toEqual(
      expect.arrayContaining(['dynamodb:DeleteItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem']),
    )
  })

  test('never lets an entry expire', () => {
    expect(audit).not.toHaveProperty('TimeToLiveSpecification')
  })

  test('lets functions add and look, and no more', () => {
    const granted = properties(service, 'AWS::IAM::Policy')
      .flatMap(([, policy]) => policy.PolicyDocument.Statement)
      .filter(({Resource}) => JSON.stringify(Resource).includes('AuditTable'))
      .flatMap(({Action}) => Action)
    const may = ['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:BatchGetItem']
    expect(new Set(granted)).toEqual(new Set(may))
  })
})
