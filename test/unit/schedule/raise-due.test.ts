import {expect, it} from 'vitest'
import {raiseDue} from '../../../functions/schedule/raise-due.ts'
import {given, pointersIn, problemIn} from '../http/a-borough.ts'
import {aHome, placed, referralOf} from '../http/a-home.ts'
import {aRecruitment, ENQUIRY} from '../http/a-recruitment.ts'

type World = Awaited<ReturnType<typeof aHome>>

const eventsOf = async ({service}: World, about: string) =>
  (await service.surroundings.table.queryAll({pk: `E09000023#events#${about}`})).map(
    item => JSON.parse(String(item['value'])) as {type: string; data: Record<string, unknown>},
  )

const typesOf = async (world: World, about: string) => (await eventsOf(world, about)).map(({type}) => type)

async function heldIn(service: World['service'], householdId: string) {
  const {id} = await given(service, 'holdPlaces', {
    params: {referralId: (await referralOf(service)).id},
    body: {householdId},
  })
  return id
}

async function aHold() {
  const world = await aHome()
  return {...world, id: await heldIn(world.service, world.householdId)}
}

it('says that a hold approaches its end in its last hour, and that it expired once it has', async () => {
  const world = await aHold()
  const {service, id, householdId} = world
  const {table} = service.surroundings
  expect(await raiseDue(table, '2026-11-23T12:29:59.999Z')).toEqual({raised: 0, left: 0, failed: 0})
  expect(await raiseDue(table, '2026-11-23T12:30:00.000Z')).toEqual({raised: 1, left: 0, failed: 0})
  expect(await typesOf(world, `deadline#${id}.hold`)).toEqual(['hearth.deadline-approaching.v1'])
  expect(await raiseDue(table, '2026-11-23T13:30:00.000Z')).toEqual({raised: 1, left: 0, failed: 0})
  expect(await typesOf(world, `hold#${id}`)).toEqual(['hearth.places-held.v1', 'hearth.hold-expired.v1'])
  expect(await typesOf(world, `deadline#${id}.hold`)).toEqual([
    'hearth.deadline-approaching.v1',
    'hearth.deadline-lapsed.v1',
  ])
  const calendar = await table.get({pk: 'E09000023#households', sk: `${householdId}#calendar`})
  expect(calendar?.['value']).toBe('[]')
})

it('tells nothing twice, however often and at whatever moment it runs', async () => {
  const world = await aHold()
  const {table} = world.service.surroundings
  const lapsed = '2026-11-23T14:00:00.000Z'
  const runs = await Promise.all([raiseDue(table, lapsed), raiseDue(table, lapsed), raiseDue(table, lapsed)])
  expect(runs.map(({raised}) => raised).toSorted()).toEqual([0, 0, 1])
  expect(await raiseDue(table, '2026-11-24T14:00:00.000Z')).toEqual({raised: 0, left: 0, failed: 0})
  expect(await typesOf(world, `hold#${world.id}`)).toEqual([
    'hearth.places-held.v1',
    'hearth.hold-expired.v1',
  ])
})

it('clears all holds of one household away that lapsed together, and tells of each', async () => {
  const world = await aHome()
  const {service, householdId} = world
  const holds = [await heldIn(service, householdId), await heldIn(service, householdId)]
  const {table} = service.surroundings
  expect(await raiseDue(table, '2026-11-23T14:00:00.000Z')).toEqual({raised: 2, left: 0, failed: 0})
  for (const id of holds)
    expect(await typesOf(world, `hold#${id}`)).toEqual(['hearth.places-held.v1', 'hearth.hold-expired.v1'])
})

