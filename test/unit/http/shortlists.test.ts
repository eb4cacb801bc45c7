import {expect, it} from 'vitest'
import type {InMemoryService} from '../../../contracts/in-memory-service.ts'
import type {ShortlistId} from '../../../domain/ids.ts'
import {keys} from '../../../functions/store/keys.ts'
import {borough, CHILD, given, HOUSEHOLD, ifMatch, openedReferral, problemIn, REFERRAL} from './a-borough.ts'

/** One home that could take a girl, three that are approved for boys. */
async function supplied(service: InMemoryService) {
  const {terms, ...approval} = HOUSEHOLD.approval
  const possible = await given(service, 'createHousehold', {body: HOUSEHOLD})
  for (const n of [2, 3, 4]) {
    const boysAlone = {...approval, terms: {...terms, sexes: ['M']}}
    await given(service, 'createHousehold', {body: {...HOUSEHOLD, reference: `FC-${n}`, approval: boysAlone}})
  }
  return possible
}

it('accounts for every home: an option with its reasons, or excluded with its', async () => {
  const service = borough()
  const possible = await supplied(service)
  const referral = await openedReferral(service)
  const reply = await service.call('makeShortlist', {params: {referralId: referral.id}})
  expect(reply.status).toBe(201)
  expect(reply.json).toMatchObject({
    referralId: referral.id,
    referralVersion: 1,
    by: '5f0c7a52-placements-manager',
    policy: {version: 1, order: 'in-house-first'},
    supply: {households: 4},
    counts: {considered: 4, options: 1, excluded: 3, byRule: {H2: 3}},
    options: [{rank: 1, householdId: possible.id, group: 'in-house'}],
  })
  expect(reply.headers['location']).toBe(`/v1/shortlists/${(reply.json as {id: string}).id}`)
})

it('gives a shortlist again with the same bytes, whatever has changed since', async () => {
  const service = borough()
  const possible = await supplied(service)
  const referral = await openedReferral(service)
  const made = await service.call('makeShortlist', {params: {referralId: referral.id}})
  const shortlistId = (made.json as {id: string}).id
  const onHold = {...HOUSEHOLD, status: {state: 'on-hold'}}
  await given(service, 'changeHousehold', {params: {householdId: possible.id}, ...ifMatch(1), body: onHold})
  const read = await service.call('getShortlist', {params: {shortlistId}})
  expect([read.text, read.headers['etag']]).toEqual([made.text, made.headers['etag']])
  expect(await given(service, 'replayShortlist', {params: {shortlistId}})).toEqual({identical: true})
})

it('lists the excluded homes page by page, each with the rules that it breaks', async () => {
  const service = borough()
  await supplied(service)
  const referral = await openedReferral(service)
  const {id} = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
  const page = (query: Record<string, string>) =>
    given(service, 'listExcluded', {params: {shortlistId: id}, query})
  const first = await page({limit: '2'})
  expect(first['items']).toMatchObject([{breaches: [{rule: 'H2'}]}, {breaches: [{rule: 'H2'}]}])
  const second = await page({limit: '2', cursor: String(first['next'])})
  expect(second['items']).toHaveLength(1)
  expect(second['next']).toBeNull()
})

it("lists a referral's shortlists by what each was made from", async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const {id} = await given(service, 'makeShortlist', {
    params: {referralId: referral.id},
    body: {search: ['ifa']},
  })
  const list = await given(service, 'listShortlists', {params: {referralId: referral.id}})
  expect(list).toMatchObject({items: [{id, supply: {households: 0}, counts: {considered: 0}}], next: null})
})

it('makes no shortlist for a referral that is withdrawn', async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const body = {...REFERRAL, children: referral['children'], status: 'withdrawn'}
  await given(service, 'changeReferral', {params: {referralId: referral.id}, ...ifMatch(1), body})
  const reply = await service.call('makeShortlist', {params: {referralId: referral.id}})
  expect(problemIn(reply)).toMatchObject({status: 409, type: '/problems#referral-not-open'})
})

it('orders by the policy in force and names its version', async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const {id, version, createdAt, updatedAt, changedBy, ...settings} = await given(service, 'getPolicy')
  await given(service, 'changePolicy', {
    ...ifMatch(1),
    body: {...settings, order: 'none', reason: 'A trial.'},
  })
  const shortlist = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
  expect(shortlist['policy']).toEqual({version: 2, order: 'none'})
})

it('tells where a replay differs, when what is kept was tampered with', async () => {
  const service = borough()
  await supplied(service)
  const referral = await openedReferral(service)
  const {id, options} = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
  expect(options).toHaveLength(1)
  const other = await given(service, 'makeShortlist', {
    params: {referralId: referral.id},
    body: {search: ['ifa']},
  })
  const {table} = service.surroundings
  const answerOf = (shortlistId: string) =>
    keys.shortlistPart.make({
      authorityId: 'E09000023' as never,
      shortlistId: shortlistId as ShortlistId,
      part: 'answer',
      chunk: 0,
    })
  const forged = await table.get(answerOf(other.id))
  const put = {...forged!, ...answerOf(id)}
  await table.transact([{key: answerOf(id), expect: 'present', put, refuse: () => null}])
  const replay = await given(service, 'replayShortlist', {params: {shortlistId: id}})
  expect(replay['identical']).toBe(false)
  expect(replay['differences']).toContain('/options/0')
  expect(replay['differences']).toContain('/counts/considered')
})

it('weighs where brothers and sisters are referred to, outside the referral too', async () => {
  const service = borough()
  await given(service, 'createHousehold', {body: HOUSEHOLD})
  const sibling = {...CHILD, siblingGroupId: 'SG-1'}
  const [one, two, three] = [
    await given(service, 'createChild', {body: {...sibling, reference: 'LCS-1'}}),
    await given(service, 'createChild', {body: {...sibling, reference: 'LCS-2'}}),
    await given(service, 'createChild', {body: {...sibling, reference: 'LCS-3'}}),
  ]
  await given(service, 'openReferral', {body: {...REFERRAL, children: [two.id]}})
  const referral = await given(service, 'openReferral', {body: {...REFERRAL, children: [one.id]}})
  const shortlist = await given(service, 'makeShortlist', {params: {referralId: referral.id}})
  const [option] = shortlist['options'] as {considerations: {name: string; known: boolean}[]}[]
  expect(option?.considerations.filter(({name}) => name === 'siblings')).toMatchObject([{known: false}])
  expect(three.version).toBe(1)
})
