import {expect, it} from 'vitest'
import {type InMemoryService, MANAGER} from '../../../contracts/in-memory-service.ts'
import {CHILD, given, pointersIn, problemIn, REFERRAL} from './a-borough.ts'
import {aHome, placed, placementsIn, TWO_BEDROOMS} from './a-home.ts'

const anotherHome = async (service: InMemoryService, facts: object = {}) =>
  (await given(service, 'createHousehold', {body: {...TWO_BEDROOMS, reference: 'FC-2', ...facts}})).id

const tonightAt = async (service: InMemoryService, householdId: string, night: string, to: string) => {
  const calendar = await given(service, 'getCalendar', {params: {householdId}, query: {from: night, to}})
  const places = calendar['places'] as {nights: {state: string}[]}[]
  return places.map(({nights}) => nights[0]!.state)
}

/** Somebody whose 18th birthday is the 1st of March 2027, placed. */
async function soonToBe18(service: InMemoryService, householdId: string) {
  const child = await given(service, 'createChild', {
    body: {...CHILD, reference: 'LCS-18', dob: '2009-03-01'},
  })
  const referral = await given(service, 'openReferral', {body: {...REFERRAL, children: [child.id]}})
  const started = await given(service, 'startPlacement', {
    params: {referralId: referral.id},
    body: {householdId, startOn: '2026-12-01'},
  })
  return {placementId: placementsIn(started)[0]!.id}
}

async function stayingPut(service: InMemoryService, householdId: string) {
  const params = await soonToBe18(service, householdId)
  await given(service, 'stayPut', {params, body: {on: '2027-03-01', until: '2030-03-01'}})
  return params
}

const eventsOf = async ({surroundings: {table}}: InMemoryService, placementId: string) => {
  const items = await table.queryAll({pk: `E09000023#events#placement#${placementId}`})
  return items.map(item => JSON.parse(item['value'] as string))
}

const auditedOf = async (service: InMemoryService, householdId: string) => {
  const claims = {...MANAGER, roles: '[auditor]'}
  const {json} = await service.call('listAudit', {query: {record: `household/${householdId}`}, claims})
  return (json as {items: {what: string}[]}).items.map(({what}) => what)
}

it('ends one placement and starts the next on the same day, in one', async () => {
  const {service, householdId} = await aHome()
  const nextHome = await anotherHome(service)
  const {id} = await placed(service, householdId)
  const reply = await service.call('movePlacement', {
    params: {placementId: id},
    body: {householdId: nextHome, on: '2027-01-04', reasonForChange: 'CARPL'},
  })
  expect(reply.status).toBe(201)
  const [ended, next] = placementsIn(reply.json)
  expect(ended).toMatchObject({
    id,
    version: 2,
    until: '2027-01-04',
    ended: {on: '2027-01-04', reason: 'CARPL', rec: 'X1', nextPlacementId: next!.id},
  })
  expect(next).toMatchObject({version: 1, householdId: nextHome, from: '2027-01-04', ended: null})
  expect(reply.headers['location']).toBe(`/v1/placements/${next!.id}`)
  expect(await tonightAt(service, householdId, '2027-01-04', '2027-01-05')).toEqual(['vacant', 'vacant'])
  expect(await tonightAt(service, nextHome, '2027-01-04', '2027-01-05')).toEqual(['filled', 'vacant'])
})

it('leaves the child where they are when the next home cannot take them', async () => {
  const {service, householdId} = await aHome()
  const status = {state: 'suspended', from: '2026-11-01', until: null, reason: null}
  const nextHome = await anotherHome(service, {status})
  const placement = await placed(service, householdId)
  const params = {placementId: placement.id}
  const refused = await service.call('movePlacement', {
    params,
    body: {householdId: nextHome, on: '2027-01-04', reasonForChange: 'CARPL'},
  })
  expect(problemIn(refused)).toMatchObject({status: 409, failed: [{rule: 'H6'}]})
  expect(await given(service, 'getPlacement', {params})).toEqual(placement)
})

it('takes a respite stay beside the main placement, which goes on', async () => {
  const {service, householdId} = await aHome()
  const terms = {...TWO_BEDROOMS.approval.terms, kinds: ['respite']}
  const respiteHome = await anotherHome(service, {approval: {...TWO_BEDROOMS.approval, terms}})
  const placement = await placed(service, householdId)
  const params = {placementId: placement.id}
  const nights = {from: '2027-01-08', until: '2027-01-11'}
  const body = {householdId: respiteHome, ...nights, code: {place: 'T3'}}
  const reply = await service.call('startRespite', {params, body})
  expect(placementsIn(reply.json)).toMatchObject([
    {arrangement: 'respite', childId: placement.childId, code: {place: 'T3', provider: null}},
  ])
  expect(await given(service, 'getPlacement', {params})).toEqual(placement)
  expect(await tonightAt(service, householdId, '2027-01-08', '2027-01-09')).toEqual(['filled', 'vacant'])
  expect(await tonightAt(service, respiteHome, '2027-01-08', '2027-01-09')).toEqual(['filled', 'vacant'])
  const stay = placementsIn(reply.json)[0]!
  const moved = await service.call('movePlacement', {
    params: {placementId: stay.id},
    body: {householdId, on: '2027-01-09', reasonForChange: 'CARPL'},
  })
  expect(problemIn(moved)).toMatchObject({status: 409, type: '/problems#not-a-move'})
  const ended = await service.call('endPlacement', {params: {placementId: stay.id}, body: {on: '2027-01-10'}})
  expect(placementsIn(ended.json)).toMatchObject([{until: '2027-01-10', ended: {reason: null, rec: null}}])
})

