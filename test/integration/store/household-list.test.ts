import {beforeAll, expect, test} from 'vitest'
import {runImport} from '../../../functions/imports/run-import.ts'
import {workOff} from '../../../functions/imports/work-off.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {loadSupply} from '../../../functions/store/households.ts'
import type {Table} from '../../../functions/store/table.ts'
import {NEW_LIST, OLD_LIST, seenBy} from '../../support/household-lists.ts'
import {A_MINUTE, AUTHORITY, importing} from '../../support/importing.ts'
import {Died, meeting} from '../../support/meeting.ts'
import {localClient, makeTable} from './tables.ts'

let table: Table
beforeAll(async () => {
  const client = localClient()
  table = dynamodbTable(client, await makeTable(client))
})

test('on DynamoDB too a list is seen whole or not at all, though its worker dies again and again', async () => {
  const at = importing({table})
  await at.load(2027, OLD_LIST)
  at.later(1)
  const before = await seenBy(at)
  const {id} = await at.request(2027, NEW_LIST)
  at.later(1)

  /** Dies when it has written enough, and is looked at all the while. */
  const dyingWhen = async (isEnough: (written: number) => boolean | Promise<boolean>) => {
    let written = 0
    const reads: Promise<readonly object[]>[] = []
    const dying = meeting(table, async (_, when, call) => {
      if (call !== 'transact') return
      if (when === 'before') reads.push(loadSupply(table, AUTHORITY))
      else if (await isEnough(++written)) throw new Died()
    })
    await expect(runImport({...at.workplace, table: dying}, AUTHORITY, id)).rejects.toThrow(Died)
    for (const supply of await Promise.all(reads)) expect([26, 28]).toContain(supply.length)
  }
  for (const enough of [3, 4, 5]) {
    await dyingWhen(written => written === enough)
    expect(await seenBy(at)).toEqual(before)
    at.later(A_MINUTE)
  }
  // At its end, before its events are recorded.
  await dyingWhen(async () => (await at.look(id)).state === 'loaded')
  const after = await seenBy(at)
  expect(after).not.toEqual(before)
  expect(await at.look(id)).toMatchObject({state: 'loaded', tries: 4, tables: [{loaded: 27, unchanged: 1}]})
  await workOff(at.workplace, AUTHORITY, null)
  expect(await seenBy(at)).toEqual(after)
  const items = await table.queryAll({pk: `${AUTHORITY}#households`})
  expect(items.filter(item => item['previous'] !== undefined)).toEqual([])
})
