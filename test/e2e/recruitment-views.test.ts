import {ListTablesCommand} from '@aws-sdk/client-dynamodb'
import {beforeAll, describe, expect, it, vi} from 'vitest'
import {addDays, dayInEngland} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import {applicationItems} from '../../functions/store/applications.ts'
import {documentClient} from '../../functions/store/client.ts'
import {dynamodbTable} from '../../functions/store/dynamodb-table.ts'
import type {Item} from '../../functions/store/table.ts'
import {tokenFor} from '../../local/issuer.ts'
import {makePipeline} from '../../sample/pipeline/make-pipeline.ts'
import {countFunnel} from '../../tools/count-funnel.ts'
import {aChild, aHousehold, aReferral, ask, given, hearth} from './service.ts'

/** Of nobody else's tests. */
const AUTHORITY = 'E09000029' as AuthorityId
const NOW = new Date().toISOString()
const TODAY = dayInEngland(NOW)
const MOST_STEPS = 100

const issuer = {...hearth.issuer, stop: async () => {}}
const [recruiter, analyst, manager] = await Promise.all(
  ['recruitment-officer', 'analyst', 'placements-manager'].map(async role => ({
    as: {token: await tokenFor(issuer, `${role}@${AUTHORITY}`)},
  })),
)

/** What is there already when the test begins, written straight into the table. */
async function keep(items: readonly Item[]): Promise<void> {
  const credentials = {accessKeyId: 'seed', secretAccessKey: 'local'}
  const client = documentClient({endpoint: hearth.databaseUrl, region: 'eu-west-2', credentials})
  const {TableNames = []} = await client.send(new ListTablesCommand())
  const table = dynamodbTable(client, TableNames.find(name => name.includes('HearthTable'))!)
  for (let from = 0; from < items.length; from += MOST_STEPS)
    await table.transact(
      items.slice(from, from + MOST_STEPS).map(item => ({
        key: {pk: item.pk, sk: item.sk},
        expect: 'absent' as const,
        put: item,
        refuse: () => null,
      })),
    )
  client.destroy()
}

beforeAll(async () => {
  const {applications} = makePipeline({seed: 11, enquiries: 600, from: addDays(TODAY, -900), today: TODAY})
  await keep(applications.flatMap(application => applicationItems(AUTHORITY, application, NOW)))
})

it('counts the same as a script that shares no code counts from the exported CSV', async () => {
  const csv = await ask('GET', '/v1/exports/enquiries', recruiter)
  const counted = countFunnel(csv.text, TODAY)
  const funnel = await given(200, 'GET', '/v1/recruitment/funnel', analyst)
  expect(counted.all['enquiries']).toBe(600)
  const {enquiries, open, withdrawn, refused, reached, firstPlacements} = funnel.all
  const all = {enquiries, open, withdrawn, refused, ...reached, 'first-placement': firstPlacements}
  expect(all).toEqual(counted.all)
  expect(funnel.timeToApproval).toMatchObject(counted.time)

  const {stages} = await given(200, 'GET', '/v1/recruitment/pipeline', recruiter)
  expect(stages.reduce((sum: number, {count}: {count: number}) => sum + count, 0)).toBe(open)
})

it('gives Ofsted its fields as CSV, and fairness without small numbers', async () => {
  const csv = await ask('GET', '/v1/recruitment/ofsted-return?format=csv', analyst)
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(csv.text).toContain('applications,received,mainstream,,')
  const {by} = await given(200, 'GET', '/v1/recruitment/fairness', analyst)
  const shown = Object.values<{enquiries: number | 'c'}[]>(by)
    .flat()
    .map(({enquiries}) => enquiries)
  expect(shown.filter(count => count !== 'c' && count > 0 && count < 6)).toEqual([])
})

describe('a child on remand for whom no carer of the authority’s own is approved', () => {
  const facts = {authorityId: AUTHORITY, weeklyCost: {marginalPenceAWeek: 52_000, fullPenceAWeek: 71_000}}
  let [referralId, householdId] = ['', '']

  beforeAll(async () => {
    householdId = (await given(201, 'POST', '/v1/households', {...manager, body: aHousehold(facts)})).id
    const child = await given(201, 'POST', '/v1/children', {...manager, body: aChild()})
    const body = aReferral([child.id], {kind: 'remand', neededFrom: TODAY, expectedUntil: null})
    referralId = (await given(201, 'POST', '/v1/referrals', {...manager, body})).id
    await given(201, 'POST', `/v1/referrals/${referralId}/shortlists`, {...manager, body: {}})
  })

  it('makes a household needed', async () => {
    const needed = await given(200, 'GET', '/v1/recruitment/carers-needed', analyst)
    expect(needed).toMatchObject({demands: 1, unmet: [{referralId}]})
    expect(needed.carers).toMatchObject([
      {rank: 1, demands: 1, wentTo: {nowhere: 1}, weeklyCost: facts.weeklyCost, serves: [{referralId}]},
    ])
  })

  it('stands among the reasons for which a home is empty', async () => {
    const home = await vi.waitUntil(
      async () => {
        const {items} = await given(200, 'GET', '/v1/recruitment/empty-places', recruiter)
        const found = items.find((each: {householdId: string}) => each.householdId === householdId)
        return found?.passedOver.length > 0 && found
      },
      {timeout: 30_000, interval: 250},
    )
    expect(home.passedOver).toMatchObject([{rule: 'H2', referrals: [referralId]}])
  })
})

it('works out what the sample borough needs from those who wait there', async () => {
  const {items} = await given(200, 'GET', '/v1/referrals?status=open&limit=200')
  const needed = await given(200, 'GET', '/v1/recruitment/carers-needed?count=3', {as: 'recruitment-officer'})
  const all = [...needed.metByOwn, ...needed.metBySupply, ...needed.unmet]
  expect(needed.demands).toBe(all.length)
  const asked = new Set(all.map(({referralId}: {referralId: string}) => referralId))
  expect(items.filter(({id}: {id: string}) => !asked.has(id)).map(({id}: {id: string}) => id)).toEqual([])
  const served = needed.carers.flatMap(({serves}: {serves: {referralId: string}[]}) => serves)
  expect(served.length).toBeLessThanOrEqual(needed.unmet.length)
})

it('is for those whose work it is', async () => {
  expect((await ask('GET', '/v1/recruitment/pipeline', analyst)).status).toBe(403)
  expect((await ask('GET', '/v1/exports/enquiries', analyst)).status).toBe(403)
  expect((await ask('GET', '/v1/recruitment/empty-places', analyst)).status).toBe(403)
  expect((await ask('GET', '/v1/recruitment/carers-needed', {as: null})).status).toBe(401)
})
