import {expect, it} from 'vitest'
import {given, HOUSEHOLD, pointersIn, problemIn} from './a-borough.ts'
import {aHome, placed, placementsIn, referralOf} from './a-home.ts'

const NOWHERE = '019ab000-0000-7000-8000-999999999999'
const SETTING = {
  name: 'Elm House',
  urn: 'SC012345',
  location: {easting: 537600, northing: 173900},
  authorityId: 'E09000023',
}

it('places the children of a referral in one household, and the referral is placed', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service, 2)
  const reply = await service.call('startPlacement', {
    params: {referralId: referral.id},
    body: {householdId, startOn: '2026-12-01', weeklyCostPence: 52_000},
  })
  expect(reply.status).toBe(201)
  const placements = placementsIn(reply.json)
  expect(placements.map(({childId}) => childId)).toEqual(referral['children'])
  expect(placements[0]).toMatchObject({
    version: 1,
    referralId: referral.id,
    arrangement: 'main',
    from: '2026-12-01',
    until: null,
    householdId,
    location: null,
    code: {place: 'U6', provider: 'PR1'},
    weeklyCostPence: 52_000,
    ended: null,
  })
  expect(reply.headers['location']).toBe(`/v1/placements/${placements[0]!.id}`)
  expect(await given(service, 'getReferral', {params: {referralId: referral.id}})).toMatchObject({
    status: 'placed',
    placedChildren: referral['children'],
  })
  expect(await given(service, 'getPlacement', {params: {placementId: placements[0]!.id}})).toEqual(
    placements[0],
  )
})

it('lists the placements of a child, and those of a household', async () => {
  const {service, householdId} = await aHome()
  const placement = await placed(service, householdId)
  const {childId} = placement
  expect((await given(service, 'listPlacements', {query: {childId}}))['items']).toEqual([placement])
  expect((await given(service, 'listPlacements', {query: {householdId}}))['items']).toEqual([placement])
  const both = await service.call('listPlacements', {query: {householdId, childId}})
  expect(pointersIn(both)).toEqual(['query:/childId'])
})

it('uses a hold up: the held places become the placement', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service, 2)
  const params = {referralId: referral.id}
  const hold = await given(service, 'holdPlaces', {params, body: {householdId}})
  const body = {householdId, startOn: '2026-12-01'}
  const without = await service.call('startPlacement', {params, body})
  expect(problemIn(without)).toMatchObject({status: 409, type: '/problems#already-has-a-place'})
  const reply = await service.call('startPlacement', {params, body: {...body, holdId: hold.id}})
  expect(reply.status).toBe(201)
  expect(await given(service, 'getHold', {params: {holdId: hold.id}})).toMatchObject({state: 'placed'})
  const released = await service.call('releaseHold', {params: {holdId: hold.id}})
  expect(problemIn(released)).toMatchObject({type: '/problems#hold-not-standing', state: 'placed'})
})

it('has no hold of another household, nor one that is not there', async () => {
  const {service, householdId} = await aHome()
  const other = await given(service, 'createHousehold', {body: {...HOUSEHOLD, reference: 'FC-2'}})
  const params = {referralId: (await referralOf(service)).id}
  const hold = await given(service, 'holdPlaces', {params, body: {householdId}})
  const place = (body: object) =>
    service.call('startPlacement', {params, body: {startOn: '2026-12-01', ...body}})
  expect(pointersIn(await place({householdId: other.id, holdId: hold.id}))).toEqual(['/holdId'])
  expect(
    pointersIn(await place({householdId, holdId: NOWHERE, approachId: NOWHERE, shortlistId: NOWHERE})),
  ).toEqual(['/approachId', '/holdId', '/shortlistId'])
})

it('never has a child in two homes', async () => {
  const {service, householdId} = await aHome()
  const {id, childId} = await placed(service, householdId)
  const again = await given(service, 'openReferral', {
    body: {children: [childId], urgency: 'planned', kind: 'short-term', neededFrom: '2027-01-10'},
  })
  const other = await given(service, 'createHousehold', {body: {...HOUSEHOLD, reference: 'FC-2'}})
  const refused = await service.call('startPlacement', {
    params: {referralId: again.id},
    body: {householdId: other.id, startOn: '2027-01-10'},
  })
  expect(problemIn(refused)).toMatchObject({
    status: 409,
    type: '/problems#lives-elsewhere',
    placementId: id,
    from: '2026-12-01',
  })
})

it("places a child in a children's home with its code, its provider and its URN", async () => {
  const {service} = await aHome()
  const params = {referralId: (await referralOf(service)).id}
  const place = (setting: object, code?: object) =>
    service.call('startPlacement', {params, body: {setting, startOn: '2026-12-01', ...(code && {code})}})
  expect(pointersIn(await place(SETTING))).toEqual(['/code'])
  expect(pointersIn(await place(SETTING, {place: 'K2'}))).toEqual(['/code/provider'])
  const code = {place: 'K2', provider: 'PR4'}
  expect(pointersIn(await place({...SETTING, urn: null}, code))).toEqual(['/setting/urn'])
  const reply = await place(SETTING, code)
  expect(placementsIn(reply.json)[0]).toMatchObject({
    householdId: null,
    setting: {name: 'Elm House', urn: 'SC012345'},
    location: {postcode: null, easting: 537600, northing: 173900},
    code,
  })
})

