import {expect, test} from 'vitest'
import {
  keepHouseholdLists,
  listsOrNone,
  loadHouseholdLists,
} from '../../../functions/store/household-lists.ts'
import {
  changeHousehold,
  createHousehold,
  listHouseholds,
  loadHousehold,
  loadSupply,
} from '../../../functions/store/households.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {stagedHouseholds, stageHousehold, tellHousehold} from '../../../functions/store/staged-households.ts'
import type {Table} from '../../../functions/store/table.ts'
import {aHousehold, householdId, LEWISHAM} from '../../support/matching.ts'
import {AT, commit, FIRST_PAGE, LATER} from './records.ts'

const [home, other] = ['a', 'b'].map(id => aHousehold({id: householdId(id)})) as [
  ReturnType<typeof aHousehold>,
  ReturnType<typeof aHousehold>,
]
const listed = {...home, bedrooms: []}

/** A household of which list 1 has a version ready, and one that it has as new. */
async function staged(): Promise<Table> {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  const before = (await loadHousehold(table, LEWISHAM, home.id))!
  await commit(
    table,
    [keepHouseholdLists(LEWISHAM, null, {...listsOrNone(null), begun: 1}, AT)],
    stageHousehold(LEWISHAM, before, listed, 1, LATER),
    stageHousehold(LEWISHAM, null, other, 1, LATER),
  )
  return table
}

async function applied(table: Table): Promise<void> {
  const lists = (await loadHouseholdLists(table, LEWISHAM))!
  const after = {...lists.value, applied: [1], untold: 1}
  await commit(table, [keepHouseholdLists(LEWISHAM, lists, after, LATER)])
}

test('what a list has ready is seen by nobody before it is applied, and then by everybody', async () => {
  const table = await staged()
  const versions = async () =>
    (await listHouseholds(table, LEWISHAM, FIRST_PAGE)).items.map(each => each.version)
  expect(await loadHousehold(table, LEWISHAM, home.id)).toMatchObject({
    value: home,
    version: 1,
    updatedAt: AT,
  })
  expect(await loadHousehold(table, LEWISHAM, other.id)).toBeNull()
  expect((await loadSupply(table, LEWISHAM)).map(({household}) => household)).toEqual([home])
  expect(await versions()).toEqual([1])
  await applied(table)
  expect(await loadHousehold(table, LEWISHAM, home.id)).toMatchObject({value: listed, version: 2})
  expect(await loadHousehold(table, LEWISHAM, other.id)).toMatchObject({value: other, version: 1})
  expect((await loadSupply(table, LEWISHAM)).map(({household}) => household)).toEqual([listed, other])
  expect(await versions()).toEqual([2, 1])
})

test('whoever read too early which lists count reads again, though somebody has changed the households since', async () => {
  const table = await staged()
  const early = (await loadHouseholdLists(table, LEWISHAM))!
  await applied(table)
  const {staged: items} = await stagedHouseholds(table, LEWISHAM)
  await commit(table, ...items.map(item => tellHousehold(LEWISHAM, item, LATER)))
  for (const {id} of [home, other]) {
    const before = (await loadHousehold(table, LEWISHAM, id))!
    await commit(table, changeHousehold(LEWISHAM, before, {...before.value, smoking: false}, LATER))
  }
  let reads = 0
  const slow: Table = {
    ...table,
    queryAll: async query => {
      const found = await table.queryAll(query)
      const isEarly = ++reads === 1
      return found.map(item =>
        isEarly && item.type === 'household-lists' ? {...item, value: JSON.stringify(early.value)} : item,
      )
    },
  }
  expect((await loadSupply(slow, LEWISHAM)).map(({household}) => household.smoking)).toEqual([false, false])
  expect(reads).toBe(2)
})
