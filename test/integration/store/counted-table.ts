import type {ConsumedCapacity} from '@aws-sdk/client-dynamodb'
import {DeleteCommand, type DynamoDBDocumentClient, PutCommand} from '@aws-sdk/lib-dynamodb'
import {bulkLoad} from '../../../functions/store/bulk-load.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import type {Item, Table, Write} from '../../../functions/store/table.ts'
import {localClient, makeTable} from './tables.ts'

/** Read and write request units that were taken. */
export interface Units {
  read: number
  written: number
}

export interface CountedTable {
  /** Whatever else it reads is counted too. */
  readonly client: DynamoDBDocumentClient
  readonly table: Table
  readonly taken: Units
  readonly load: (items: readonly Item[]) => Promise<void>
}

/** A table on DynamoDB Local that tells what every access takes. */
export async function countedTable(): Promise<CountedTable> {
  const [client, mirror] = [localClient(), localClient()]
  const [tableName, mirrorName] = [await makeTable(client), await makeTable(mirror)]
  const taken: Units = {read: 0, written: 0}
  countReads(client, taken)
  const real = dynamodbTable(client, tableName)
  const table: Table = {
    ...real,
    transact: async writes => {
      const done = await real.transact(writes)
      if (done.ok) for (const write of writes) taken.written += await costOf(write)
      return done
    },
  }

  /**
   * What a step of a transaction takes: twice what the same write takes alone, and what its index takes. It is
   * measured by writing alone to a second table, because DynamoDB Local rounds a transaction up as a whole where
   * DynamoDB rounds each of its items.
   */
  async function costOf({key, put, remove}: Write<unknown>): Promise<number> {
    // A step that only checks takes what writing the item that it checks would take.
    if (!put && !remove) return costOf({key, put: await real.get(key)} as Write<unknown>)
    const on = {TableName: mirrorName, ReturnConsumedCapacity: 'INDEXES'} as const
    const {ConsumedCapacity: told} = remove
      ? await mirror.send(new DeleteCommand({...on, Key: key}))
      : await mirror.send(new PutCommand({...on, Item: put}))
    const onIndex = Object.values(told?.GlobalSecondaryIndexes ?? {}).map(
      ({CapacityUnits = 0}) => CapacityUnits,
    )
    return 2 * told!.Table!.CapacityUnits! + onIndex.reduce((sum, units) => sum + units, 0)
  }

  return {
    client,
    table,
    taken,
    load: async items => {
      await bulkLoad(client, tableName, items)
      await bulkLoad(mirror, mirrorName, items)
    },
  }
}

/** Every read tells what it took. */
function countReads(client: DynamoDBDocumentClient, taken: Units): void {
  client.middlewareStack.add(
    (next, context) => async args => {
      if (String(context['commandName']).startsWith('TransactWrite')) return next(args)
      const answered = await next({...args, input: {...args.input, ReturnConsumedCapacity: 'TOTAL'}})
      const {ConsumedCapacity: told = []} = answered.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[]
      }
      taken.read += [told].flat().reduce((sum, {CapacityUnits = 0}) => sum + CapacityUnits, 0)
      return answered
    },
    {step: 'initialize', name: 'countUnits'},
  )
}
