import {expect, it} from 'vitest'
import type {InMemoryService} from '../../../contracts/in-memory-service.ts'
import {given, ifMatch, pointersIn, problemIn, REFERRAL} from './a-borough.ts'
import {AT, aHome, placementsIn, referralOf, TWO_BEDROOMS} from './a-home.ts'

const AGENCY = 'URN-SC012345'
const VALID_UNTIL = '2026-11-24T16:00:00.000Z'

const approach = (service: InMemoryService, referral: {id: string}, body: object) =>
  service.call('recordApproach', {params: {referralId: referral.id}, body})

const answer = (service: InMemoryService, asked: {id: string}, body: object) =>
  service.call('answerApproach', {params: {approachId: asked.id}, body})

async function askedAgency() {
  const home = await aHome({...TWO_BEDROOMS, provider: {type: 'ifa', agencyId: AGENCY}})
  const referral = await referralOf(home.service)
  const asked = (await approach(home.service, referral, {agencyId: AGENCY})).json as {id: string}
  return {...home, referral, asked}
}

it('records who was asked, when and by whom, and what they said', async () => {
  const {service, householdId} = await aHome()
  const referral = await referralOf(service)
  const reply = await approach(service, referral, {householdId, at: '2026-11-23T08:00:00.000Z'})
  expect([reply.status, reply.headers['location']]).toEqual([
    201,
    `/v1/approaches/${(reply.json as {id: string}).id}`,
  ])
  expect(reply.json).toMatchObject({
    referralId: referral.id,
    of: {kind: 'household', householdId},
    asked: {at: '2026-11-23T08:00:00.000Z', by: '5f0c7a52-placements-manager'},
    answered: null,
  })
  const asked = reply.json as {id: string}
  const no = await answer(service, asked, {answer: 'no', reason: 'notice-too-short'})
  expect(no.json).toMatchObject({
    version: 2,
    answered: {answer: 'no', reason: 'notice-too-short', at: AT},
  })
  expect(await given(service, 'getApproach', {params: {approachId: asked.id}})).toEqual(no.json)
  const list = await given(service, 'listApproaches', {params: {referralId: referral.id}})
  expect(list['items']).toEqual([no.json])
})

it('keeps the first answer for good', async () => {
  const {service, asked} = await askedAgency()
  await answer(service, asked, {answer: 'no', reason: 'mix'})
  expect(problemIn(await answer(service, asked, {answer: 'no', reason: 'age'}))).toMatchObject({
    status: 409,
    type: '/problems#answered-already',
    since: AT,
  })
})

it('says what is wrong with an answer', async () => {
  const {service, asked} = await askedAgency()
  const stranger = await given(service, 'createHousehold', {body: {...TWO_BEDROOMS, reference: 'FC-2'}})
  const offer = {weeklyCostPence: 98_000, validUntil: VALID_UNTIL}
  const yes = async (more: object) => pointersIn(await answer(service, asked, {answer: 'yes', ...more}))
  expect(await yes({})).toEqual(['/offer'])
  expect(await yes({offer: {...offer, validUntil: AT}})).toEqual(['/offer/validUntil'])
  expect(await yes({offer: {...offer, householdId: stranger.id}})).toEqual(['/offer/householdId'])
  expect(await yes({offer, at: '2026-11-23T10:00:00.000Z'})).toEqual(['/at'])
  expect(await yes({offer, at: '2026-11-23T09:00:00.000Z'})).toEqual(['/at'])
  expect(pointersIn(await answer(service, asked, {answer: 'no'}))).toEqual(['/reason'])
})

it('shows an offer on the next shortlist while it stands, and starts a placement from it', async () => {
  const {clock, service, householdId, referral, asked} = await askedAgency()
  const offer = {householdId, weeklyCostPence: 98_000, validUntil: VALID_UNTIL}
  expect((await answer(service, asked, {answer: 'yes', offer})).status).toBe(200)
  const params = {referralId: referral.id}
  const shortlist = await given(service, 'makeShortlist', {params, body: {}})
  expect(shortlist['offers']).toMatchObject([{approachId: asked.id, agencyId: AGENCY, ...offer}])
  expect(shortlist['options']).toMatchObject([{householdId, costPenceAWeek: {marginal: 98_000, full: null}}])
  const body = {householdId, startOn: '2026-12-01', approachId: asked.id}
  clock.now = VALID_UNTIL
  expect((await given(service, 'makeShortlist', {params, body: {}}))['offers']).toEqual([])
  expect(problemIn(await service.call('startPlacement', {params, body}))).toMatchObject({
    type: '/problems#offer-lapsed',
    since: VALID_UNTIL,
  })
  clock.now = '2026-11-24T15:59:59.999Z'
  const started = await service.call('startPlacement', {params, body})
  expect(placementsIn(started.json)).toMatchObject([{approachId: asked.id, weeklyCostPence: 98_000}])
})

it('asks nobody for a referral that is not open, and still records a no', async () => {
  const {service, referral, asked} = await askedAgency()
  const withdrawn = {...REFERRAL, children: referral['children'], status: 'withdrawn'}
  await given(service, 'changeReferral', {params: {referralId: referral.id}, ...ifMatch(1), body: withdrawn})
  const refused = await approach(service, referral, {agencyId: AGENCY})
  expect(problemIn(refused)).toMatchObject({status: 409, type: '/problems#referral-not-open'})
  const offer = {weeklyCostPence: 98_000, validUntil: VALID_UNTIL}
  expect((await answer(service, asked, {answer: 'yes', offer})).status).toBe(409)
  expect((await answer(service, asked, {answer: 'no', reason: 'no-vacancy'})).status).toBe(200)
})

it('tells of an offer as it is received', async () => {
  const {service, referral, asked} = await askedAgency()
  const offer = {weeklyCostPence: 98_000, validUntil: VALID_UNTIL}
  await answer(service, asked, {answer: 'yes', offer})
  const [event] = await service.surroundings.table.queryAll({pk: `E09000023#events#approach#${asked.id}`})
  expect(JSON.parse(String(event?.['value']))).toMatchObject({
    type: 'hearth.offer-received.v1',
    data: {approachId: asked.id, approachVersion: 2, referralId: referral.id, householdId: null},
  })
})
