import {describe, expect, it} from 'vitest'
import {type Call, inMemoryService, type ServedRoute} from '../../../contracts/in-memory-service.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {FollowedCohort} from '../../../domain/recruitment/funnel.ts'
import {applicationItems} from '../../../functions/store/applications.ts'
import {campaignItem} from '../../../functions/store/campaigns.ts'
import {householdItems} from '../../../functions/store/households.ts'
import {firstVersion} from '../../../functions/store/stored.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'
import {countFunnel} from '../../../tools/count-funnel.ts'
import {asCounted} from '../../support/funnel-as-counted.ts'
import {homesWithChildren} from '../recruitment/homes-with-children.ts'
import {borough, CHILD, given, HOUSEHOLD, officer, POSTCODES, pointersIn, REFERRAL} from './a-borough.ts'

const AUTHORITY = 'E09000023' as AuthorityId
const [FROM, TODAY] = ['2023-10-01', '2026-09-30']
const NOW = `${TODAY}T09:30:00.000Z`
const recruiter = {claims: officer(AUTHORITY, 'recruitment-officer')}
const analyst = {claims: officer(AUTHORITY, 'analyst')}

/** A service that has followed 3,000 enquiries for three years. */
const service = inMemoryService({postcodes: POSTCODES, now: () => NOW})
const {applications, campaigns} = makePipeline({seed: 7, enquiries: 3000, from: FROM, today: TODAY})
await service.surroundings.table.putUnseen([
  ...applications.flatMap(application => applicationItems(AUTHORITY, application, NOW)),
  ...homesWithChildren(applications).flatMap(home => householdItems(AUTHORITY, home, NOW)),
  ...campaigns.map(campaign => campaignItem(AUTHORITY, firstVersion(campaign, NOW))),
])

interface Funnel {
  readonly all: FollowedCohort
  readonly cohorts: readonly FollowedCohort[]
  readonly timeToApproval: object
  readonly leaving: readonly {kind: string; reason: string; count: number}[]
  readonly sources: readonly {
    source: string
    campaignId: string | null
    enquiries: number
    approvals: number
    costPence: number | null
  }[]
  readonly forecast: {readonly made: boolean; readonly [part: string]: unknown}
}
const asked = async <T>(route: ServedRoute, call: Call = {}) =>
  (await given(service, route, {...recruiter, ...call})) as unknown as T
const funnelAt = (asAt: string) => asked<Funnel>('getFunnel', {query: {asAt}})

