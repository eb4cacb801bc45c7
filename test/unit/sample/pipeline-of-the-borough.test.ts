import {expect, test} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {lastOf} from '../../../domain/recruitment/milestone.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import {pipelineItems} from '../../../local/seed-pipeline.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {withHomes} from '../../../sample/pipeline/homes-of-approved.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'

const [FROM, TODAY] = ['2023-11-23', '2026-11-23']
const households = makeBorough({seed: 7, children: 470, today: TODAY}).homes.map(({household}) => household)
const {applications} = makePipeline({seed: 7, enquiries: 1500, from: FROM, today: TODAY})
const linked = withHomes(applications, households, {from: FROM, today: TODAY})

test('homes of the borough that were approved lately have the application that led to them', () => {
  const homes = new Map(households.map(household => [household.id, household]))
  const own = linked.filter(({householdId}) => householdId !== null)
  expect(own.length).toBeGreaterThan(5)
  expect(new Set(own.map(({householdId}) => householdId)).size).toBe(own.length)
  for (const {kind, householdId, enquiry, milestones} of own) {
    const {approval, provider, kind: kindOfHome} = homes.get(householdId!)!
    expect([kindOfHome, provider.type]).toEqual([kind, 'in-house'])
    expect(lastOf(milestones, 'decision')).toMatchObject({on: approval.from, terms: approval.terms})
    expect(milestones.every(({on}) => on >= enquiry.on && on <= TODAY)).toBe(true)
  }
})

test('no other is changed, but that no home is made up for it', () => {
  for (const [n, application] of linked.entries())
    if (application.householdId === null) expect(application).toEqual({...applications[n], householdId: null})
})

test('what is late today was told before, and every clock can be worked out', () => {
  for (const application of linked)
    expect(() => clocksOn(application, DEFAULT_RECRUITMENT, TODAY)).not.toThrow()
  const items = pipelineItems(
    'E09000023' as AuthorityId,
    {seed: 7, enquiries: 300},
    households,
    `${TODAY}T09:30:00.000Z`,
  )
  const deadlines = items
    .filter(({type}) => type === 'deadlines')
    .flatMap(
      item =>
        JSON.parse(String(item['value'])).deadlines as {lapsesAt: string; raised: {lapsed: string | null}}[],
    )
  const lapsed = deadlines.filter(({lapsesAt}) => lapsesAt <= `${TODAY}T09:30:00.000Z`)
  expect(lapsed.length).toBeGreaterThan(0)
  for (const {lapsesAt, raised} of lapsed) expect(raised.lapsed).toBe(lapsesAt)
})
