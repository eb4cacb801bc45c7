import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {costInPack} from '../../../domain/panel/cost-in-pack.ts'
import type {Decision} from '../../../domain/panel/decision.ts'
import {DEFAULT_PANEL} from '../../../domain/panel/policy.ts'
import {realisedBetween, savingOf} from '../../../domain/panel/savings.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {aDecision, aStepDown, costsOf, factsOf, inAChildrensHome, placementId} from '../../support/panel.ts'
import {aPlacement} from '../../support/placements.ts'

const moved = (on: string): Placement['ended'] => ({on, reason: 'CARPL', rec: 'X1', nextPlacementId: null})
const home = inAChildrensHome({id: placementId('home'), weeklyCostPence: 700_000, ended: moved('2026-08-01')})
const carers = aPlacement({id: placementId('carers'), from: '2026-08-01', weeklyCostPence: 70_000})
const agreed: Decision = aDecision('2026-06-10', {
  kind: 'step-down-agreed',
  until: null,
  weeklyCostPence: 700_000,
  stepDown: aStepDown('2026-07-01', {oneOffPence: 50_000}),
})
const {savings} = DEFAULT_PANEL

const savingAt = (day: string, placements = [home, carers], costs = [] as ReturnType<typeof costsOf>[]) =>
  savingOf(factsOf(placements, costs), home, [agreed], day, savings)!

describe('a saving', () => {
  it('is forecast for 365 nights from the agreed day, less what is paid once', () => {
    const {forecast} = savingAt('2026-07-01', [home])
    expect(forecast!.from).toBe('2026-07-01')
    expect(forecast!.weeks).toHaveLength(53)
    expect(forecast!.weeks[0]).toEqual({from: '2026-07-01', until: '2026-07-08', pence: 600_000})
    expect(forecast!.totalPence).toBe(Math.round((600_000 * 365) / 7) - 50_000)
  })

  it('is realised night by night from the move on, and not before', () => {
    expect(savingAt('2026-08-01').realised).toBeNull()
    const {realised} = savingAt('2026-08-18')
    expect(realised!.weeks.map(({pence}) => pence)).toEqual([630_000, 630_000, 270_000])
    expect(realised!.totalPence).toBe(1_530_000)
  })

  it('takes what was paid once, from the day of the decision on', () => {
    const costs = costsOf(carers, 70_000, {
      oneOffs: [
        {on: '2026-06-09', pence: 1_000, label: 'before'},
        {on: '2026-07-30', pence: 30_000, label: 'a bed'},
      ],
    })
    expect(savingAt('2026-08-08', [home, carers], [costs]).realised).toMatchObject({
      oneOffPence: 30_000,
      totalPence: 600_000,
    })
  })

  it('is nothing for nights whose cost is not known', () => {
    const unknown = {...carers, weeklyCostPence: null}
    expect(savingAt('2026-08-11', [home, unknown]).realised).toMatchObject({
      notKnownNights: 10,
      totalPence: 0,
    })
  })

  it('is lost when the child is back within six months at the same cost or more', () => {
    const left = {...carers, ended: moved('2026-09-01')}
    const back = inAChildrensHome({id: placementId('back'), from: '2026-09-01', weeklyCostPence: 770_000})
    const {realised} = savingAt('2026-09-15', [home, left, back])
    expect(realised!.reversedOn).toBe('2026-09-01')
    expect(realised!.totalPence).toBe(-140_000)
  })

  it('is kept when the child goes back after more than six months', () => {
    const on = addDays('2026-08-01', 183)
    const left = {...carers, ended: moved(on)}
    const back = inAChildrensHome({id: placementId('back'), from: on, weeklyCostPence: 700_000})
    const {realised} = savingAt(addDays(on, 70), [home, left, back])
    expect(realised!.reversedOn).toBeNull()
    expect(realised!.totalPence).toBe(Math.round((630_000 * 183) / 7))
  })

  it('is none where the child left care, or moved before it was agreed', () => {
    expect(savingAt('2026-12-01', [home]).realised).toBeNull()
    const early = {...home, ended: moved('2026-06-10')}
    const next = {...carers, from: '2026-06-10'}
    expect(savingOf(factsOf([early, next]), early, [agreed], '2026-12-01', savings)).toBeNull()
  })

  it('is counted once where the step-down was agreed again, from the last time before the move', () => {
    const again = aDecision('2026-07-20', {
      ...agreed,
      id: agreed.id,
      on: '2026-07-20',
      weeklyCostPence: 690_000,
    })
    const late = aDecision('2026-08-05', {...agreed, id: agreed.id, on: '2026-08-05'})
    const saving = savingOf(factsOf([home, carers]), home, [agreed, again, late], '2026-08-08', savings)!
    expect(saving).toMatchObject({
      agreedOn: '2026-07-20',
      basePenceAWeek: 690_000,
      realised: {totalPence: 620_000},
    })
  })

  it('of two spans is that of both together', () => {
    const between = (from: string, until: string) =>
      realisedBetween(factsOf([home, carers]), home, [agreed], {from, until}, savings)
    expect(between('2026-04-01', '2026-08-18')).toBe(1_530_000)
    expect(between('2026-04-01', '2026-08-10') + between('2026-08-10', '2026-08-18')).toBe(1_530_000)
  })
})

describe('the cost of a placement', () => {
  it('is by the day so far, by the year, and to 18 at the rate of today', () => {
    const costs = costsOf(home, 700_000, {
      components: [
        {kind: 'placement', label: 'fee', penceAWeek: 700_000, from: '2026-01-01', until: '2026-01-11'},
        {kind: 'placement', label: 'fee', penceAWeek: 770_000, from: '2026-01-15', until: null},
      ],
      shares: [{funder: 'health', basisPoints: 2_500}],
    })
    const cost = costInPack(factsOf([home], [costs]), home, '2009-02-01', '2026-01-20')
    expect(cost).toMatchObject({
      penceAWeek: 770_000,
      yearPence: 40_150_000,
      soFar: {pence: 10 * 100_000 + 5 * 110_000, nights: 19, notKnownNights: 4},
      toEighteen: {nights: 377, pence: 377 * 110_000},
      shares: [
        {funder: 'social-care', pence: 577_500},
        {funder: 'health', pence: 192_500},
      ],
    })
  })

  it('to 18 of a child born on 29 February is up to 1 March', () => {
    expect(costInPack(factsOf([home]), home, '2008-02-29', '2026-02-27').toEighteen.nights).toBe(2)
  })
})
