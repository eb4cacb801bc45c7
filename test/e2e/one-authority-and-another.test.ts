import {expect, it} from 'vitest'
import {aChild, aHousehold, aReferral, ask, given, hearth} from './service.ts'

const stranger = {as: {token: hearth.other.tokens['placements-manager']}} as const

it('lets no authority read, change or list what another has recorded', async () => {
  const child = await given(201, 'POST', '/v1/children', {body: aChild()})
  const household = await given(201, 'POST', '/v1/households', {body: aHousehold()})
  const referral = await given(201, 'POST', '/v1/referrals', {body: aReferral([child.id])})
  const shortlist = await given(201, 'POST', `/v1/referrals/${referral.id}/shortlists`)
  const paths = [
    `/v1/children/${child.id}`,
    `/v1/households/${household.id}`,
    `/v1/referrals/${referral.id}`,
    `/v1/referrals/${referral.id}/shortlists`,
    `/v1/shortlists/${shortlist.id}`,
    `/v1/shortlists/${shortlist.id}/excluded`,
  ]
  for (const path of paths) {
    expect((await ask('GET', path)).status).toBe(200)
    expect((await ask('GET', path, stranger)).status, path).toBe(404)
  }
  const ifMatch = {headers: {'if-match': '"1"'}}
  const changed = await ask('PUT', `/v1/children/${child.id}`, {...stranger, ...ifMatch, body: aChild()})
  expect(changed.status).toBe(404)
  for (const list of ['children', 'households', 'referrals'])
    expect((await given(200, 'GET', `/v1/${list}`, stranger)).items).toEqual([])
})

it('cannot refer a child of another authority, and is told which', async () => {
  const ours = await given(201, 'POST', '/v1/children', {body: aChild()})
  const refused = await ask('POST', '/v1/referrals', {...stranger, body: aReferral([ours.id])})
  expect(refused.status).toBe(422)
  expect(refused.json.errors).toMatchObject([{pointer: '/children/0'}])
})

it('keeps references apart: two authorities may use the same one', async () => {
  const child = aChild({home: {easting: 533000, northing: 178000}})
  await given(201, 'POST', '/v1/children', {body: child})
  await given(201, 'POST', '/v1/children', {...stranger, body: {...child, reference: child.reference}})
  const again = await ask('POST', '/v1/children', {body: child})
  expect(again.status).toBe(409)
})
