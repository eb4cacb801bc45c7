import {setTimeout} from 'node:timers/promises'
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import {batchGet} from './batch-get.ts'
import {bulkLoad} from './bulk-load.ts'
import {type CursorScope, decodeCursor, encodeCursor, queryScope, relatedScope} from './cursor.ts'
import type {Item, Key, Page, PageRequest, Query, Table} from './table.ts'
import {type TableNames, transact, type Wait} from './transact.ts'

const INDEX = 'related'

/**
 * The table on DynamoDB. Reads of the table itself are consistent; the index follows within moments. Of two tables
 * the one of records is read, and a transaction may write both; a table alone takes whatever is written.
 */
export function dynamodbTable(
  client: DynamoDBDocumentClient,
  tables: string | TableNames,
  wait: Wait = setTimeout,
): Table {
  const names = typeof tables === 'string' ? {records: tables, audit: tables} : tables
  const tableName = names.records
  const inPartition = ({pk, skPrefix, descending}: Query): QueryCommandInput => ({
    TableName: tableName,
    ConsistentRead: true,
    ScanIndexForward: !descending,
    KeyConditionExpression: skPrefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
    ExpressionAttributeValues: {':pk': pk, ...(skPrefix && {':prefix': skPrefix})},
  })
  const underRelation = (relatedTo: string): QueryCommandInput => ({
    TableName: tableName,
    IndexName: INDEX,
    KeyConditionExpression: 'relatedTo = :relatedTo',
    ExpressionAttributeValues: {':relatedTo': relatedTo},
  })
  return {
    get: async key => {
      const {Item: item} = await client.send(
        new GetCommand({TableName: tableName, Key: keyOf(key), ConsistentRead: true}),
      )
      return (item as Item | undefined) ?? null
    },
    getMany: async wanted => {
      const keys = [...new Map(wanted.map(key => [JSON.stringify([key.pk, key.sk]), keyOf(key)])).values()]
      return batchGet<Item>(client, {tableName, keys, consistent: true}, wait)
    },
    query: (query, page) =>
      pageOf(client, inPartition(query), page, {
        scope: queryScope(query),
        position: item => [item.sk],
        keyAt: ([sk]) => ({pk: query.pk, sk}),
      }),
    queryAll: query => allOf(client, inPartition(query)),
    related: (relatedTo, page) =>
      pageOf(client, underRelation(relatedTo), page, {
        scope: relatedScope(relatedTo),
        position: item => [item.relatedAt!, item.pk, item.sk],
        keyAt: ([relatedAt, pk, sk]) => ({relatedTo, relatedAt, pk, sk}),
      }),
    relatedAll: relatedTo => allOf(client, underRelation(relatedTo)),
    transact: writes => transact(client, names, writes, wait),
    putUnseen: items => bulkLoad(client, tableName, items, () => {}, wait),
  }
}

const keyOf = ({pk, sk}: Key): Key => ({pk, sk})

interface Paging {
  readonly scope: CursorScope
  readonly position: (item: Item) => string[]
  readonly keyAt: (position: readonly string[]) => Record<string, string | undefined>
}

/** Reads one item more than asked for, so that the last page knows that it is the last. */
async function pageOf(
  client: DynamoDBDocumentClient,
  command: QueryCommandInput,
  page: PageRequest,
  at: Paging,
): Promise<Page<Item>> {
  const start = page.cursor === null ? undefined : at.keyAt(decodeCursor(at.scope, page.cursor))
  const items = await readUpTo(client, {...command, ExclusiveStartKey: start}, page.limit + 1)
  const shown = items.slice(0, page.limit)
  return {
    items: shown,
    next: items.length > shown.length ? encodeCursor(at.scope, at.position(shown.at(-1)!)) : null,
  }
}

const allOf = (client: DynamoDBDocumentClient, command: QueryCommandInput) =>
  readUpTo(client, command, Number.POSITIVE_INFINITY)

/** DynamoDB ends an answer at 1 MB; the next begins where it ended. */
async function readUpTo(
  client: DynamoDBDocumentClient,
  command: QueryCommandInput,
  most: number,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let from = command.ExclusiveStartKey
  do {
    const limit = Number.isFinite(most) ? {Limit: most - items.length} : {}
    const answer = await client.send(new QueryCommand({...command, ...limit, ExclusiveStartKey: from}))
    items.push(...((answer.Items ?? []) as Item[]))
    from = answer.LastEvaluatedKey
  } while (from && items.length < most)
  return items
}