it('says that an enquiry waits for its answer, and that the day for it has passed', async () => {
  const enquiry = {...ENQUIRY, enquiry: {on: '2026-11-23', source: 'website'}}
  const {service, ofApplication, record} = await aRecruitment(enquiry, [])
  const {table} = service.surroundings
  const {applicationId} = ofApplication.params
  const told = async () => {
    const items = await table.queryAll({
      pk: `E09000023#events#deadline#${applicationId}.recruitment-response.2026-11-23`,
    })
    return items.map(item => JSON.parse(String(item['value'])) as {type: string; data: object})
  }
  expect(await raiseDue(table, '2026-11-24T23:59:59.000Z')).toEqual({raised: 1, left: 0, failed: 0})
  expect(await raiseDue(table, '2026-11-25T00:00:00.000Z')).toEqual({raised: 1, left: 0, failed: 0})
  expect(await raiseDue(table, '2026-11-26T00:00:00.000Z')).toEqual({raised: 0, left: 0, failed: 0})
  const data = {kind: 'recruitment-response', about: `application/${applicationId}`, dueOn: '2026-11-24'}
  expect(await told()).toMatchObject([
    {type: 'hearth.deadline-approaching.v1', data},
    {type: 'hearth.deadline-lapsed.v1', data},
  ])
  await record({kind: 'first-contact', on: '2026-11-23'})
  // Of the visit, which is to be by 30 November.
  expect(await raiseDue(table, '2026-11-26T00:00:00.000Z')).toMatchObject({raised: 1})
})

it('tells of all others when it cannot tell of one', async () => {
  const {service, householdId} = await aHome()
  const {table} = service.surroundings
  const [lost, other] = [await heldIn(service, householdId), await heldIn(service, householdId)]
  const key = {pk: 'E09000023#holds', sk: lost}
  await table.transact([{key, expect: 'present', remove: true, refuse: () => 'gone'}])
  expect(await raiseDue(table, '2026-11-23T14:00:00.000Z')).toEqual({raised: 1, left: 0, failed: 1})
  expect(await table.queryAll({pk: `E09000023#events#hold#${other}`})).toHaveLength(2)
})

it('tells nothing of a hold that was released', async () => {
  const world = await aHold()
  await given(world.service, 'releaseHold', {params: {holdId: world.id}})
  const {table} = world.service.surroundings
  expect(await raiseDue(table, '2026-11-24T14:00:00.000Z')).toEqual({raised: 0, left: 0, failed: 0})
})

it('lists what is due of a placement, the most pressing first, and tells of it before and when it lapses', async () => {
  const world = await aHome()
  const {clock, service, householdId} = world
  const {id} = await placed(service, householdId)
  const due = async (until: string) =>
    (await given(service, 'listDue', {query: {until}}))['items'] as {kind: string; dueOn: string}[]
  expect(await due('2026-12-31')).toMatchObject([
    {
      kind: 'placement-notice',
      about: {kind: 'placement', placementId: id},
      state: 'upcoming',
      dueOn: '2026-12-01',
    },
    {kind: 'placement-plan', state: 'upcoming', dueOn: '2026-12-08'},
  ])
  expect(await due('2026-12-01')).toHaveLength(1)
  clock.now = '2026-12-02T08:00:00.000Z'
  expect(
    (await due('2026-12-08')).map(each => [each.kind, (each as unknown as {state: string}).state]),
  ).toEqual([
    ['placement-notice', 'lapsed'],
    ['placement-plan', 'upcoming'],
  ])
  await raiseDue(service.surroundings.table, clock.now)
  expect(await eventsOf(world, `deadline#${id}.placement-notice`)).toMatchObject([
    {type: 'hearth.deadline-lapsed.v1', data: {about: `placement/${id}`, dueOn: '2026-12-01'}},
  ])
})

it('has nothing more to say of what was done in time', async () => {
  const {service, householdId} = await aHome()
  const {id} = await placed(service, householdId)
  const done = (kind: string, on: string) =>
    service.call('recordDone', {params: {placementId: id}, body: {kind, on}})
  expect((await done('placement-plan', '2026-11-20')).json).toMatchObject({doneOn: '2026-11-20'})
  expect(problemIn(await done('placement-plan', '2026-11-20'))).toMatchObject({
    status: 409,
    type: '/problems#settled-already',
  })
  expect(pointersIn(await done('placement-notice', '2026-11-24'))).toEqual(['/on'])
  expect(pointersIn(await done('area-notice', '2026-11-20'))).toEqual(['/kind'])
  const due = await given(service, 'listDue', {query: {until: '2026-12-31'}})
  expect(due['items']).toMatchObject([{kind: 'placement-notice'}])
})
