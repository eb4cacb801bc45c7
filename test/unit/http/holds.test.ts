import {expect, it} from 'vitest'
import type {InMemoryService} from '../../../contracts/in-memory-service.ts'
import {given, HOUSEHOLD, ifMatch, pointersIn, problemIn, REFERRAL} from './a-borough.ts'
import {aHome, referralOf} from './a-home.ts'

const hold = (service: InMemoryService, referral: {id: string}, body: object) =>
  service.call('holdPlaces', {params: {referralId: referral.id}, body})

it('holds a place for four hours, from the night on which it is needed', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service)
  const reply = await hold(service, referral, {householdId})
  expect([reply.status, reply.headers['etag']]).toEqual([201, '"1"'])
  expect(reply.json).toMatchObject({
    referralId: referral.id,
    householdId,
    children: referral['children'],
    nights: {from: '2026-12-01', until: null},
    expiresAt: '2026-11-23T13:30:00.000Z',
    state: 'standing',
    released: null,
  })
  const {id} = reply.json as {id: string}
  expect(reply.headers['location']).toBe(`/v1/holds/${id}`)
  expect(await given(service, 'getHold', {params: {holdId: id}})).toEqual(reply.json)
})

it('holds a place for every child of the referral or none, and says what is missing', async () => {
  const {service, householdId} = await aHome()
  await given(service, 'holdPlaces', {
    params: {referralId: (await referralOf(service)).id},
    body: {householdId},
  })
  const two = await referralOf(service, 2)
  const refused = problemIn(await hold(service, two, {householdId}))
  expect(refused).toMatchObject({status: 409, type: '/problems#conditions-failed', householdId})
  expect(refused['failed']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        rule: 'H5',
        short: 'places',
        places: 2,
        free: 1,
        wanted: 2,
        heldUntil: '2026-11-23T13:30:00.000Z',
      }),
    ]),
  )
})

it('keeps nobody out once its time is over, whether or not anything cleaned it up', async () => {
  const {clock, service, householdId} = await aHome()
  const first = await referralOf(service, 2)
  const until = '2026-11-23T10:00:00.000Z'
  const {id} = await given(service, 'holdPlaces', {
    params: {referralId: first.id},
    body: {householdId, until},
  })
  const second = await referralOf(service, 2)
  clock.now = '2026-11-23T09:59:59.999Z'
  expect((await hold(service, second, {householdId})).status).toBe(409)
  clock.now = until
  expect((await hold(service, second, {householdId})).status).toBe(201)
  expect(await given(service, 'getHold', {params: {holdId: id}})).toMatchObject({state: 'expired'})
})

it('gives the places back when it is released, once and for all', async () => {
  const {clock, service, householdId} = await aHome()
  const {id} = await given(service, 'holdPlaces', {
    params: {referralId: (await referralOf(service, 2)).id},
    body: {householdId},
  })
  const release = () => service.call('releaseHold', {params: {holdId: id}})
  const released = await release()
  expect(released.json).toMatchObject({state: 'released', version: 2, released: {at: clock.now}})
  clock.now = '2026-11-23T11:00:00.000Z'
  expect((await release()).json).toEqual(released.json)
  expect((await hold(service, await referralOf(service, 2), {householdId})).status).toBe(201)
})

it('cannot be released once its time is over', async () => {
  const {clock, service, householdId} = await aHome()
  const {id} = await given(service, 'holdPlaces', {
    params: {referralId: (await referralOf(service)).id},
    body: {householdId},
  })
  clock.now = '2026-11-23T13:30:00.000Z'
  const refused = problemIn(await service.call('releaseHold', {params: {holdId: id}}))
  expect(refused).toMatchObject({
    status: 409,
    type: '/problems#hold-not-standing',
    state: 'expired',
    since: '2026-11-23T13:30:00.000Z',
  })
})

it('holds one place of a household for a child, not two', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service)
  await given(service, 'holdPlaces', {params: {referralId: referral.id}, body: {householdId}})
  const again = problemIn(await hold(service, referral, {householdId}))
  expect(again).toMatchObject({status: 409, type: '/problems#already-has-a-place', householdId})
})

it('holds nothing for a referral that is not open', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service)
  await given(service, 'changeReferral', {
    params: {referralId: referral.id},
    ...ifMatch(1),
    body: {...REFERRAL, children: referral['children'], status: 'withdrawn'},
  })
  const refused = problemIn(await hold(service, referral, {householdId}))
  expect(refused).toMatchObject({status: 409, type: '/problems#referral-not-open'})
})

it('holds nothing in a household that is on hold, and says until when it is', async () => {
  const {service, householdId} = await aHome()
  const status = {state: 'on-hold', from: '2026-11-01', until: '2026-12-24', reason: 'A holiday.'}
  await given(service, 'changeHousehold', {
    params: {householdId},
    ...ifMatch(1),
    body: {...HOUSEHOLD, status},
  })
  const refused = problemIn(await hold(service, await referralOf(service), {householdId}))
  expect(refused['failed']).toMatchObject([
    {rule: 'H6', state: 'on-hold', from: '2026-11-01', until: '2026-12-24'},
  ])
  expect(JSON.stringify(refused)).not.toContain('holiday')
})

it('names everything that is wrong with a request at once', async () => {
  const {service, householdId} = await aHome()
  const [mine, other] = [await referralOf(service), await referralOf(service)]
  const reply = await hold(service, mine, {
    householdId: '019ab000-0000-7000-8000-999999999999',
    shortlistId: '019ab000-0000-7000-8000-999999999999',
    children: other['children'],
  })
  expect(pointersIn(reply)).toEqual(['/children/0', '/householdId', '/shortlistId'])
  const late = await hold(service, mine, {householdId, until: '2026-11-23T09:30:00.000Z'})
  expect(pointersIn(late)).toEqual(['/until'])
})

it('gives three of 64 callers at one moment the three places of a household, and tells the rest what is true', async () => {
  const {terms} = HOUSEHOLD.approval
  const bedrooms = ['a', 'b', 'c'].map(id => ({id, shareable: false, groundFloor: false}))
  const approval = {...HOUSEHOLD.approval, terms: {...terms, places: 3}}
  const {service, householdId} = await aHome({...HOUSEHOLD, approval, bedrooms})
  const referrals = []
  for (let n = 0; n < 64; n++) referrals.push(await referralOf(service))
  const replies = await Promise.all(referrals.map(referral => hold(service, referral, {householdId})))
  const held = replies.filter(({status}) => status === 201)
  expect(held).toHaveLength(3)
  for (const reply of replies.filter(({status}) => status !== 201))
    expect(problemIn(reply)).toMatchObject({
      status: 409,
      failed: expect.arrayContaining([expect.objectContaining({rule: 'H5', free: 0, wanted: 1})]),
    })
})
