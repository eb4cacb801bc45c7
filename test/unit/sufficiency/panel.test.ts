import {describe, expect, it} from 'vitest'
import type {DecisionId} from '../../../domain/ids.ts'
import {closeCase, observe, type PanelCase} from '../../../domain/panel/case.ts'
import type {Decision} from '../../../domain/panel/decision.ts'
import {DEFAULT_PANEL} from '../../../domain/panel/policy.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import {indicatorsAt, membersOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {reportOf} from '../../../domain/sufficiency/report-tables.ts'
import {
  aDecision,
  anAction,
  aStepDown,
  factsOf as childOf,
  inAChildrensHome,
  placementId,
} from '../../support/panel.ts'
import {aPlacement} from '../../support/placements.ts'
import {factsOf} from './a-history.ts'

const moved: Placement['ended'] = {on: '2026-06-01', reason: 'CARPL', rec: 'X1', nextPlacementId: null}
const dear = inAChildrensHome({id: placementId('dear'), weeklyCostPence: 700_000})
const left = {...dear, ended: moved}
const carers = aPlacement({id: placementId('carers'), from: '2026-06-01', weeklyCostPence: 70_000})

const opened = (on: string): PanelCase =>
  observe(null, {placementId: dear.id, childId: dear.childId}, [{trigger: 'weekly-cost', words: ''}], on)!
    .panelCase

const agreed: Decision = aDecision('2026-04-10', {
  id: 'agreed' as DecisionId,
  kind: 'step-down-agreed',
  until: null,
  weeklyCostPence: 700_000,
  stepDown: aStepDown('2026-05-01'),
  actions: [anAction('a', '2026-04-20', {done: {on: '2026-05-15', by: 'officer'}})],
})

const facts = (panelCase: PanelCase, placements: readonly Placement[] = [dear]): Facts =>
  factsOf({
    highCostPenceAWeek: 500_000,
    panel: {
      files: [{reference: 'ref', panelCase, placement: placements[0]!, facts: childOf(placements)}],
      counting: DEFAULT_PANEL.savings,
    },
  })

const figure = (id: string, of: Facts, asAt: string) => {
  const {value, unknown} = indicatorsAt(prepare(of), asAt).find(each => each.id === id)!
  return [value, unknown]
}
const valueAt = (id: string, of: Facts) => (asAt: string) => figure(id, of, asAt)[0]

describe('figures of the panel', () => {
  it('count cases that are open at the end of the day', () => {
    const closed = {on: '2026-05-01', at: '2026-05-01T12:00:00.000Z', by: 'chair', reason: 'over'}
    const over = closeCase(opened('2026-02-01'), [], closed)
    if (!over.ok) throw new Error('refused')
    const open = valueAt('panel-cases-open', facts(over.value))
    expect(['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01'].map(open)).toEqual([0, 1, 1, 0])
  })

  it('count decisions of the year that stand', () => {
    const superseded = {by: 'agreed' as DecisionId, at: '2026-04-10T12:00:00.000Z', reason: 'wrong'}
    const decisions = [aDecision('2026-03-31'), aDecision('2026-04-09', {superseded}), agreed]
    const made = valueAt('panel-decisions-in-year', facts({...opened('2026-02-01'), decisions}))
    expect(['2026-03-31', '2026-04-09', '2026-04-10'].map(made)).toEqual([1, 0, 1])
  })

  it('take the days from opening to the first decision', () => {
    const decided = {...opened('2026-04-01'), decisions: [agreed, aDecision('2026-05-01')]}
    const days = valueAt('panel-trigger-to-decision-days', facts(decided))
    expect(['2026-04-09', '2026-04-10', '2026-12-31'].map(days)).toEqual([null, 9, 9])
  })

  it('count what was overdue on the day', () => {
    const overdue = valueAt('panel-overdue', facts({...opened('2026-02-01'), decisions: [agreed]}))
    expect(['2026-04-20', '2026-04-21', '2026-05-02', '2026-05-15'].map(overdue)).toEqual([0, 1, 2, 1])
  })

  it('add up what open cases cost at or over the band, and say of whom it is not known', () => {
    const of = facts(opened('2026-02-01'))
    expect(figure('panel-spend-over-bands', of, '2026-02-01')).toEqual([700_000, 0])
    const unknown = facts(opened('2026-02-01'), [{...dear, weeklyCostPence: null}])
    expect(figure('panel-spend-over-bands', unknown, '2026-02-01')).toEqual([0, 1])
    expect(membersOf('panel-spend-over-bands', prepare(of), '2026-02-01')).toEqual([
      {about: 'ref', standing: 'counted', amount: 700_000, words: '£7,000 a week'},
    ])
  })

  it('add up what step-downs have saved since 1 April', () => {
    const of = facts({...opened('2026-02-01'), decisions: [agreed]}, [left, carers])
    const saved = valueAt('panel-realised-saving', of)
    expect(saved('2026-05-31')).toBe(0)
    expect(saved('2026-06-07')).toBe(630_000)
    expect(saved('2027-03-31')).toBe(Math.round((630_000 * 304) / 7))
    expect(saved('2027-04-07')).toBe(630_000)
  })
})

it('table 12 says how many stand before the panel, where there is one', () => {
  const table = (of: Facts) =>
    reportOf(prepare(of), '2026-02-01', 'in-role').tables.find(({id}) => id === 'high-cost')!
  const costs = [
    {reference: 'ref', weeklyPence: 700_000, from: '2026-01-01', until: null, provision: null},
    {reference: 'other', weeklyPence: 600_000, from: '2026-01-01', until: null, provision: null},
  ]
  const shown = table({...facts(opened('2026-02-01')), costs})
  expect(shown.waitsFor).toBeNull()
  expect(shown.rows[1]).toEqual(['£5,000 to under £7,500', 2, 1_300_000, 100, 1, 1])
  expect(table(factsOf({costs})).waitsFor).toBe('panel')
})
