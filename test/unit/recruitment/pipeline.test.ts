import {describe, expect, test} from 'vitest'
import type {Campaign} from '../../../domain/recruitment/application.ts'
import {firstPlacementBy} from '../../../domain/recruitment/first-placement.ts'
import {forecastApprovals} from '../../../domain/recruitment/forecast.ts'
import {cohortOf, FUNNEL_STEPS, followedCohortOf, funnelOn} from '../../../domain/recruitment/funnel.ts'
import {leavingBetween} from '../../../domain/recruitment/leaving.ts'
import {pipelineOn} from '../../../domain/recruitment/pipeline.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {sourcesOn} from '../../../domain/recruitment/sources.ts'
import {timeToApproval} from '../../../domain/recruitment/time-to-approval.ts'
import {enquiriesCsv} from '../../../functions/http/recruitment/views/enquiries-csv.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'
import {countFunnel} from '../../../tools/count-funnel.ts'
import {asCounted} from '../../support/funnel-as-counted.ts'
import {anApplication, having, upTo} from './an-application.ts'
import {homesWithChildren} from './homes-with-children.ts'

const [FROM, TODAY] = ['2023-10-01', '2026-09-30']
const {applications, campaigns} = makePipeline({seed: 7, enquiries: 3000, from: FROM, today: TODAY})
const calendars = new Map(
  homesWithChildren(applications).map(({household, calendar}) => [household.id, calendar]),
)
const followed = applications.map(application => ({
  ...application,
  firstPlacementOn: firstPlacementBy(application, calendars, TODAY),
}))

describe('3,000 enquiries over three years, counted twice', () => {
  // The middle of things as well as the end: then more are open.
  describe.each([TODAY, '2025-02-28'])('as of %s', on => {
    const counted = countFunnel(enquiriesCsv(followed), on)

    test('the funnel of every month of enquiry', () => {
      expect(funnelOn(followed, on).map(asCounted)).toEqual(counted.cohorts)
      const asked = followed.filter(({enquiry}) => enquiry.on <= on)
      expect(asCounted(followedCohortOf('all', asked, on))).toEqual({month: 'all', ...counted.all})
    })

    test('the time from application to approval', () => {
      expect(timeToApproval(applications, {from: FROM, to: on})).toMatchObject(counted.time)
    })

    test('what came of each source and campaign', () => {
      const withEnquiries = sourcesOn(applications, campaigns, on)
        .filter(({enquiries}) => enquiries > 0)
        .map(({source, campaignId, enquiries, approvals}) => ({
          name: `${source} ${campaignId ?? ''}`,
          enquiries,
          approvals,
        }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      expect(withEnquiries).toEqual(counted.sources)
    })

    test('who withdrew, by code', () => {
      const codes: Record<string, number> = {}
      for (const {kind, reason, count} of leavingBetween(applications, {from: FROM, to: on}))
        if (kind === 'withdrawn') codes[reason!] = (codes[reason!] ?? 0) + count
      expect(codes).toEqual(counted.codes)
    })
  })

  test('it has the shape of national figures', () => {
    const {enquiries, reached, withdrawn, refused, open} = cohortOf('all', applications, TODAY)
    expect(enquiries).toBe(3000)
    expect(reached['application-accepted'] / enquiries).toBeCloseTo(0.12, 1)
    expect(reached.approved).toBeGreaterThan(70)
    expect(reached.approved + withdrawn + refused + open).toBe(enquiries)
  })
})

describe('the funnel counts open cases as open', () => {
  test('and says where the share can still end', () => {
    const approved = applications.find(({milestones}) => milestones.some(({kind}) => kind === 'decision'))!
    const cohort = cohortOf('2026-02', [anApplication(), anApplication(), approved], TODAY)
    expect(cohort).toMatchObject({open: 2, withdrawn: 0, approvedShareAtMost: 1, approvedOfClosed: 1})
    expect(cohort.approvedShare).toBeCloseTo(1 / 3)
  })

  test('no step is reached by more than the step before', () => {
    for (const {reached} of funnelOn(followed, TODAY))
      for (const [i, step] of FUNNEL_STEPS.entries())
        if (i > 0) expect(reached[step]).toBeLessThanOrEqual(reached[FUNNEL_STEPS[i - 1]!])
  })
})

describe('the pipeline shows where each application stands', () => {
  test('with its ages and what is late, the longest first', () => {
    const asked = anApplication({id: 'b' as never})
    const earlier = anApplication({
      id: 'a' as never,
      enquiry: {on: '2026-01-05', source: 'event', campaignId: null},
    })
    const contacted = having(anApplication({id: 'c' as never}), upTo('first-contact'))
    const stages = pipelineOn([asked, earlier, contacted], DEFAULT_RECRUITMENT, '2026-02-03')
    expect(stages[0]).toMatchObject({stage: 'enquiry', count: 2, late: 1, medianDaysInStage: 15})
    expect(
      stages[0]?.applications.map(({applicationId, daysInStage}) => [applicationId, daysInStage]),
    ).toEqual([
      ['a', 29],
      ['b', 1],
    ])
    expect(stages[0]?.applications[0]?.overdue).toMatchObject([{kind: 'response', dueOn: '2026-01-06'}])
    expect(stages[1]).toMatchObject({stage: 'contacted', count: 1, late: 0})
  })

  test('of the sample everybody open is at one stage', () => {
    const stages = pipelineOn(applications, DEFAULT_RECRUITMENT, TODAY)
    const {open} = cohortOf('all', applications, TODAY)
    expect(stages.reduce((sum, {count}) => sum + count, 0)).toBe(open)
  })
})

test('a campaign costs so much for each approval, and nothing is made of none', () => {
  const campaign: Campaign = {
    id: 'spring' as never,
    name: 'Spring',
    source: 'event',
    from: '2026-01-01',
    until: null,
    costPence: 90_000,
  }
  const [yielded] = sourcesOn([], [campaign], TODAY)
  expect(yielded).toMatchObject({enquiries: 0, costPence: 90_000, costPenceForEachApproval: null})
  const shown = sourcesOn(applications, campaigns, TODAY).find(
    ({costPenceForEachApproval}) => costPenceForEachApproval,
  )
  expect(shown!.costPenceForEachApproval).toBe(Math.round(shown!.costPence! / shown!.approvals))
})

describe('the forecast of approvals', () => {
  test('is refused where there is too little history', () => {
    expect(forecastApprovals(applications, '2025-06-30')).toMatchObject({
      ok: false,
      error: {kind: 'too-little-history', months: 20, monthsNeeded: 24},
    })
    expect(forecastApprovals(applications.slice(0, 100), TODAY)).toMatchObject({ok: false})
    expect(forecastApprovals([], TODAY)).toMatchObject({ok: false, error: {months: 0, approvals: 0}})
  })

  test('adds up, and says what it rests on', () => {
    const forecast = forecastApprovals(applications, TODAY)
    if (!forecast.ok) throw new Error('refused')
    const {months, expected, low, high, fromOpen, fromNew, restsOn} = forecast.value
    expect(months).toHaveLength(12)
    expect(months.reduce((sum, month) => sum + month, 0)).toBeCloseTo(expected)
    expect(fromOpen + fromNew).toBeCloseTo(expected)
    expect(low).toBeLessThan(expected)
    expect(high).toBeGreaterThan(expected)
    expect(restsOn).toMatchObject({months: 35, enquiries: 3000})
  })
})
