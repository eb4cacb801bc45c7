import {expect, test} from 'vitest'
import {changeCalendar, loadCalendar} from '../../../functions/store/calendars.ts'
import {
  changeHousehold,
  createHousehold,
  householdItems,
  listHouseholds,
  loadHousehold,
  loadSupply,
} from '../../../functions/store/households.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {EVENT, storedIn} from '../../../functions/store/stored.ts'
import {aHousehold, BROMLEY, householdId, LEWISHAM, placementsOf} from '../../support/matching.ts'
import {AT, commit, FIRST_PAGE, LATER, refusalOf} from './records.ts'

const homes = ['a', 'b', 'c'].map(id => aHousehold({id: householdId(id)}))
const [home] = homes as [(typeof homes)[0]]

test('a recorded household begins with an empty calendar', async () => {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  expect(await loadHousehold(table, LEWISHAM, home.id)).toEqual({
    value: home,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
  })
  expect(await loadCalendar(table, LEWISHAM, home.id)).toMatchObject({value: [], version: 1})
  expect(await loadHousehold(table, BROMLEY, home.id)).toBeNull()
})

test('all supply is read with each household beside its own calendar', async () => {
  const table = memoryTable()
  await commit(table, ...homes.map(each => createHousehold(LEWISHAM, each, AT)))
  const before = (await loadCalendar(table, LEWISHAM, householdId('b')))!
  const taken = placementsOf({}, {})
  await commit(table, changeCalendar(LEWISHAM, householdId('b'), before, taken, LATER))
  expect(await loadSupply(table, LEWISHAM)).toEqual(
    homes.map(household => ({household, calendar: household.id === 'b' ? taken : []})),
  )
  expect(await loadSupply(table, BROMLEY)).toEqual([])
})

test('a household whose calendar is missing is a fault, never a home with every place free', async () => {
  const table = memoryTable()
  const [record] = createHousehold(LEWISHAM, home, AT)
  await commit(table, [record!])
  await expect(loadSupply(table, LEWISHAM)).rejects.toThrow('calendar')
})

test('of two who change the same calendar the second is to decide again', async () => {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  const before = (await loadCalendar(table, LEWISHAM, home.id))!
  const change = () => changeCalendar(LEWISHAM, home.id, before, placementsOf({}), LATER)
  expect(await refusalOf(table, change())).toBeNull()
  expect(await refusalOf(table, change())).toEqual({kind: 'moved'})
})

test('households are listed without their calendars, page by page', async () => {
  const table = memoryTable()
  await commit(table, ...homes.map(each => createHousehold(LEWISHAM, each, AT)))
  const first = await listHouseholds(table, LEWISHAM, {limit: 2, cursor: null})
  expect(first.items.map(({value}) => value.id)).toEqual(['a', 'b'])
  const second = await listHouseholds(table, LEWISHAM, {limit: 2, cursor: first.next})
  expect(second.items.map(({value}) => value.id)).toEqual(['c'])
  expect(second.next).toBeNull()
  expect((await listHouseholds(table, BROMLEY, FIRST_PAGE)).items).toEqual([])
})

test('no two households of an authority share a reference, also after a change', async () => {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  const other = aHousehold({id: householdId('other'), reference: home.reference})
  const taken = {kind: 'reference-taken', record: 'household'}
  expect(await refusalOf(table, createHousehold(LEWISHAM, other, AT))).toEqual(taken)
  await commit(table, createHousehold(LEWISHAM, {...other, reference: 'free'}, AT))
  const before = (await loadHousehold(table, LEWISHAM, other.id))!
  expect(await refusalOf(table, changeHousehold(LEWISHAM, before, other, LATER))).toEqual(taken)
})

test('recording a household and changing it each leave one event, in the order of its versions', async () => {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  const before = (await loadHousehold(table, LEWISHAM, home.id))!
  await commit(table, changeHousehold(LEWISHAM, before, {...home, smoking: false}, LATER))
  const events = await table.queryAll({pk: `${LEWISHAM}#events#household#${home.id}`})
  expect(events.map(item => storedIn(EVENT, item).value)).toMatchObject([
    {type: 'hearth.household-changed.v1', time: AT, data: {householdId: home.id, householdVersion: 1}},
    {type: 'hearth.household-changed.v1', time: LATER, data: {householdId: home.id, householdVersion: 2}},
  ])
})

test('a refused change leaves no event', async () => {
  const table = memoryTable()
  await commit(table, createHousehold(LEWISHAM, home, AT))
  const stale = {...(await loadHousehold(table, LEWISHAM, home.id))!, version: 7}
  expect(await refusalOf(table, changeHousehold(LEWISHAM, stale, home, LATER))).toMatchObject({current: 1})
  expect(await table.queryAll({pk: `${LEWISHAM}#events#household#${home.id}`})).toHaveLength(1)
})

test('a household loaded in bulk is stored just as one that was recorded', () => {
  const puts = createHousehold(LEWISHAM, home, AT).map(({put}) => put!)
  const loaded = householdItems(LEWISHAM, {household: home, calendar: []}, AT)
  expect(puts.filter(({type}) => type !== EVENT)).toEqual(expect.arrayContaining([...loaded]))
  expect(loaded).toHaveLength(3)
})
