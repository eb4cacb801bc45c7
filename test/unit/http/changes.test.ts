import {expect, it} from 'vitest'
import {borough, CHILD, given, HOUSEHOLD, ifMatch, openedReferral, problemIn, REFERRAL} from './a-borough.ts'

it('creates a record with its place, its version and the whole of it', async () => {
  const {status, headers, json} = await borough().call('createHousehold', {body: HOUSEHOLD})
  const id = (json as {id: string}).id
  expect(status).toBe(201)
  expect(headers).toMatchObject({location: `/v1/households/${id}`, etag: '"1"', 'cache-control': 'no-store'})
  expect(json).toMatchObject({
    ...HOUSEHOLD,
    home: {postcode: null, easting: 535400, northing: 172900},
    version: 1,
    scheme: 'mainstream',
    status: {state: 'available', from: '2026-11-23', until: null, reason: null},
    weeklyCost: null,
  })
})

it('gives what was created again, unchanged, when it is read', async () => {
  const service = borough()
  const made = await service.call('createChild', {body: CHILD})
  const read = await service.call('getChild', {params: {childId: (made.json as {id: string}).id}})
  expect([read.status, read.headers['etag'], read.text]).toEqual([200, '"1"', made.text])
})

it('keeps what is not known apart from what is none', async () => {
  const service = borough()
  const unknown = await given(service, 'createChild', {body: CHILD})
  const none = await given(service, 'createChild', {
    body: {...CHILD, reference: 'LCS-2', religion: null, needs: []},
  })
  expect(unknown).not.toHaveProperty('religion')
  expect(none).toMatchObject({religion: null, needs: []})
})

it('changes only what the caller has seen', async () => {
  const service = borough()
  const child = await given(service, 'createChild', {body: CHILD})
  const change = (version: number, sex: string) =>
    service.call('changeChild', {params: {childId: child.id}, ...ifMatch(version), body: {...CHILD, sex}})
  const done = await change(1, 'U')
  expect([done.status, done.headers['etag']]).toEqual([200, '"2"'])
  expect(done.json).toMatchObject({sex: 'U', version: 2, createdAt: child['createdAt']})
  const late = await change(1, 'M')
  expect(problemIn(late)).toMatchObject({
    status: 412,
    type: '/problems#precondition-failed',
    currentVersion: 2,
  })
  expect(late.headers['etag']).toBe('"2"')
  expect(await given(service, 'getChild', {params: {childId: child.id}})).toMatchObject({
    sex: 'U',
    version: 2,
  })
})

it('asks for If-Match before anything is changed', async () => {
  const service = borough()
  const child = await given(service, 'createChild', {body: CHILD})
  const reply = await service.call('changeChild', {params: {childId: child.id}, body: CHILD})
  expect(problemIn(reply)).toMatchObject({status: 428, type: '/problems#precondition-required'})
})

it('lets one of two changes at the same moment through, and tells the other that it is late', async () => {
  const service = borough()
  const household = await given(service, 'createHousehold', {body: HOUSEHOLD})
  const change = {params: {householdId: household.id}, ...ifMatch(1), body: HOUSEHOLD}
  const both = await Promise.all([
    service.call('changeHousehold', change),
    service.call('changeHousehold', change),
  ])
  expect(both.map(reply => reply.status).toSorted()).toEqual([200, 412])
})

it('gives a reference to one record only, and frees it when the record has another', async () => {
  const service = borough()
  const first = await given(service, 'createHousehold', {body: HOUSEHOLD})
  expect((await service.call('createHousehold', {body: HOUSEHOLD})).status).toBe(409)
  const renamed = {...HOUSEHOLD, reference: 'FC-2'}
  await given(service, 'changeHousehold', {params: {householdId: first.id}, ...ifMatch(1), body: renamed})
  expect((await service.call('createHousehold', {body: HOUSEHOLD})).status).toBe(201)
})

it('lists page by page until there is no next', async () => {
  const service = borough()
  for (const n of [1, 2, 3]) await given(service, 'createChild', {body: {...CHILD, reference: `LCS-${n}`}})
  const first = await given(service, 'listChildren', {query: {limit: '2'}})
  expect(first['items']).toHaveLength(2)
  const second = await given(service, 'listChildren', {query: {limit: '2', cursor: String(first['next'])}})
  expect(second).toMatchObject({items: [{reference: 'LCS-3'}], next: null})
})

it('looks for a child in one open referral at a time, and names the other', async () => {
  const service = borough()
  const referral = await openedReferral(service)
  const body = {...REFERRAL, children: referral['children']}
  const second = await service.call('openReferral', {body})
  expect(problemIn(second)).toMatchObject({
    status: 409,
    type: '/problems#already-referred',
    referralId: referral.id,
  })
  const withdrawn = {...body, status: 'withdrawn'}
  await given(service, 'changeReferral', {params: {referralId: referral.id}, ...ifMatch(1), body: withdrawn})
  expect((await service.call('openReferral', {body})).status).toBe(201)
  const reopened = await service.call('changeReferral', {
    params: {referralId: referral.id},
    ...ifMatch(2),
    body,
  })
  expect(problemIn(reopened)).toMatchObject({status: 409, type: '/problems#already-referred'})
})

it('lists open referrals by the day on which they are needed, and withdrawn ones apart', async () => {
  const service = borough()
  const opened = []
  for (const [n, neededFrom] of ['2026-12-24', '2026-12-01', '2026-12-12'].entries()) {
    const child = await given(service, 'createChild', {body: {...CHILD, reference: `LCS-${n}`}})
    opened.push(await given(service, 'openReferral', {body: {...REFERRAL, neededFrom, children: [child.id]}}))
  }
  const [late, soon, middle] = opened.map(each => each.id)
  const idsOf = async (status: string) =>
    ((await given(service, 'listReferrals', {query: {status}}))['items'] as {id: string}[]).map(
      each => each.id,
    )
  expect(await idsOf('open')).toEqual([soon, middle, late])
  const body = {...REFERRAL, children: opened[0]!['children'], status: 'withdrawn'}
  await given(service, 'changeReferral', {params: {referralId: String(late)}, ...ifMatch(1), body})
  expect([await idsOf('open'), await idsOf('withdrawn')]).toEqual([[soon, middle], [late]])
  expect(await idsOf('all')).toEqual([middle, soon, late])
})

it('keeps every version of the policy, with who changed it, when and why', async () => {
  const service = borough()
  const first = await given(service, 'getPolicy')
  const {id, version, createdAt, updatedAt, changedBy, ...settings} = first
  expect({id, version, changedBy}).toEqual({id: 'policy', version: 1, changedBy: 'hearth'})
  const body = {...settings, order: 'none', reason: 'The board decided so.'}
  const second = await given(service, 'changePolicy', {...ifMatch(1), body})
  expect(second).toMatchObject({
    version: 2,
    order: 'none',
    reason: body.reason,
    changedBy: '5f0c7a52-placements-manager',
  })
  expect((await service.call('changePolicy', {...ifMatch(1), body})).status).toBe(412)
  expect(await given(service, 'getPolicy')).toEqual(second)
  expect(await given(service, 'getPolicy', {query: {version: '1'}})).toEqual(first)
  expect((await service.call('getPolicy', {query: {version: '3'}})).status).toBe(404)
})
