import {expect, test} from 'vitest'
import {
  changeChild,
  childItems,
  childrenOfSiblingGroup,
  createChild,
  listChildren,
  loadChild,
  loadChildren,
} from '../../../functions/store/children.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {aChild, BROMLEY, childId, LEWISHAM, siblingGroupId} from '../../support/matching.ts'
import {AT, commit, FIRST_PAGE, LATER, refusalOf} from './records.ts'

const group = siblingGroupId('family #1')
const amina = aChild({id: childId('amina'), siblingGroupId: group, religion: null})
const bilal = aChild({id: childId('bilal'), siblingGroupId: group})

test('a recorded child is read again as it was given, in its first version', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, amina, AT))
  expect(await loadChild(table, LEWISHAM, amina.id)).toEqual({
    value: amina,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
  })
})

test('what is not known of a child stays unknown, and is not turned into none', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, amina, AT))
  const {value} = (await loadChild(table, LEWISHAM, amina.id))!
  expect(value.religion).toBeNull()
  expect('languages' in value).toBe(false)
})

test('two children of an authority never share a reference, and two authorities may', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, amina, AT))
  const twin = {...bilal, reference: amina.reference}
  expect(await refusalOf(table, createChild(LEWISHAM, twin, AT))).toEqual({
    kind: 'reference-taken',
    record: 'child',
  })
  expect(await loadChild(table, LEWISHAM, twin.id)).toBeNull()
  expect(await refusalOf(table, createChild(BROMLEY, twin, AT))).toBeNull()
})

test('a changed child keeps when it was recorded, and a change to a stale version is refused', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, amina, AT))
  const before = (await loadChild(table, LEWISHAM, amina.id))!
  await commit(table, changeChild(LEWISHAM, before, {...amina, uasc: true}, LATER))
  expect(await loadChild(table, LEWISHAM, amina.id)).toEqual({
    value: {...amina, uasc: true},
    version: 2,
    createdAt: AT,
    updatedAt: LATER,
  })
  expect(await refusalOf(table, changeChild(LEWISHAM, before, amina, LATER))).toEqual({
    kind: 'version-conflict',
    record: 'child',
    current: 2,
  })
})

test('a changed reference is free for others, and the new one is not', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, amina, AT), createChild(LEWISHAM, bilal, AT))
  const before = (await loadChild(table, LEWISHAM, amina.id))!
  const taken = changeChild(LEWISHAM, before, {...amina, reference: bilal.reference}, LATER)
  expect(await refusalOf(table, taken)).toEqual({kind: 'reference-taken', record: 'child'})
  await commit(table, changeChild(LEWISHAM, before, {...amina, reference: 'corrected'}, LATER))
  const third = aChild({id: childId('third'), reference: amina.reference})
  expect(await refusalOf(table, createChild(LEWISHAM, third, AT))).toBeNull()
})

test('brothers and sisters are found by their group, until the group is corrected', async () => {
  const table = memoryTable()
  await commit(table, createChild(LEWISHAM, bilal, AT), createChild(LEWISHAM, amina, AT))
  const found = async () => (await childrenOfSiblingGroup(table, LEWISHAM, group)).map(({value}) => value.id)
  expect(await found()).toEqual(['amina', 'bilal'])
  expect(await childrenOfSiblingGroup(table, BROMLEY, group)).toEqual([])
  const before = (await loadChild(table, LEWISHAM, bilal.id))!
  await commit(table, changeChild(LEWISHAM, before, {...bilal, siblingGroupId: null}, LATER))
  expect(await found()).toEqual(['amina'])
})

test('children are listed page by page and loaded by id, of the own authority alone', async () => {
  const table = memoryTable()
  const all = ['a', 'b', 'c'].map(id => aChild({id: childId(id)}))
  await commit(table, ...all.map(child => createChild(LEWISHAM, child, AT)), createChild(BROMLEY, amina, AT))
  const first = await listChildren(table, LEWISHAM, {limit: 2, cursor: null})
  const second = await listChildren(table, LEWISHAM, {limit: 2, cursor: first.next})
  expect([...first.items, ...second.items].map(({value}) => value)).toEqual(all)
  expect(second.next).toBeNull()
  expect(await listChildren(table, LEWISHAM, FIRST_PAGE)).toMatchObject({items: [{}, {}, {}], next: null})
  const loaded = await loadChildren(table, LEWISHAM, [childId('c'), amina.id, childId('a')])
  expect(loaded.map(({value}) => value.id).toSorted()).toEqual(['a', 'c'])
})

test('a child loaded in bulk is stored just as one that was recorded', async () => {
  const writes = createChild(LEWISHAM, amina, AT)
  expect(writes.map(({put}) => put)).toEqual(childItems(LEWISHAM, amina, AT))
})
