import {expect, test} from 'vitest'
import type {ReferralId} from '../../../domain/ids.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {
  changeReferral,
  listReferrals,
  loadReferral,
  openReferral,
  openReferrals,
  referralItems,
} from '../../../functions/store/referrals.ts'
import {EVENT} from '../../../functions/store/stored.ts'
import {aReferral, BROMLEY, childId, LEWISHAM} from '../../support/matching.ts'
import {AT, commit, FIRST_PAGE, LATER, refusalOf} from './records.ts'

const referral = (id: string, children: readonly string[], neededFrom = '2026-12-01') =>
  aReferral({id: id as ReferralId, children: children.map(childId), neededFrom})
const opening = (each: ReturnType<typeof referral>) => openReferral(LEWISHAM, each, AT, 'officer-1')
const r1 = referral('r1', ['amina', 'bilal'])

test('an opened referral says that it is open and who opened it', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  expect(await loadReferral(table, LEWISHAM, r1.id)).toEqual({
    value: {...r1, status: 'open', openedBy: 'officer-1'},
    version: 1,
    createdAt: AT,
    updatedAt: AT,
  })
  expect(await loadReferral(table, BROMLEY, r1.id)).toBeNull()
})

test('open referrals come by the day on which a home is needed, whichever was opened first', async () => {
  const table = memoryTable()
  const days = {late: '2027-03-01', tonight: '2026-11-23', soon: '2026-12-05'}
  for (const [id, day] of Object.entries(days))
    await commit(table, opening(referral(id, [`child of ${id}`], day)))
  const ids = (await openReferrals(table, LEWISHAM)).map(({value}) => value.id)
  expect(ids).toEqual(['tonight', 'soon', 'late'])
  const {items} = await listReferrals(table, LEWISHAM, {status: 'open'}, FIRST_PAGE)
  expect(items.map(({value}) => value.id)).toEqual(ids)
  expect(await openReferrals(table, BROMLEY)).toEqual([])
})

test('a withdrawn referral leaves the open ones, and is still among all', async () => {
  const table = memoryTable()
  await commit(table, opening(r1), opening(referral('r2', ['chidi'])))
  const before = (await loadReferral(table, LEWISHAM, r1.id))!
  await commit(table, changeReferral(LEWISHAM, before, {...before.value, status: 'withdrawn'}, LATER))
  const listed = async (status: 'open' | 'withdrawn' | 'all') =>
    (await listReferrals(table, LEWISHAM, {status}, FIRST_PAGE)).items.map(({value}) => value.id)
  expect(await listed('open')).toEqual(['r2'])
  expect(await listed('withdrawn')).toEqual(['r1'])
  expect(await listed('all')).toEqual(['r2', 'r1'])
})

test('a child is looked for in one open referral at a time', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  expect(await refusalOf(table, opening(referral('r2', ['chidi', 'bilal'])))).toEqual({
    kind: 'already-referred',
    childId: 'bilal',
    referralId: 'r1',
  })
  expect(await loadReferral(table, LEWISHAM, 'r2' as ReferralId)).toBeNull()
  expect(await refusalOf(table, opening(referral('r3', ['chidi'])))).toBeNull()
})

test('withdrawing a referral frees its children, and opening it again asks whether they still are', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  const open = (await loadReferral(table, LEWISHAM, r1.id))!
  await commit(table, changeReferral(LEWISHAM, open, {...open.value, status: 'withdrawn'}, LATER))
  await commit(table, opening(referral('r2', ['bilal'])))
  const withdrawn = (await loadReferral(table, LEWISHAM, r1.id))!
  const again = (children: readonly string[]) =>
    changeReferral(LEWISHAM, withdrawn, {...open.value, children: children.map(childId)}, LATER)
  expect(await refusalOf(table, again(['amina', 'bilal']))).toMatchObject({
    kind: 'already-referred',
    referralId: 'r2',
  })
  expect(await refusalOf(table, again(['amina']))).toBeNull()
})

test('a child taken out of a referral may be referred elsewhere, and one put in may not', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  const before = (await loadReferral(table, LEWISHAM, r1.id))!
  const children = ['amina', 'chidi'].map(childId)
  await commit(table, changeReferral(LEWISHAM, before, {...before.value, children}, LATER))
  expect(await refusalOf(table, opening(referral('r2', ['bilal'])))).toBeNull()
  expect(await refusalOf(table, opening(referral('r3', ['chidi'])))).toMatchObject({
    kind: 'already-referred',
    childId: 'chidi',
  })
})

test('a change to a stale version is refused', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  const before = (await loadReferral(table, LEWISHAM, r1.id))!
  await commit(table, changeReferral(LEWISHAM, before, {...before.value, urgency: 'urgent'}, LATER))
  expect(await refusalOf(table, changeReferral(LEWISHAM, before, before.value, LATER))).toEqual({
    kind: 'version-conflict',
    record: 'referral',
    current: 2,
  })
})

test('opening a referral is an event, opening it again another, and no other change is one', async () => {
  const table = memoryTable()
  await commit(table, opening(r1))
  for (const status of ['open', 'withdrawn', 'open'] as const) {
    const before = (await loadReferral(table, LEWISHAM, r1.id))!
    await commit(table, changeReferral(LEWISHAM, before, {...before.value, status}, LATER))
  }
  const events = await table.queryAll({pk: `${LEWISHAM}#events#referral#${r1.id}`})
  expect(events.map(({type, sk}) => [type, sk])).toEqual([
    [EVENT, '0000001'],
    [EVENT, '0000004'],
  ])
})

test('a referral loaded in bulk is stored just as one that was opened', () => {
  const puts = opening(r1).map(({put}) => put!)
  expect(puts.filter(({type}) => type !== EVENT)).toEqual(referralItems(LEWISHAM, r1, AT, 'officer-1'))
})
