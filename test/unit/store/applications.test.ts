import {expect, test} from 'vitest'
import type {ApplicationId} from '../../../domain/ids.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {
  allApplications,
  applicationItems,
  keepApplication,
  listApplications,
  loadApplication,
} from '../../../functions/store/applications.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {BROMLEY, LEWISHAM} from '../../support/matching.ts'
import {anApplication} from '../recruitment/an-application.ts'
import {AT, commit, FIRST_PAGE, LATER, refusalOf} from './records.ts'

const application = (n: number, facts: Partial<Application> = {}) =>
  anApplication({id: `application-${n}` as ApplicationId, reference: `A-${n}`, ...facts})
const opened = (each: Application) => keepApplication(LEWISHAM, null, each, AT)
const idsIn = ({items}: {items: readonly {value: Application}[]}) => items.map(({value}) => value.id)

test('an application is read by its own authority alone', async () => {
  const table = memoryTable()
  await commit(table, opened(application(1)))
  expect(await loadApplication(table, LEWISHAM, application(1).id)).toMatchObject({
    value: application(1),
    version: 1,
  })
  expect(await loadApplication(table, BROMLEY, application(1).id)).toBeNull()
  expect(await allApplications(table, BROMLEY)).toEqual([])
})

test('no two applications have one reference, and one that was given back is free', async () => {
  const table = memoryTable()
  await commit(table, opened(application(1)))
  const other = application(2, {reference: 'A-1'})
  expect(await refusalOf(table, opened(other))).toEqual({kind: 'reference-taken', record: 'application'})
  const before = (await loadApplication(table, LEWISHAM, application(1).id))!
  await commit(table, keepApplication(LEWISHAM, before, {...before.value, reference: 'A-7'}, LATER))
  expect(await refusalOf(table, opened(other))).toBeNull()
})

test('of two who record on the same application the second is to decide again', async () => {
  const table = memoryTable()
  await commit(table, opened(application(1)))
  const before = (await loadApplication(table, LEWISHAM, application(1).id))!
  const change = () => keepApplication(LEWISHAM, before, before.value, LATER)
  expect(await refusalOf(table, change())).toBeNull()
  expect(await refusalOf(table, change())).toEqual({kind: 'moved'})
})

test('a stage lists who stands in it, the longest there first, and all are listed the newest first', async () => {
  const table = memoryTable()
  const contacted = (n: number, on: string) => application(n, {milestones: [{kind: 'first-contact', on}]})
  const every = [contacted(1, '2026-03-05'), contacted(2, '2026-03-04'), application(3)]
  await commit(table, ...every.map(opened))
  const listed = async (stage: 'contacted' | 'enquiry' | 'visited' | null) =>
    idsIn(await listApplications(table, LEWISHAM, {stage}, FIRST_PAGE))
  expect(await listed('contacted')).toEqual(['application-2', 'application-1'])
  expect(await listed('enquiry')).toEqual(['application-3'])
  expect(await listed('visited')).toEqual([])
  expect(await listed(null)).toEqual(['application-3', 'application-2', 'application-1'])
})

test('carers who gave notice stand under those who left', async () => {
  const table = memoryTable()
  const leaving = application(1, {
    milestones: [{kind: 'resignation-received', on: '2026-03-05', reason: 'They move abroad'}],
  })
  for (const item of applicationItems(LEWISHAM, leaving, AT)) await table.putUnseen([item])
  expect(idsIn(await listApplications(table, LEWISHAM, {stage: 'left'}, FIRST_PAGE))).toEqual([leaving.id])
})
