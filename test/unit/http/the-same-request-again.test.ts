import {expect, it} from 'vitest'
import {inMemoryService} from '../../../contracts/in-memory-service.ts'
import {borough, CHILD, given, officer, openedReferral, POSTCODES, problemIn} from './a-borough.ts'

const key = (name: string) => ({headers: {'idempotency-key': name}})

it('gives the first answer again, byte for byte, and records the child once', async () => {
  const service = borough()
  const [first, second] = [
    await service.call('createChild', {body: CHILD, ...key('a')}),
    await service.call('createChild', {body: CHILD, ...key('a')}),
  ]
  expect(second).toEqual(first)
  expect((await given(service, 'listChildren'))['items']).toHaveLength(1)
})

it('takes the same facts in another order of fields for the same request', async () => {
  const service = borough()
  const first = await service.call('createChild', {body: CHILD, ...key('a')})
  const turned = Object.fromEntries(Object.entries(CHILD).toReversed())
  expect(await service.call('createChild', {body: turned, ...key('a')})).toEqual(first)
})

it('refuses the key for another request, another operation or another account', async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const child = {...CHILD, reference: 'LCS-5'}
  await given(service, 'createChild', {body: child, ...key('a')})
  const others = [
    await service.call('createChild', {body: {...child, sex: 'M'}, ...key('a')}),
    await service.call('makeShortlist', {params: {referralId: referral.id}, ...key('a')}),
    await service.call('createChild', {body: child, ...key('a'), claims: {...officer('E09000023')}}),
  ]
  for (const other of others)
    expect(problemIn(other)).toMatchObject({status: 422, type: '/problems#idempotency-key-reused'})
})

it('keeps the keys of one authority apart from those of another', async () => {
  const service = borough()
  await given(service, 'createChild', {body: CHILD, ...key('a')})
  const reply = await service.call('createChild', {body: CHILD, ...key('a'), claims: officer('E09000022')})
  expect(reply.status).toBe(201)
})

it('remembers no refusal: a corrected request may come under the same key', async () => {
  const service = borough()
  expect((await service.call('createChild', {body: {...CHILD, sex: 'X'}, ...key('a')})).status).toBe(422)
  expect((await service.call('createChild', {body: CHILD, ...key('a')})).status).toBe(201)
})

it('answers twins that come at the same moment alike', async () => {
  const service = borough()
  const ask = () => service.call('createChild', {body: CHILD, ...key('a')})
  const replies = await Promise.all([ask(), ask(), ask()])
  expect(new Set(replies.map(reply => reply.text)).size).toBe(1)
  expect(replies.map(reply => reply.status)).toEqual([201, 201, 201])
  expect((await given(service, 'listChildren'))['items']).toHaveLength(1)
})

it('answers a shortlist again although the supply has changed since', async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const ask = () => service.call('makeShortlist', {params: {referralId: referral.id}, ...key('s')})
  const first = await ask()
  expect(first.status).toBe(201)
  expect(await ask()).toEqual(first)
})

it('forgets a key after 48 hours', async () => {
  let now = '2026-11-23T09:30:00.000Z'
  const service = inMemoryService({postcodes: POSTCODES, now: () => now})
  await given(service, 'createChild', {body: CHILD, ...key('a')})
  now = '2026-11-25T09:30:00.000Z'
  const reply = await service.call('createChild', {body: {...CHILD, reference: 'LCS-7'}, ...key('a')})
  expect(reply.status).toBe(201)
})
