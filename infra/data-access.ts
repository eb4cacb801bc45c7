import type {NodejsFunction} from 'aws-cdk-lib/aws-lambda-nodejs'
import {type DataStack, RELATED_INDEX} from './data-stack.ts'
import {allow} from './service-function.ts'

/** What the store of one function asks of DynamoDB. IAM checks each step of a transaction as its own action. */
export interface DataAccess {
  readonly items: readonly ('GetItem' | 'BatchGetItem' | 'PutItem' | 'DeleteItem' | 'ConditionCheckItem')[]
  /** Whether it queries the index beside the table. */
  readonly index: boolean
}

const WRITING = ['Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo']

/** Lets a function keep records and enter who did. */
export function letKeep(to: NodejsFunction, data: DataStack, access: DataAccess): void {
  const {table, key} = data
  const index = access.index ? [`${table.tableArn}/index/${RELATED_INDEX}`] : []
  allow(
    to,
    access.items.map(action => `dynamodb:${action}`),
    table.tableArn,
  )
  allow(to, ['dynamodb:Query'], [table.tableArn, ...index])
  letEnter(to, data)
  letUseKey(to, key.keyArn, WRITING)
}

/** The same, and look postcodes up. */
export function letKeepRecords(to: NodejsFunction, data: DataStack, access: DataAccess): void {
  letKeep(to, data, access)
  allow(to, ['dynamodb:BatchGetItem'], data.gazetteer.tableArn)
}

/** Lets a function put many items at once, where nobody sees them yet. */
export function letImport(to: NodejsFunction, {table}: DataStack): void {
  allow(to, ['dynamodb:BatchWriteItem'], table.tableArn)
}

/** Lets a function tell of what is due: it reads records, and changes those that it tells of. */
export function letTellOfDue(to: NodejsFunction, {table, key}: DataStack): void {
  allow(to, ['dynamodb:GetItem', 'dynamodb:PutItem'], table.tableArn)
  allow(to, ['dynamodb:Query'], [table.tableArn, `${table.tableArn}/index/${RELATED_INDEX}`])
  letUseKey(to, key.keyArn, WRITING)
}

/** Lets a function open cases of the panel: it reads records, and changes the cases. */
export function letOpenCases(to: NodejsFunction, {table, key}: DataStack): void {
  allow(to, ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table.tableArn)
  letUseKey(to, key.keyArn, WRITING)
}

/** Lets a function count: it reads records and postcodes, and shows nobody any. */
export function letCount(to: NodejsFunction, {table, gazetteer, key}: DataStack): void {
  // It registers the authority, and notes what has moved and when it counted.
  const actions = ['GetItem', 'Query', 'PutItem', 'BatchWriteItem']
  allow(
    to,
    actions.map(action => `dynamodb:${action}`),
    table.tableArn,
  )
  allow(to, ['dynamodb:BatchGetItem'], gazetteer.tableArn)
  letUseKey(to, key.keyArn, WRITING)
}

/** Lets a function enter who read and wrote what: it adds entries, and looks for the newest chain. */
export function letEnter(to: NodejsFunction, {audit}: DataStack): void {
  allow(to, ['dynamodb:PutItem', 'dynamodb:Query'], audit.tableArn)
}

/** Lets a function show the audit, and reach no record. */
export function letShowAudit(to: NodejsFunction, data: DataStack): void {
  letEnter(to, data)
  allow(to, ['dynamodb:BatchGetItem'], data.audit.tableArn)
  letUseKey(to, data.key.keyArn, WRITING)
}

/** Lets a function read the stream of what is written. */
export function letReadStream(to: NodejsFunction, {table, key}: DataStack): void {
  const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  allow(
    to,
    actions.map(action => `dynamodb:${action}`),
    table.tableStreamArn!,
  )
  letUseKey(to, key.keyArn, [])
}

/** Whoever calls an encrypted table must be allowed to use its key; we allow that through DynamoDB only. */
function letUseKey(to: NodejsFunction, keyArn: string, writing: readonly string[]): void {
  const actions = ['Decrypt', 'DescribeKey', ...writing]
  allow(
    to,
    actions.map(action => `kms:${action}`),
    keyArn,
    {
      StringEquals: {'kms:ViaService': `dynamodb.${to.stack.region}.amazonaws.com`},
    },
  )
}