describe('the funnel of 3,000 enquiries, counted again from the exported CSV', async () => {
  const {text} = await service.call('exportEnquiries', recruiter)

  it.each([TODAY, '2025-02-28'])('is the same as of %s', async asAt => {
    const counted = countFunnel(text, asAt)
    const funnel = await funnelAt(asAt)
    expect(funnel.cohorts.map(asCounted)).toEqual(counted.cohorts)
    expect(asCounted(funnel.all)).toEqual({month: 'all', ...counted.all})
    expect(funnel.all.firstPlacements).toBeGreaterThan(0)
    expect(funnel.timeToApproval).toMatchObject(counted.time)
    const bySource = funnel.sources
      .filter(({enquiries}) => enquiries > 0)
      .map(({source, campaignId, enquiries, approvals}) => ({
        name: `${source} ${campaignId ?? ''}`,
        enquiries,
        approvals,
      }))
    expect(bySource.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(counted.sources)
    const codes: Record<string, number> = {}
    for (const {kind, reason, count} of funnel.leaving)
      if (kind === 'withdrawn') codes[reason] = (codes[reason] ?? 0) + count
    expect(codes).toEqual(counted.codes)
  })

  it('leaves out what was before a day, but forecasts from all', async () => {
    const from = '2026-04-01'
    const funnel = await asked<Funnel>('getFunnel', {query: {from}})
    const known = applications.filter(({enquiry}) => enquiry.on >= from)
    expect(funnel.all.enquiries).toBe(known.length)
    expect(funnel.forecast).toEqual((await funnelAt(TODAY)).forecast)
    expect(funnel.forecast['restsOn']).toMatchObject({enquiries: 3000})
  })

  it('does not guess where there is little history', async () => {
    expect((await funnelAt('2024-06-30')).forecast).toMatchObject({made: false, months: 8, monthsNeeded: 24})
  })
})

describe('the pipeline', () => {
  interface Pipeline {
    readonly stages: readonly {
      readonly count: number
      readonly late: number
      readonly applications: readonly {readonly applicationId: string; readonly overdue: readonly object[]}[]
    }[]
  }

  it('has everybody who is open, once', async () => {
    const {stages} = await asked<Pipeline>('getPipeline')
    const ids = stages.flatMap(stage => stage.applications.map(({applicationId}) => applicationId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe((await funnelAt(TODAY)).all['open'])
    for (const {count, late, applications: all} of stages) {
      expect(all.length).toBe(count)
      expect(all.filter(({overdue}) => overdue.length > 0).length).toBe(late)
    }
  })

  it('is of a day that has come', async () => {
    const reply = await service.call('getPipeline', {...recruiter, query: {asAt: '2026-10-01'}})
    expect(pointersIn(reply)).toEqual(['query:/asAt'])
  })
})

describe('Ofsted’s return', () => {
  it('has the same counts as a table and as CSV', async () => {
    const query = {asAt: '2026-03-31'}
    const {rows} = JSON.parse((await service.call('getOfstedReturn', {...analyst, query})).text) as {
      rows: {section: string; field: string; kind: string; count: number; members: string[]}[]
    }
    const csv = await service.call('getOfstedReturn', {...analyst, query: {...query, format: 'csv'}})
    const [head, ...lines] = csv.text.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(head).toBe('section,field,kind,reason,count')
    expect(lines.map(line => Number(line.split(',').at(-1)))).toEqual(rows.map(({count}) => count))
    const received = rows.find(({field, kind}) => field === 'received' && kind === 'mainstream')!
    const inYear = countFunnel((await service.call('exportEnquiries', recruiter)).text, TODAY)
    expect(received.members.length).toBe(received.count)
    expect(received.count).toBeGreaterThan(0)
    expect(received.count).toBeLessThan(inYear.all['application-accepted']!)
  })

  it('is of a 31 March that has come', async () => {
    for (const asAt of ['2026-03-30', '2027-03-31'])
      expect(pointersIn(await service.call('getOfstedReturn', {...analyst, query: {asAt}}))).toEqual([
        'query:/asAt',
      ])
  })
})

describe('fairness', () => {
  it('shows no small number to anybody', async () => {
    const {by} = await asked<{by: Record<string, Record<string, number | string | null>[]>}>(
      'getFairness',
      analyst,
    )
    expect(Object.keys(by)).toEqual(['ethnicity', 'age', 'area'])
    for (const rows of Object.values(by))
      for (const {enquiries, applications: accepted, approved} of rows)
        for (const count of [enquiries, accepted, approved])
          expect(count === 'c' || count === 0 || (count as number) > 5).toBe(true)
    const [known] = by['ethnicity']!.filter(({enquiries}) => enquiries !== 'c')
    expect(known!['approvedShare']).not.toBe(undefined)
  })

  it('is of days in their order that have come', async () => {
    for (const [query, pointer] of [
      [{from: '2026-09-01', to: '2026-08-01'}, '/from'],
      [{to: '2026-12-01'}, '/to'],
    ] as const)
      expect(pointersIn(await service.call('getFairness', {...analyst, query}))).toEqual([`query:${pointer}`])
  })
})

describe('which carers are needed', () => {
  const needed = async (of: ReturnType<typeof borough>) =>
    (await given(of, 'getCarersNeeded', analyst)) as unknown as {
      demands: number
      metByOwn: {referralId: string}[]
      metBySupply: {referralId: string; householdId: string}[]
      unmet: {referralId: string; childIds: string[]}[]
      carers: {
        demands: number
        weeklyCost: object
        serves: {referralId: string; placedWith: string | null}[]
      }[]
    }
  const weeklyCost = {marginalPenceAWeek: 52_000, fullPenceAWeek: 71_000}
  const oneBed = (reference: string) => ({
    ...HOUSEHOLD,
    reference,
    weeklyCost,
    bedrooms: [{id: 'blue', shareable: false, groundFloor: false}],
    approval: {...HOUSEHOLD.approval, terms: {...HOUSEHOLD.approval.terms, places: 1}},
  })

  /** A child who came to live with carers on a day, and left on another. */
  async function placed(
    of: ReturnType<typeof borough>,
    reference: string,
    householdId: string,
    nights: [string, string],
  ) {
    const home = {easting: 537_600, northing: 173_900}
    const child = await given(of, 'createChild', {
      body: {...CHILD, reference, home: {...home, postcode: 'SE6 4RU'}},
    })
    const body = {...REFERRAL, children: [child.id], neededFrom: nights[0]}
    const referral = await given(of, 'openReferral', {body})
    const started = (await given(of, 'startPlacement', {
      params: {referralId: referral.id},
      body: {householdId, startOn: nights[0], weeklyCostPence: 100_000},
    })) as unknown as {placements: {id: string}[]}
    await given(of, 'endPlacement', {
      params: {placementId: started.placements[0]!.id},
      body: {on: nights[1], rec: 'E4A'},
    })
    return {child, referral}
  }

  it('finds in the homes of today those who lived there on the nights that are asked about', async () => {
    const of = borough()
    const own = await given(of, 'createHousehold', {body: oneBed('FC-1')})
    const agency = await given(of, 'createHousehold', {
      body: {...oneBed('IF-1'), provider: {type: 'ifa', agencyId: 'URN-1'}},
    })
    const first = await placed(of, 'LCS-1', own.id, ['2026-11-01', '2026-11-15'])
    // While she was there nobody else could be; after she had left somebody could.
    const during = await placed(of, 'LCS-2', agency.id, ['2026-11-05', '2026-11-12'])
    const after = await placed(of, 'LCS-3', agency.id, ['2026-11-16', '2026-11-20'])
    expect(await needed(of)).toMatchObject({
      demands: 3,
      metByOwn: [{referralId: first.referral.id}],
      metBySupply: [{referralId: after.referral.id, householdId: own.id}],
      unmet: [{referralId: during.referral.id, childIds: [during.child.id]}],
      carers: [{demands: 1, weeklyCost, serves: [{referralId: during.referral.id, placedWith: 'ifa'}]}],
    })
  })

  it('keeps the promise: with the household that is named the referral is met', async () => {
    const of = borough()
    const child = await given(of, 'createChild', {body: CHILD})
    const referral = await given(of, 'openReferral', {body: {...REFERRAL, children: [child.id]}})
    const [carer] = (await needed(of)).carers
    expect(carer!.serves.map(({referralId}) => referralId)).toEqual([referral.id])
    await given(of, 'createHousehold', {body: {...oneBed('FC-9'), home: {postcode: 'SE6 4RU'}}})
    expect(await needed(of)).toMatchObject({
      metBySupply: [{referralId: referral.id}],
      unmet: [],
      carers: [],
    })
  })

  it('looks back over months that are asked for, and names the parameter at fault', async () => {
    const reply = await borough().call('getCarersNeeded', {...analyst, query: {months: '0', count: '11'}})
    expect(pointersIn(reply)).toEqual(['query:/count', 'query:/months'])
  })
})

it('tells of a home that stands empty for long why it was passed over', async () => {
  const of = borough()
  const own = await given(of, 'createHousehold', {body: HOUSEHOLD})
  const child = await given(of, 'createChild', {body: {...CHILD, dob: '2015-06-01'}})
  const referral = await given(of, 'openReferral', {
    body: {...REFERRAL, kind: 'remand', children: [child.id]},
  })
  for (let n = 0; n < 2; n++) await given(of, 'makeShortlist', {params: {referralId: referral.id}, body: {}})
  const {items} = (await given(of, 'getEmptyPlaces', recruiter)) as unknown as {items: object[]}
  expect(items).toMatchObject([
    {
      householdId: own.id,
      places: [{place: 1}, {place: 2}],
      passedOver: [{rule: 'H2', referrals: [referral.id]}],
      offered: [],
      notShown: 0,
    },
  ])
})
