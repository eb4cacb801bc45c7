import {expect, it, vi} from 'vitest'
import {addDays, dayInEngland} from '../../domain/calendar.ts'
import {tokenFor} from '../../local/issuer.ts'
import {type Asked, aChild, aReferral, ask, given, hearth, uniqueReference} from './service.ts'

/** Of nobody else's tests. */
const AUTHORITY = 'E09000030'
const TODAY = dayInEngland(new Date().toISOString())
const ago = (days: number) => addDays(TODAY, -days)

const issuer = {...hearth.issuer, stop: async () => {}}
const [recruiter, officer] = await Promise.all(
  ['recruitment-officer', 'placements-officer'].map(async role => ({
    as: {token: await tokenFor(issuer, `${role}@${AUTHORITY}`)},
  })),
)

/** From the first contact to the minutes of the panel. */
const ASSESSMENT = [
  {kind: 'first-contact', on: ago(299)},
  {kind: 'home-visit', on: ago(290)},
  {kind: 'application-accepted', on: ago(260)},
  {kind: 'stage-1-started', on: ago(259)},
  {kind: 'check-asked', on: ago(258), check: 'disclosure'},
  {kind: 'check-returned', on: ago(240), check: 'disclosure', satisfactory: true},
  {kind: 'stage-1-information', on: ago(220)},
  {kind: 'stage-1-outcome', on: ago(215), suitable: true},
  {kind: 'stage-2-started', on: ago(214)},
  {kind: 'stage-2-completed', on: ago(60)},
  {kind: 'panel', on: ago(40), recommends: 'approve'},
  {kind: 'minutes-received', on: ago(35)},
]

const approval = () => ({
  kind: 'decision',
  on: ago(30),
  outcome: 'approved',
  terms: {places: 2, ages: {from: 0, to: 17}, sexes: ['F', 'M', 'U'], kinds: ['short-term', 'long-term']},
  home: {
    reference: uniqueReference(),
    home: {postcode: 'SE6 4RU'},
    authorityId: AUTHORITY,
    bedrooms: ['one', 'two'].map(id => ({id, shareable: false, groundFloor: false})),
    skills: ['trauma'],
  },
})

const optionsFor = async (referralId: string): Promise<readonly string[]> => {
  const made = await given(201, 'POST', `/v1/referrals/${referralId}/shortlists`, {...officer!, body: {}})
  return made.options.map(({householdId}: {householdId: string}) => householdId)
}

/** Types of the events about a record that the bus has carried. */
async function told(about: string): Promise<readonly string[]> {
  const carried = (await (await fetch(`${hearth.adminUrl}/events`)).json()) as {
    event: {detail: {type: string; subject: string}}
  }[]
  return carried.map(({event}) => event.detail).flatMap(({type, subject}) => (subject === about ? type : []))
}

it('somebody asks, is assessed and approved, and the next shortlist finds the new home', async () => {
  const campaign = await given(201, 'POST', '/v1/recruitment/campaigns', {
    ...recruiter!,
    body: {name: 'Open evening', source: 'event', from: ago(310), until: ago(300), costPence: 80_000},
  })
  const enquiry = {
    reference: uniqueReference(),
    kind: 'fostering',
    enquiry: {on: ago(300), source: 'event', campaignId: campaign.id},
    applicants: [{dob: '1984-05-17'}],
  }
  const applications = '/v1/recruitment/applications'
  const opened = await given(201, 'POST', applications, {...recruiter!, body: enquiry})
  expect((await ask('GET', `${applications}/${opened.id}`, officer)).status).toBe(403)
  const record = (body: object, asked: Asked = {}) =>
    ask('POST', `${applications}/${opened.id}/milestones`, {...recruiter!, ...asked, body})
  for (const milestone of ASSESSMENT) expect((await record(milestone)).text).toContain(milestone.on)

  const due = await given(200, 'GET', `/v1/due?until=${addDays(TODAY, 400)}`, recruiter)
  expect(due.items).toMatchObject([
    {kind: 'recruitment-decision', about: {applicationId: opened.id}, state: 'lapsed'},
  ])
  const {items} = await given(200, 'GET', `${applications}?stage=panel-held`, recruiter)
  expect(items).toMatchObject([{id: opened.id, since: ago(40)}])

  const child = await given(201, 'POST', '/v1/children', {...officer!, body: aChild()})
  const referral = await given(201, 'POST', '/v1/referrals', {...officer!, body: aReferral([child.id])})
  expect(await optionsFor(referral.id)).toEqual([])

  const headers = {'idempotency-key': uniqueReference()}
  const decision = approval()
  const [first, again] = await Promise.all([record(decision, {headers}), record(decision, {headers})])
  expect([first.status, again.text]).toEqual([201, first.text])
  const {householdId} = first.json
  expect(await optionsFor(referral.id)).toEqual([householdId])

  const second = await record(approval())
  expect(second).toMatchObject({status: 409, json: {type: '/problems#not-in-order'}})
  const {milestones} = first.json
  const corrected = await ask('PUT', `${applications}/${opened.id}/milestones/${milestones.length}`, {
    ...recruiter!,
    headers: {'if-match': first.headers.get('etag')!},
    body: {on: ago(29), reason: 'Signed a day later.'},
  })
  expect(corrected.json).toMatchObject({since: ago(29), corrections: [{from: ago(30), to: ago(29)}]})
  const home = await given(200, 'GET', `/v1/households/${householdId}`, recruiter)
  expect(home.approval).toMatchObject({from: ago(29), until: null})

  expect(corrected.json.firstPlacementOn).toBe(null)
  const other = await given(201, 'POST', '/v1/children', {...officer!, body: aChild()})
  const toPlace = await given(201, 'POST', '/v1/referrals', {
    ...officer!,
    body: aReferral([other.id], {neededFrom: TODAY, expectedUntil: null}),
  })
  const placements = `/v1/referrals/${toPlace.id}/placements`
  const starting = {householdId, startOn: ago(10)}
  await given(201, 'POST', placements, {...officer!, body: starting})
  // A second start of the same placement is refused, and changes nothing.
  expect((await ask('POST', placements, {...officer!, body: starting})).status).toBe(409)
  const approvedNow = await given(200, 'GET', `${applications}?stage=approved`, recruiter)
  expect(approvedNow.items).toMatchObject([{id: opened.id, firstPlacementOn: ago(10)}])
  const {all} = await given(200, 'GET', '/v1/recruitment/funnel', recruiter)
  expect(all).toMatchObject({enquiries: 1, firstPlacements: 1})

  await record({kind: 'suspended', on: ago(5), reason: 'A standard of care is looked into.'})
  expect(await optionsFor(referral.id)).toEqual([])
  await record({kind: 'suspension-ended', on: ago(1)})
  expect(await optionsFor(referral.id)).toEqual([householdId])
  await record({kind: 'resignation-received', on: TODAY, reason: 'They move abroad.'})
  expect(await optionsFor(referral.id)).toEqual([])

  await vi.waitUntil(
    async () => (await told(`application/${opened.id}`)).includes('hearth.application-ended.v1'),
    {
      timeout: 30_000,
      interval: 100,
    },
  )
  expect(await told(`application/${opened.id}`)).toContain('hearth.household-approved.v1')
})