it('asks for a household or a setting, and not for both', async () => {
  const {service, householdId} = await aHome()
  const params = {referralId: (await referralOf(service)).id}
  for (const to of [{}, {householdId, setting: SETTING}]) {
    const reply = await service.call('startPlacement', {params, body: {startOn: '2026-12-01', ...to}})
    expect(pointersIn(reply)).toEqual(['/householdId'])
  }
})

it('asks for every approval that the option needs, and keeps those that were granted', async () => {
  const {service, householdId} = await aHome(HOUSEHOLD)
  const referral = await referralOf(service, 2)
  const params = {referralId: referral.id}
  const place = (more: object) =>
    service.call('startPlacement', {params, body: {householdId, startOn: '2026-12-01', ...more}})
  const refused = problemIn(await place({}))
  expect(refused).toMatchObject({status: 409, type: '/problems#approvals-missing'})
  const missing = refused['missing'] as {rule: string; role: string}[]
  expect(missing).toMatchObject([{rule: 'A6'}])
  const approvals = missing.map(({rule, role}) => ({
    rule,
    role,
    by: 'the-director',
    on: '2026-11-20',
    reason: 'They have always shared a room.',
  }))
  const reply = await place({approvals})
  expect(placementsIn(reply.json)[0]).toMatchObject({approvals})
})

it('asks why another option than the first was chosen, and keeps the reason with the rank', async () => {
  const {service, householdId} = await aHome()
  await given(service, 'createHousehold', {
    body: {...HOUSEHOLD, reference: 'FC-2', home: {easting: 537600, northing: 173900}},
  })
  const params = {referralId: (await referralOf(service)).id}
  const shortlist = await given(service, 'makeShortlist', {params, body: {}})
  const body = {householdId, startOn: '2026-12-01', shortlistId: shortlist.id}
  const options = shortlist['options'] as {householdId: string; rank: number}[]
  const {rank} = options.find(option => option.householdId === householdId)!
  expect(rank).toBe(2)
  expect(pointersIn(await service.call('startPlacement', {params, body}))).toEqual(['/reason'])
  const reason = 'The first cannot start before Monday.'
  const reply = await service.call('startPlacement', {params, body: {...body, reason}})
  expect(placementsIn(reply.json)[0]).toMatchObject({chosen: {shortlistId: shortlist.id, rank, reason}})
})

it('ends a placement with its reason, and the place is free from that night on', async () => {
  const {service, householdId} = await aHome()
  const {id} = await placed(service, householdId)
  const end = (body: object) => service.call('endPlacement', {params: {placementId: id}, body})
  expect(pointersIn(await end({on: '2027-02-01'}))).toEqual(['/reason'])
  const reply = await end({on: '2027-02-01', rec: 'E4A'})
  expect(placementsIn(reply.json)).toMatchObject([
    {id, version: 2, until: '2027-02-01', ended: {on: '2027-02-01', rec: 'E4A', nextPlacementId: null}},
  ])
  expect(problemIn(await end({on: '2027-02-02', rec: 'E4A'}))).toMatchObject({
    status: 409,
    type: '/problems#already-ended',
    on: '2027-02-01',
  })
  const calendar = await given(service, 'getCalendar', {
    params: {householdId},
    query: {from: '2027-01-31', to: '2027-02-02'},
  })
  expect(calendar['places']).toMatchObject([
    {
      place: 1,
      nights: [
        {night: '2027-01-31', state: 'filled'},
        {night: '2027-02-01', state: 'vacant'},
      ],
    },
    {place: 2, nights: [{state: 'vacant'}, {state: 'vacant'}]},
  ])
})

it('shows who has each place, night by night: held, filled or vacant', async () => {
  const {clock, service, householdId} = await aHome()
  const {childId, occupancyId} = await placed(service, householdId)
  const held = await given(service, 'holdPlaces', {
    params: {referralId: (await referralOf(service)).id},
    body: {householdId},
  })
  const query = {from: '2026-11-30', to: '2026-12-02'}
  const show = async () =>
    (await given(service, 'getCalendar', {params: {householdId}, query}))['places'] as {nights: object[]}[]
  const [first, second] = await show()
  expect(first?.nights).toEqual([
    {night: '2026-11-30', state: 'vacant'},
    {night: '2026-12-01', state: 'filled', by: 'placement', occupancyId, childId},
  ])
  expect(second?.nights[1]).toMatchObject({state: 'held', expiresAt: held['expiresAt']})
  clock.now = String(held['expiresAt'])
  expect((await show())[1]?.nights[1]).toMatchObject({state: 'vacant'})
  const tooLong = {from: '2026-01-01', to: '2030-01-01'}
  expect(pointersIn(await service.call('getCalendar', {params: {householdId}, query: tooLong}))).toEqual([
    'query:/to',
  ])
})

it('writes an event for each thing that happened, with references alone', async () => {
  const {service, householdId} = await aHome()
  const {id, childId} = await placed(service, householdId)
  await given(service, 'endPlacement', {
    params: {placementId: id},
    body: {on: '2027-02-01', reason: 'CARPL'},
  })
  const events = await service.surroundings.table.queryAll({pk: `E09000023#events#placement#${id}`})
  const told = events.map(item => JSON.parse(String(item['value'])))
  expect(told.map(({type, sequence, data}) => [type, sequence, data.childId])).toEqual([
    ['hearth.placement-started.v1', '0000001', childId],
    ['hearth.placement-ended.v1', '0000002', childId],
  ])
})
