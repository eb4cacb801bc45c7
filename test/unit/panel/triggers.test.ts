import {describe, expect, it} from 'vitest'
import type {Day} from '../../../domain/calendar.ts'
import {noCosts} from '../../../domain/panel/costs.ts'
import type {Decision} from '../../../domain/panel/decision.ts'
import type {ChildFacts} from '../../../domain/panel/facts.ts'
import {DEFAULT_PANEL, type PanelInForce, type TriggerName} from '../../../domain/panel/policy.ts'
import {triggersOn} from '../../../domain/panel/triggers.ts'
import type {Ended} from '../../../domain/placement/placement.ts'
import {BROMLEY, KENT} from '../../support/matching.ts'
import {aDecision, costsOf, factsOf, inAChildrensHome, placementId} from '../../support/panel.ts'
import {aPlacement} from '../../support/placements.ts'

const IN_FORCE: PanelInForce = {...DEFAULT_PANEL, adjoiningAuthorities: [BROMLEY]}

/** Which triggers hold for the child's last placement on a day. */
function holding(
  facts: ChildFacts,
  day: Day,
  decisions: readonly Decision[] = [],
  policy: PanelInForce = IN_FORCE,
): readonly TriggerName[] {
  const placement = facts.placements.at(-1)!
  return triggersOn({facts, placement, decisions, day}, policy).map(({trigger}) => trigger)
}

const inHouse = aPlacement()
const ended = (on: Day, facts: Partial<Ended> = {}): Ended => ({
  on,
  reason: 'CREQB',
  rec: 'X1',
  nextPlacementId: null,
  ...facts,
})

describe('weekly cost', () => {
  it('opens a case at the band and over it, not a penny below', () => {
    expect(holding(factsOf([{...inHouse, weeklyCostPence: 499_999}]), '2026-06-01')).toEqual([])
    expect(holding(factsOf([{...inHouse, weeklyCostPence: 500_000}]), '2026-06-01')).toEqual(['weekly-cost'])
  })

  it('is the sum of what runs on the day, where parts are recorded', () => {
    const costs = costsOf(inHouse, 300_000, {
      components: [
        {kind: 'placement', label: 'fee', penceAWeek: 300_000, from: '2026-01-01', until: null},
        {kind: 'education', label: 'tuition', penceAWeek: 200_000, from: '2026-03-01', until: '2026-04-01'},
      ],
    })
    const facts = factsOf([{...inHouse, weeklyCostPence: 900_000}], [costs])
    expect(holding(facts, '2026-02-28')).toEqual([])
    expect(holding(facts, '2026-03-31')).toContain('weekly-cost')
    expect(holding(facts, '2026-04-01')).not.toContain('weekly-cost')
  })

  it('holds for no placement that has not begun or is over', () => {
    const dear = {...inHouse, weeklyCostPence: 900_000, ended: ended('2026-06-01')}
    expect(holding(factsOf([dear]), '2025-12-31')).toEqual([])
    expect(holding(factsOf([dear]), '2026-05-31')).toEqual(['weekly-cost'])
    expect(holding(factsOf([dear]), '2026-06-01')).toEqual([])
  })
})

describe('a new external placement', () => {
  const facts = factsOf([inAChildrensHome()])

  it('opens a case for 84 days', () => {
    expect(holding(facts, '2026-01-01')).toEqual(['new-external'])
    expect(holding(facts, '2026-03-25')).toEqual(['new-external'])
    expect(holding(facts, '2026-03-26')).toEqual([])
  })

  it('is settled by an approval, and not by one put off or superseded', () => {
    expect(holding(facts, '2026-01-20', [aDecision('2026-01-20')])).toEqual([])
    expect(holding(facts, '2026-01-20', [aDecision('2026-01-20', {kind: 'defer'})])).toEqual(['new-external'])
    const superseded = {by: aDecision('2026-01-21').id, at: '2026-01-21T09:00:00.000Z', reason: 'wrong child'}
    expect(holding(facts, '2026-01-22', [aDecision('2026-01-20', {superseded})])).toEqual(['new-external'])
  })
})

describe('an emergency', () => {
  const facts = factsOf([inHouse], [], [inHouse.id])

  it('is to be ratified however long it takes', () => {
    expect(holding(facts, '2026-12-31')).toEqual(['emergency'])
    expect(holding(facts, '2026-12-31', [aDecision('2026-01-02')])).toEqual([])
  })
})

describe('an uplift', () => {
  const rising = costsOf(inHouse, 100_000, {
    components: [
      {kind: 'placement', label: 'fee', penceAWeek: 100_000, from: '2026-01-01', until: '2026-05-01'},
      {kind: 'placement', label: 'fee', penceAWeek: 100_001, from: '2026-05-01', until: null},
    ],
  })

  it('of a penny opens a case from its day on, for 84 days', () => {
    const facts = factsOf([inHouse], [rising])
    expect(holding(facts, '2026-04-30')).toEqual([])
    expect(holding(facts, '2026-05-01')).toEqual(['uplift'])
    expect(holding(facts, '2026-07-23')).toEqual(['uplift'])
    expect(holding(facts, '2026-07-24')).toEqual([])
  })

  it('is settled by what was decided on its day or after, not before', () => {
    const facts = factsOf([inHouse], [rising])
    expect(holding(facts, '2026-05-02', [aDecision('2026-04-30')])).toEqual(['uplift'])
    expect(holding(facts, '2026-05-02', [aDecision('2026-05-01')])).toEqual([])
  })

  it('is none where the cost before is not known', () => {
    const later = {...rising, components: rising.components.slice(1)}
    expect(holding(factsOf([inHouse], [later]), '2026-05-01')).toEqual([])
  })
})

