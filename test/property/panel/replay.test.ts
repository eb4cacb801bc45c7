import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays, type Day} from '../../../domain/calendar.ts'
import type {AuthorityId, ChildId, PlacementId, ReferralId} from '../../../domain/ids.ts'
import {isOpen, meets} from '../../../domain/panel/case.ts'
import {type CostComponent, noCosts, type PlacementCosts} from '../../../domain/panel/costs.ts'
import {DEFAULT_PANEL} from '../../../domain/panel/policy.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {nowhereYet, withPlacements} from '../../../domain/placement/whereabouts.ts'
import type {ReferralInHand} from '../../../domain/referral/referral.ts'
import {observeAuthority, observeChild} from '../../../functions/panel/observe.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {allCases} from '../../../functions/store/panel-cases.ts'
import {costsItem} from '../../../functions/store/placement-costs.ts'
import {placementItems} from '../../../functions/store/placements.ts'
import {referralItems} from '../../../functions/store/referrals.ts'
import {firstVersion} from '../../../functions/store/stored.ts'
import {whereaboutsItem} from '../../../functions/store/whereabouts.ts'
import type {FourYears} from '../../../sample/four-years/four-years.ts'
import {panelFiles} from '../../../sample/four-years/panel-files.ts'
import {countCases} from '../../../tools/count-cases.ts'
import {BROMLEY, childId, KENT, LEWISHAM} from '../../support/matching.ts'
import {aPlacement} from '../../support/placements.ts'

const FROM = '2026-01-01'
const DAYS = 365
const AT = '2025-12-31T12:00:00.000Z'

type Life = Pick<FourYears, 'placements' | 'costs' | 'referrals'>

type Asked = Pick<ReferralInHand, 'kind' | 'urgency'>
const aReferral = (id: ReferralId, child: ChildId, neededFrom: Day, asked: Asked): ReferralInHand => ({
  id,
  children: [child],
  neededFrom,
  expectedUntil: null,
  siblings: 'prefer-together',
  status: 'placed',
  ...asked,
})

const day = (least: number, most: number) => fc.integer({min: least, max: most}).map(n => addDays(FROM, n))

/** A part of what a placement costs, from a day near its first night. */
const component = fc
  .record({
    kind: fc.constantFrom('placement', 'add-on', 'education'),
    penceAWeek: fc.constantFrom(0, 1, 60_000, 499_999, 500_000, 1_000_000),
    after: fc.constantFrom(-30, -1, 0, 1, 20, 90),
    nights: fc.option(fc.integer({min: 1, max: 200})),
  })
  .map(({after, nights, ...part}) => (firstNight: Day): CostComponent => {
    const from = addDays(firstNight, after)
    return {...part, label: part.kind, from, until: nights === null ? null : addDays(from, nights)}
  })

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
          {place: 'Z13', provider: null},
        ),
        urn: fc.constantFrom('SC012345', null),
        inHousehold: fc.boolean(),
        authorityId: fc.constantFrom<AuthorityId>(LEWISHAM, BROMLEY, KENT),
        weeklyCostPence: fc.constantFrom(null, 80_000, 500_000),
        components: fc.array(component, {maxLength: 3}),
        contractEndsOn: fc.option(day(0, 400)),
        asked: fc.constantFrom<Asked | null>(
          null,
          {kind: 'emergency', urgency: 'urgent'},
          {kind: 'short-term', urgency: 'same-day'},
          {kind: 'short-term', urgency: 'planned'},
        ),
      }),
      {minLength: 1, maxLength: 4},
    )
    .chain(parts => fc.tuple(fc.constant(parts), day(-120, 200), fc.boolean()))
    .map(([parts, first, goesOn]) => {
      let from: Day = first
      const costs: PlacementCosts[] = []
      const referrals: ReferralInHand[] = []
      const placements = parts.map(
        ({gap, nights, reason, components, contractEndsOn, urn, inHousehold, asked, ...part}, i) => {
          const id = `p${n}-${i}` as PlacementId
          const start = addDays(from, i === 0 ? 0 : gap)
          const until = addDays(start, nights)
          from = until
          costs.push({...noCosts(id), components: components.map(of => of(start)), contractEndsOn})
          const referralId = `r${n}-${i}` as ReferralId
          if (asked !== null) referrals.push(aReferral(referralId, childId(`c${n}`), start, asked))
          const last = i === parts.length - 1
          return aPlacement({
            ...part,
            id,
            childId: childId(`c${n}`),
            referralId: asked && referralId,
            from: start,
            ...(inHousehold ? {} : {householdId: null, occupancyId: null, setting: {name: 'home', urn}}),
            until: last && goesOn ? null : until,
            ended: last && goesOn ? null : {on: until, reason, rec: 'X1', nextPlacementId: null},
          } as Partial<Placement>)
        },
      )
      return {placements, costs, referrals}
    })

/** The list of each day, counted from files by a script that shares no code with the service. */
function counted(lives: readonly Life[]): ReadonlyMap<Day, readonly string[]> {
  const children = lives.map((_, n) => ({id: childId(`c${n}`), dob: '2012-01-01'}))
  const files = panelFiles(
    {authorityId: LEWISHAM, children, today: addDays(FROM, DAYS - 1)},
    {
      left: [],
      placements: lives.flatMap(({placements}) => placements),
      costs: lives.flatMap(({costs}) => costs),
      referrals: lives.flatMap(({referrals}) => referrals),
    },
  )
  const [, ...rows] = countCases({
    policy: files.get('panel/policy.json')!,
    placements: files.get('panel/placements.csv')!,
    costs: files.get('panel/costs.csv')!,
  })
    .trimEnd()
    .split('\n')
  return Map.groupBy(rows, row => row.slice(0, 10))
}

describe('a year of cases, morning by morning', () => {
  it('has those that a script counts from files, on every day, and no event opens any twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(life(0), life(1), life(2)),
        fc.array(fc.nat(DAYS - 1), {maxLength: 20}),
        async (lives, nudges) => {
          const table = memoryTable()
          await table.putUnseen(
            lives.flatMap(({placements, costs, referrals}, n) => [
              whereaboutsItem(LEWISHAM, withPlacements(nowhereYet(childId(`c${n}`)), placements), AT),
              ...placements.flatMap(placement => placementItems(LEWISHAM, placement, AT)),
              ...costs.map(each => costsItem(LEWISHAM, firstVersion(each, AT))),
              ...referrals.flatMap(each => referralItems(LEWISHAM, each, AT, 'sample')),
            ]),
          )
          const lists = counted(lives)
          for (let n = 0; n < DAYS; n++) {
            const today = addDays(FROM, n)
            const at = `${today}T12:00:00.000Z`
            for (const nudged of nudges.filter(when => when === n))
              await observeChild(table, LEWISHAM, childId(`c${nudged % lives.length}`), at)
            await observeAuthority(table, LEWISHAM, at)
            const cases = (await allCases(table, LEWISHAM)).map(({value}) => value)
            const rows = cases.map(is => `${today},${is.id},${meets(is).toSorted().join(' ')}`)
            expect(rows.toSorted()).toEqual(lists.get(today) ?? [])
            for (const is of cases) expect([is.openings.length, isOpen(is)]).toEqual([1, true])
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
