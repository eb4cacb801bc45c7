import {expect, it, vi} from 'vitest'
import {addDays, dayInEngland} from '../../domain/calendar.ts'
import {aChild, aReferral, ask, given, hearth} from './service.ts'

const TODAY = dayInEngland(new Date().toISOString())
const chair = {as: 'panel-chair'} as const
const member = {as: 'panel-member'} as const

/** A child who came to live in a children's home at £6,000 a week today. */
async function inAChildrensHome(): Promise<{readonly id: string; readonly childId: string}> {
  const child = await given(201, 'POST', '/v1/children', {body: aChild()})
  const referral = await given(201, 'POST', '/v1/referrals', {
    body: aReferral([child.id], {neededFrom: TODAY, expectedUntil: null}),
  })
  const approval = {rule: 'A9', by: 'duty', on: TODAY, reason: 'There is no other home tonight.'}
  const {placements} = await given(201, 'POST', `/v1/referrals/${referral.id}/placements`, {
    body: {
      setting: {
        name: 'Elm House',
        urn: 'SC012345',
        location: {easting: 537600, northing: 173900},
        authorityId: hearth.authorityId,
      },
      startOn: TODAY,
      code: {place: 'K2', provider: 'PR4'},
      weeklyCostPence: 600_000,
      approvals: [{...approval, role: 'best-care-panel-chair'}],
    },
  })
  return placements[0]
}

const caseOf = async (id: string) => (await ask('GET', `/v1/panel/cases/${id}`, member)).json

it('a dear placement comes before the panel by itself, is decided on, and followed', async () => {
  const {id} = await inAChildrensHome()
  await vi.waitUntil(async () => (await caseOf(id)).state === 'open', {timeout: 30_000, interval: 100})
  expect(await caseOf(id)).toMatchObject({version: 1, meets: ['weekly-cost', 'new-external']})

  const path = `/v1/placements/${id}/costs`
  const {version} = await given(200, 'GET', path, member)
  await given(200, 'PUT', path, {
    ...member,
    headers: {'if-match': `"${version}"`},
    body: {
      components: [
        {kind: 'placement', label: 'fee', penceAWeek: 500_000, from: TODAY},
        {kind: 'add-on', label: 'two-to-one', penceAWeek: 100_000, from: TODAY},
      ],
      shares: [{funder: 'health', basisPoints: 2_500}],
      contractEndsOn: addDays(TODAY, 30),
    },
  })
  const all = ['weekly-cost', 'new-external', 'contract-ending', 'add-ons']
  await vi.waitUntil(async () => (await caseOf(id)).meets.length === all.length, {
    timeout: 30_000,
    interval: 100,
  })
  expect(new Set((await caseOf(id)).meets)).toEqual(new Set(all))

  const pack = await given(200, 'GET', `/v1/panel/cases/${id}/pack`, member)
  expect(pack.cost).toMatchObject({
    penceAWeek: 600_000,
    shares: [
      {funder: 'social-care', pence: 450_000},
      {funder: 'health', pence: 150_000},
    ],
  })
  expect(pack.stepDown.options.length).toBeGreaterThan(0)
  expect(pack.stepDown.options[0].wouldLose[0]).toBe('a home since today')

  const meeting = `/v1/panel/meetings/${TODAY}`
  await given(200, 'POST', `${meeting}/publish`, {...chair, body: {}})
  const decision = {
    kind: 'step-down-agreed',
    reasons: 'She is ready for a family.',
    present: ['service manager', 'fostering', 'finance'],
    stepDown: {
      target: 'in-house-foster',
      by: addDays(TODAY, 90),
      owner: 'fostering',
      forecastPenceAWeek: 71_000,
    },
  }
  const decisions = `/v1/panel/cases/${id}/decisions`
  expect((await ask('POST', decisions, {...member, body: decision})).status).toBe(403)
  const decided = await given(201, 'POST', decisions, {...chair, body: decision})
  expect(decided.decisions).toMatchObject([{kind: 'step-down-agreed', weeklyCostPence: 600_000}])

  const page = await ask('GET', `${meeting}/pack`, member)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.text).toContain('Changed since it was published')

  await fetch(`${hearth.adminUrl}/schedules`, {method: 'PUT'})
  await vi.waitUntil(async () => !(await caseOf(id)).meets.includes('new-external'), {
    timeout: 60_000,
    interval: 250,
  })
  expect(await caseOf(id)).toMatchObject({state: 'open'})
})