describe('moves', () => {
  const first = aPlacement({id: placementId('1'), from: '2026-01-01', ended: ended('2026-02-01')})
  const second = aPlacement({id: placementId('2'), from: '2026-02-01', ended: ended('2026-03-01')})
  const third = aPlacement({id: placementId('3'), from: '2026-03-01'})

  it('open a case at the second in a year, for as long as both are in it', () => {
    const facts = factsOf([third, first, second])
    expect(holding(facts, '2026-03-01')).toEqual(['moves'])
    expect(holding(facts, '2027-01-31')).toEqual(['moves'])
    expect(holding(facts, '2027-02-01')).toEqual([])
  })

  it('are none where only the status changed, or care was broken off', () => {
    const status = {...second, ended: ended('2026-03-01', {reason: 'PLACE'})}
    expect(holding(factsOf([first, status, third]), '2026-03-01')).toEqual([])
    const home = {...second, ended: ended('2026-02-20', {reason: null, rec: 'E4A'})}
    expect(holding(factsOf([first, home, third]), '2026-03-01')).toEqual([])
  })
})

describe('a contract', () => {
  const facts = factsOf([inHouse], [{...noCosts(inHouse.id), contractEndsOn: '2026-12-31'}])

  it('that ends within eight weeks opens a case, and still does once it is over', () => {
    expect(holding(facts, '2026-11-04')).toEqual([])
    expect(holding(facts, '2026-11-05')).toEqual(['contract-ending'])
    expect(holding(facts, '2027-03-01')).toEqual(['contract-ending'])
  })
})

describe('out of area', () => {
  const away = inAChildrensHome({authorityId: KENT, code: {place: 'K2', provider: 'PR2'}})

  it('is reviewed every 182 days after the first night or the last decision, for 28 days', () => {
    const facts = factsOf([away])
    expect(holding(facts, '2026-07-01')).toEqual([])
    expect(holding(facts, '2026-07-02')).toEqual(['out-of-area'])
    expect(holding(facts, '2026-07-29')).toEqual(['out-of-area'])
    expect(holding(facts, '2026-07-30')).toEqual([])
    expect(holding(facts, '2026-12-31')).toEqual(['out-of-area'])
    expect(holding(facts, '2026-07-02', [aDecision('2026-07-01')])).toEqual([])
    expect(holding(facts, '2026-12-30', [aDecision('2026-07-01')])).toEqual(['out-of-area'])
  })

  it('leaves out what adjoins ours, unless the policy asks for it', () => {
    const near = factsOf([{...away, authorityId: BROMLEY}])
    expect(holding(near, '2026-07-02')).toEqual([])
    const outOfArea = {...DEFAULT_PANEL.triggers['out-of-area'], adjoining: true}
    const triggers = {...DEFAULT_PANEL.triggers, 'out-of-area': outOfArea}
    expect(holding(near, '2026-07-02', [], {...IN_FORCE, triggers})).toEqual(['out-of-area'])
  })

  it('leaves out connected persons and our own carers', () => {
    for (const code of [
      {place: 'U6', provider: 'PR1'},
      {place: 'U3', provider: 'PR2'},
    ] as const)
      expect(holding(factsOf([{...away, code}]), '2026-07-02')).toEqual([])
  })
})

describe('other triggers', () => {
  it('add-ons hold while one runs', () => {
    const costs = costsOf(inHouse, 1_000, {
      components: [
        {kind: 'add-on', label: 'two-to-one', penceAWeek: 1, from: '2026-02-01', until: '2026-03-01'},
      ],
    })
    const facts = factsOf([inHouse], [costs])
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(day => holding(facts, day))).toEqual([
      [],
      ['add-ons'],
      ['add-ons'],
      [],
    ])
  })

  it('an unregistered setting holds as long as the child lives there', () => {
    const setting = {name: 'A flat', urn: null}
    const facts = factsOf([inAChildrensHome({setting, code: {place: 'Z12', provider: null}})])
    expect(holding(facts, '2028-01-01')).toEqual(['unregistered'])
    expect(
      holding(factsOf([{...inHouse, setting, code: {place: 'K2', provider: null}}]), '2028-01-01'),
    ).toEqual([])
  })

  it('each can be switched off', () => {
    const triggers = {...DEFAULT_PANEL.triggers, 'new-external': {on: false, days: 84}}
    expect(holding(factsOf([inAChildrensHome()]), '2026-01-01', [], {...IN_FORCE, triggers})).toEqual([])
  })
})