it('keeps the place of a child who is in hospital', async () => {
  const {service, householdId} = await aHome()
  const placement = await placed(service, householdId)
  const setting = {
    name: 'University Hospital Lewisham',
    location: {easting: 538000, northing: 174500},
    authorityId: 'E09000023',
  }
  const stay = (from: string) =>
    service.call('startHospitalStay', {params: {placementId: placement.id}, body: {setting, from}})
  expect(placementsIn((await stay('2027-01-08')).json)).toMatchObject([
    {arrangement: 'hospital', householdId: null, until: null, code: {place: 'T1', provider: null}},
  ])
  expect(await tonightAt(service, householdId, '2027-01-08', '2027-01-09')).toEqual(['filled', 'vacant'])
  expect(problemIn(await stay('2027-01-09'))).toMatchObject({status: 409, type: '/problems#overlaps'})
})

it('lets a young person of 18 stay put: the place stays taken, and nobody is fostered in it', async () => {
  const {service, householdId} = await aHome()
  const params = await soonToBe18(service, householdId)
  const early = await service.call('stayPut', {params, body: {on: '2027-02-28'}})
  expect(pointersIn(early)).toEqual(['/on'])
  const asEnd = await service.call('endPlacement', {params, body: {on: '2027-03-01', rec: 'E17'}})
  expect(pointersIn(asEnd)).toEqual(['/rec'])
  const reply = await service.call('stayPut', {params, body: {on: '2027-03-01', until: '2030-03-01'}})
  expect(placementsIn(reply.json)).toMatchObject([{ended: {on: '2027-03-01', rec: 'E17'}}])
  expect(await tonightAt(service, householdId, '2027-03-01', '2027-03-02')).toEqual(['staying-put', 'vacant'])
})

it('frees the place and the bedroom of whoever stayed put, once, and tells of it', async () => {
  const {service, householdId} = await aHome()
  const params = await stayingPut(service, householdId)
  const leaves = (on: string) => service.call('endStayingPut', {params, body: {on}})
  expect(pointersIn(await leaves('2027-03-01'))).toEqual(['/on'])
  const reply = await leaves('2028-09-01')
  expect(reply.status).toBe(200)
  expect(placementsIn(reply.json)).toMatchObject([
    {
      version: 3,
      ended: {on: '2027-03-01', rec: 'E17'},
      stayingPut: {until: '2028-09-01', ended: true},
    },
  ])
  expect(await tonightAt(service, householdId, '2028-08-31', '2028-09-01')).toEqual(['staying-put', 'vacant'])
  expect(await tonightAt(service, householdId, '2028-09-01', '2028-09-02')).toEqual(['vacant', 'vacant'])
  expect(await eventsOf(service, params.placementId)).toMatchObject([
    {type: 'hearth.placement-started.v1', data: {from: '2026-12-01', until: null, arrangement: 'main'}},
    {
      type: 'hearth.placement-ended.v1',
      data: {on: '2027-03-01', stayingPut: true, stayingPutUntil: '2030-03-01'},
    },
    {type: 'hearth.staying-put-ended.v1', sequence: '0000003', data: {householdId, on: '2028-09-01'}},
  ])
  expect(await auditedOf(service, householdId)).toContain('endStayingPut')
  expect(problemIn(await leaves('2028-10-01'))).toMatchObject({
    status: 409,
    type: '/problems#already-ended',
    on: '2028-09-01',
  })
})

it('ends no Staying Put where a placement was not turned into one', async () => {
  const {service, householdId} = await aHome()
  const {id} = await placed(service, householdId)
  const reply = await service.call('endStayingPut', {params: {placementId: id}, body: {on: '2027-01-04'}})
  expect(problemIn(reply)).toMatchObject({status: 409, type: '/problems#not-staying-put'})
})

it('corrects dates with a reason, keeps what they were, and never makes two placements overlap', async () => {
  const {service, householdId} = await aHome()
  const nextHome = await anotherHome(service)
  const {id} = await placed(service, householdId)
  const moved = await given(service, 'movePlacement', {
    params: {placementId: id},
    body: {householdId: nextHome, on: '2027-01-04', reasonForChange: 'CARPL'},
  })
  const params = {placementId: id}
  const correct = (from: string, until: string) =>
    service.call('correctPlacement', {params, body: {from, until, reason: 'The carer says so.'}})
  const reply = await correct('2026-12-01', '2027-01-03')
  expect(placementsIn(reply.json)).toMatchObject([
    {
      version: 3,
      until: '2027-01-03',
      ended: {on: '2027-01-03'},
      corrections: [
        {
          reason: 'The carer says so.',
          before: {from: '2026-12-01', until: '2027-01-04'},
          after: {from: '2026-12-01', until: '2027-01-03'},
        },
      ],
    },
  ])
  expect(problemIn(await correct('2026-12-01', '2027-01-06'))).toMatchObject({
    status: 409,
    type: '/problems#overlaps',
    placementId: placementsIn(moved)[1]!.id,
  })
  expect(pointersIn(await correct('2026-12-01', '2027-01-03'))).toEqual(['/from'])
})

it('does not know a placement of another authority, nor one that is not there', async () => {
  const {service} = await aHome()
  const params = {placementId: '019ab000-0000-7000-8000-999999999999'}
  const calls = [
    service.call('getPlacement', {params}),
    service.call('endPlacement', {params, body: {on: '2027-01-01', reason: 'CARPL'}}),
    service.call('stayPut', {params, body: {on: '2027-01-01'}}),
    service.call('endStayingPut', {params, body: {on: '2027-01-02'}}),
    service.call('correctPlacement', {params, body: {from: '2027-01-01', until: null, reason: 'So it was.'}}),
  ]
  for (const reply of await Promise.all(calls)) expect(reply.status).toBe(404)
})
