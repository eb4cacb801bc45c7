import fc from 'fast-check'
import {it} from 'vitest'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {anyOrder, PLACES} from '../../property/placement/commands.ts'
import {served} from '../../property/placement/served.ts'
import {localClient, makeTable} from '../store/tables.ts'

const client = localClient()
const table = dynamodbTable(client, await makeTable(client))
let authorities = 0

it('no place is held or filled twice, and no child is in two homes, over DynamoDB', async () => {
  await fc.assert(
    anyOrder(() => served(PLACES, {table, authorityId: `E09${String(++authorities).padStart(6, '0')}`}), 30),
    {numRuns: 20},
  )
})
