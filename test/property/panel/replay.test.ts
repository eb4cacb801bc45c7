import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays, type Day} from '../../../domain/calendar.ts'
import type {AuthorityId, PlacementId} from '../../../domain/ids.ts'
import {isOpen, meets, type PanelCase} from '../../../domain/panel/case.ts'
import {type CostComponent, noCosts, type PlacementCosts} from '../../../domain/panel/costs.ts'
import {DEFAULT_PANEL} from '../../../domain/panel/policy.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {nowhereYet, withPlacements} from '../../../domain/placement/whereabouts.ts'
import {observeAuthority, observeChild} from '../../../functions/panel/observe.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {allCases} from '../../../functions/store/panel-cases.ts'
import {costsItem} from '../../../functions/store/placement-costs.ts'
import {placementItems} from '../../../functions/store/placements.ts'
import {firstVersion} from '../../../functions/store/stored.ts'
import {whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import {BROMLEY, childId, KENT, LEWISHAM} from '../../support/matching.ts'
import {aPlacement} from '../../support/placements.ts'

const FROM = '2026-01-01'
const DAYS = 365
const AT = '2025-12-31T12:00:00.000Z'

interface Life {
  readonly placements: readonly Placement[]
  readonly costs: readonly PlacementCosts[]
}

const day = (least: number, most: number) => fc.integer({min: least, max: most}).map(n => addDays(FROM, n))

const component: fc.Arbitrary<CostComponent> = fc
  .record({
    kind: fc.constantFrom('placement', 'add-on', 'education'),
    penceAWeek: fc.constantFrom(0, 1, 60_000, 499_999, 500_000, 1_000_000),
    from: day(-60, 360),
    nights: fc.option(fc.integer({min: 1, max: 200})),
  })
  .map(({nights, ...part}) => ({
    ...part,
    label: part.kind,
    until: nights === null ? null : addDays(part.from, nights),
  }))

/** One to four placements of a child, one after another or with a gap between, and what they cost. */
const life = (n: number): fc.Arbitrary<Life> =>
  fc
    .array(
      fc.record({
        gap: fc.constantFrom(0, 0, 0, 9),
        nights: fc.integer({min: 5, max: 200}),
        reason: fc.constantFrom('CREQB', 'PLACE'),
        code: fc.constantFrom(
          {place: 'U6', provider: 'PR1'},
          {place: 'U4', provider: 'PR4'},
          {place: 'K2', provider: 'PR5'},
          {place: 'U3', provider: 'PR2'},
        ),
        urn: fc.constantFrom('SC012345', null),
        inHousehold: fc.boolean(),
        authorityId: fc.constantFrom<AuthorityId>(LEWISHAM, BROMLEY, KENT),
        weeklyCostPence: fc.constantFrom(null, 80_000, 500_000),
        components: fc.array(component, {maxLength: 3}),
        contractEndsOn: fc.option(day(0, 400)),
      }),
      {minLength: 1, maxLength: 4},
    )
    .chain(parts => fc.tuple(fc.constant(parts), day(-120, 200), fc.boolean()))
    .map(([parts, first, goesOn]) => {
      let from: Day = first
      const costs: PlacementCosts[] = []
      const placements = parts.map(
        ({gap, nights, reason, components, contractEndsOn, urn, inHousehold, ...part}, i) => {
          const id = `p${n}-${i}` as PlacementId
          const start = addDays(from, i === 0 ? 0 : gap)
          const until = addDays(start, nights)
          from = until
          costs.push({...noCosts(id), components, contractEndsOn})
          const last = i === parts.length - 1
          return aPlacement({
            ...part,
            id,
            childId: childId(`c${n}`),
            from: start,
            ...(inHousehold ? {} : {householdId: null, occupancyId: null, setting: {name: 'home', urn}}),
            until: last && goesOn ? null : until,
            ended: last && goesOn ? null : {on: until, reason, rec: 'X1', nextPlacementId: null},
          } as Partial<Placement>)
        },
      )
      return {placements, costs}
    })

/** What of a life is true on each day, told as docs/panel.md tells it, without anything of the code that it tells of. */
function plainly({placements, costs}: Life, placement: Placement, on: Day): readonly string[] {
  const isThere = (it: Placement) => it.from <= on && (it.ended === null || it.ended.on > on)
  if (!isThere(placement)) return []
  const own = costs.find(({placementId}) => placementId === placement.id)!
  const weekly = (d: Day): number | null => {
    if (own.components.length === 0) return placement.weeklyCostPence
    const now = own.components.filter(c => c.from <= d && (c.until === null || c.until > d))
    return now.length === 0 ? null : now.map(c => c.penceAWeek).reduce((a, b) => a + b)
  }
  const since = (d: Day, days: number) => addDays(d, days) <= on
  const held: string[] = []
  const registered = ['K1', 'K2', 'K3', 'H5', 'R3', 'S1', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14']
  if (placement.setting?.urn === null && registered.includes(placement.code.place)) held.push('unregistered')
  if ((weekly(on) ?? 0) >= 500_000) held.push('weekly-cost')
  const external = placement.code.provider === 'PR4' || placement.code.provider === 'PR5'
  if (external && !since(placement.from, 84)) held.push('new-external')
  for (let d = addDays(placement.from, 1); d <= on; d = addDays(d, 1)) {
    const [before, after] = [weekly(addDays(d, -1)), weekly(d)]
    if (before !== null && after !== null && after > before && !since(d, 84)) {
      held.push('uplift')
      break
    }
  }
  if (own.contractEndsOn !== null && own.contractEndsOn <= addDays(on, 56)) held.push('contract-ending')
  const moves = placements.filter(
    it =>
      it.from <= on &&
      it.from > addDays(on, -365) &&
      placements.some(other => other.ended?.on === it.from && other.ended.reason !== 'PLACE'),
  )
  if (moves.length >= 2) held.push('moves')
  const {authorityId, code} = placement
  const ours = code.provider === 'PR1' || ['U1', 'U2', 'U3', 'P1'].includes(code.place)
  const due = (review: number) =>
    since(placement.from, 182 * review) && !since(placement.from, 182 * review + 28)
  if (![LEWISHAM, BROMLEY].includes(authorityId) && !ours && [1, 2, 3].some(due)) held.push('out-of-area')
  if (
    own.components.some(c => c.kind === 'add-on' && c.penceAWeek > 0 && c.from <= on && (c.until ?? '9') > on)
  )
    held.push('add-ons')
  return held.toSorted()
}

describe('a year of cases, morning by morning', () => {
  it('has those that a plain account has, on every day, and no event opens any twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(life(0), life(1), life(2)),
        fc.array(fc.nat(DAYS - 1), {maxLength: 20}),
        async (lives, nudges) => {
          const table = memoryTable()
          await table.putUnseen(
            lives.flatMap(({placements, costs}, n) => [
              whereaboutsItem(LEWISHAM, withPlacements(nowhereYet(childId(`c${n}`)), placements), AT),
              ...placements.flatMap(placement => placementItems(LEWISHAM, placement, AT)),
              ...costs.map(each => costsItem(LEWISHAM, firstVersion(each, AT))),
            ]),
          )
          const opened = new Set<string>()
          for (let n = 0; n < DAYS; n++) {
            const today = addDays(FROM, n)
            const at = `${today}T12:00:00.000Z`
            for (const nudged of nudges.filter(when => when === n))
              await observeChild(table, LEWISHAM, childId(`c${nudged % lives.length}`), at)
            await observeAuthority(table, LEWISHAM, at)
            const cases = new Map<string, PanelCase>(
              (await allCases(table, LEWISHAM)).map(({value}) => [value.id, value]),
            )
            for (const told of lives)
              for (const placement of told.placements) {
                const held = plainly(told, placement, today)
                if (held.length > 0) opened.add(placement.id)
                const is = cases.get(placement.id)
                expect([placement.id, today, is === undefined ? [] : meets(is).toSorted()]).toEqual([
                  placement.id,
                  today,
                  held,
                ])
              }
            expect(new Set(cases.keys())).toEqual(opened)
            for (const is of cases.values()) expect([is.openings.length, isOpen(is)]).toEqual([1, true])
          }
        },
      ),
      {numRuns: 12},
    )
  })

  it('is by the numbers of the policy that docs/panel.md gives', () => {
    expect(DEFAULT_PANEL.triggers).toMatchObject({
      'weekly-cost': {fromPenceAWeek: 500_000},
      'new-external': {days: 84},
      uplift: {days: 84, fromPenceAWeek: 1},
      'contract-ending': {days: 56},
      moves: {atLeast: 2, days: 365},
      'out-of-area': {days: 182, forDays: 28, adjoining: false},
      'add-ons': {fromPenceAWeek: 1},
    })
  })
})
