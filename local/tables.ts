import {CannotStart} from './cannot-start.ts'
import {type Call, DynamoDbRefusal} from './dynamodb.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'
import type {Assembly, Resource} from './template.ts'

export const tablesOf = (assembly: Assembly): readonly Resource[] =>
  assembly.of('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table')

/** Makes the template's tables with their indexes, streams and expiry; those that stand must be as it says. */
export async function makeTables(call: Call, assembly: Assembly): Promise<void> {
  await Promise.all(tablesOf(assembly).map(table => makeTable(call, table)))
}

async function makeTable(call: Call, table: Resource): Promise<void> {
  const standing = await describe(call, table.name)
  if (standing) checkShape(table, standing)
  else await createTable(call, table)
  const expiry = table.properties['TimeToLiveSpecification']
  if (expiry && !(await expires(call, table.name)))
    await call('UpdateTimeToLive', {TableName: table.name, TimeToLiveSpecification: expiry})
}

async function createTable(call: Call, {name, properties}: Resource): Promise<void> {
  const {AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification} = properties
  await call('CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: AttributeDefinitions ?? [],
    KeySchema: KeySchema ?? [],
    ...(GlobalSecondaryIndexes && {GlobalSecondaryIndexes}),
    ...(isObject(StreamSpecification) && {
      StreamSpecification: {StreamEnabled: true, ...StreamSpecification},
    }),
  })
}

async function expires(call: Call, name: string): Promise<boolean> {
  const {TimeToLiveDescription} = await call('DescribeTimeToLive', {TableName: name})
  return isObject(TimeToLiveDescription) && TimeToLiveDescription['TimeToLiveStatus'] === 'ENABLED'
}

async function describe(call: Call, name: string): Promise<JsonObject | null> {
  try {
    const {Table} = await call('DescribeTable', {TableName: name})
    return isObject(Table) ? Table : null
  } catch (error) {
    if (error instanceof DynamoDbRefusal && error.kind === 'ResourceNotFoundException') return null
    throw error
  }
}

function checkShape(table: Resource, standing: JsonObject): void {
  if (JSON.stringify(shape(table.properties)) === JSON.stringify(shape(standing))) return
  throw new CannotStart(
    `The table ${table.name} was made with other keys, indexes or stream than the template has now. Start with --fresh to make it anew; its data is lost.`,
  )
}

const shape = (table: JsonObject): Json => ({
  keys: keys(table),
  indexes: list(table['GlobalSecondaryIndexes'])
    .filter(isObject)
    .map(index => [index['IndexName'] ?? null, keys(index), projection(index)])
    .sort(),
  stream: isObject(table['StreamSpecification'])
    ? (table['StreamSpecification']['StreamViewType'] ?? null)
    : null,
})

const keys = (source: JsonObject): Json =>
  list(source['KeySchema'])
    .filter(isObject)
    .map(key => [key['AttributeName'] ?? null, key['KeyType'] ?? null])

const projection = (index: JsonObject): Json =>
  isObject(index['Projection']) ? (index['Projection']['ProjectionType'] ?? null) : null

/** The name that DynamoDB Local gave to a table's stream. */
export async function streamName(call: Call, table: string): Promise<string> {
  const stream = (await describe(call, table))?.['LatestStreamArn']
  if (typeof stream !== 'string') throw new CannotStart(`The table ${table} has no stream to read.`)
  return stream
}
