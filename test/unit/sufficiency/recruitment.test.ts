import {describe, expect, it} from 'vitest'
import {clocksOn} from '../../../domain/recruitment/clocks.ts'
import {pipelineOn} from '../../../domain/recruitment/pipeline.ts'
import {DEFAULT_RECRUITMENT} from '../../../domain/recruitment/policy.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import {breakdownOf, indicatorsAt, membersOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {recruitmentFacts} from '../../../domain/sufficiency/recruitment-subjects.ts'
import {reportOf} from '../../../domain/sufficiency/report-tables.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'
import {aHome, aHousehold, householdId} from '../../support/matching.ts'
import {factsOf} from './a-history.ts'

const TODAY = '2026-09-30'
const {applications} = makePipeline({seed: 7, enquiries: 900, from: '2023-10-01', today: TODAY})
const facts = factsOf({recruitment: recruitmentFacts(applications, DEFAULT_RECRUITMENT)})
const prepared = prepare(facts)
const figure = (id: string, asAt: string, of: Facts = facts) =>
  indicatorsAt(prepare(of), asAt).find(each => each.id === id)!.value

describe.each([TODAY, '2026-03-31', '2025-01-15', '2023-12-01'])('recruitment as of %s', asAt => {
  it('counts those on the way, stage by stage, as the pipeline does', () => {
    const stages = pipelineOn(applications, DEFAULT_RECRUITMENT, asAt)
    const parts = breakdownOf('recruitment-open', 'stage', prepared, asAt)!.parts
    expect(parts.map(({key, numerator}) => [key, numerator])).toEqual(
      stages.map(({stage, count}) => [stage, count]),
    )
    expect(figure('recruitment-open', asAt)).toBe(stages.reduce((sum, {count}) => sum + count, 0))
  })

  it('counts every clock that is overdue, of whomever', () => {
    const overdue = applications
      .flatMap(application => clocksOn(application, DEFAULT_RECRUITMENT, asAt))
      .filter(({state}) => state === 'overdue')
    expect(figure('recruitment-overdue', asAt)).toBe(overdue.length)
    expect(membersOf('recruitment-overdue', prepared, asAt)).toHaveLength(overdue.length)
  })

  it('counts the approvals of the year', () => {
    const from =
      asAt >= '2026-04-01'
        ? '2026-04-01'
        : asAt >= '2025-04-01'
          ? '2025-04-01'
          : asAt >= '2024-04-01'
            ? '2024-04-01'
            : '2023-04-01'
    const approved = applications.filter(({milestones}) =>
      milestones.some(
        each => each.kind === 'decision' && each.outcome === 'approved' && each.on >= from && each.on <= asAt,
      ),
    )
    expect(figure('recruitment-approvals', asAt)).toBe(approved.length)
  })
})

describe('own households gained, less those lost', () => {
  const home = (
    id: string,
    from: string,
    until: string | null,
    facts: Parameters<typeof aHousehold>[0] = {},
  ) => {
    const {approval, ...rest} = aHousehold({id: householdId(id), ...facts})
    return aHome({...rest, approval: {...approval, from, until}})
  }
  const homes = [
    home('came', '2026-04-01', null),
    home('came and left', '2026-04-02', '2026-09-29'),
    home('left', '2020-01-01', '2026-04-01'),
    home('its last day', '2020-01-01', TODAY),
    home('left before', '2020-01-01', '2026-03-31'),
    home('of an agency', '2026-05-01', null, {provider: {type: 'ifa', agencyId: 'one'}}),
    home('parents', '2026-05-01', null, {kind: 'parent'}),
  ]

  it('counts a household whose approval began, and takes away one whose approval is over', () => {
    const of = factsOf({homes})
    expect(figure('households-net', TODAY, of)).toBe(0)
    expect(figure('households-net', '2026-10-01', of)).toBe(-1)
    const members = membersOf('households-net', prepare(of), TODAY)!
    expect(members.map(({about, amount}) => [about, amount])).toEqual([
      ['came and left', -1],
      ['came and left', 1],
      ['came', 1],
      ['left', -1],
    ])
  })
})

describe('table 10 of the report', () => {
  const table = (of: Facts, audience: 'in-role' | 'public' = 'in-role') =>
    reportOf(prepare(of), TODAY, audience).tables[9]!

  it('has each stage with those who came to it, and who stand there how long', () => {
    const {rows, says, waitsFor} = table(facts)
    const stages = pipelineOn(applications, DEFAULT_RECRUITMENT, TODAY)
    expect(waitsFor).toBeNull()
    expect(rows.slice(0, 8).map(row => row.slice(2))).toEqual(
      stages.map(({count, medianDaysInStage, late}) => [count, medianDaysInStage, late]),
    )
    const asked = applications.filter(({enquiry}) => enquiry.on >= '2026-04-01').length
    expect(rows[0]![1]).toBe(asked)
    expect(rows[8]).toEqual(['Approved', figure('recruitment-approvals', TODAY), null, null, null])
    expect(says).toContain(`${asked} households asked to foster`)
  })

  it('hides small numbers from the public, and the days that are made of them', () => {
    for (const [, ...cells] of table(facts, 'public').rows)
      for (const at of [0, 1, 3]) {
        const cell = cells[at]
        expect(cell === null || cell === 'c' || cell === 0 || (cell as number) > 5).toBe(true)
        if (at === 1 && cell === 'c') expect([null, 'c']).toContain(cells[2])
      }
  })

  it('waits where no application is recorded', () => {
    expect(table(factsOf({}))).toMatchObject({waitsFor: 'recruitment', rows: []})
  })
})
