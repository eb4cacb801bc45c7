import fc from 'fast-check'
import {addDays, type Day} from '../../../domain/calendar.ts'
import {HOUSEHOLD_KINDS, type Household, SCHEMES, STATUS_STATES} from '../../../domain/household/household.ts'
import {OCCUPANCY_KINDS, type Occupancy} from '../../../domain/household/occupancy.ts'
import type {OccupancyId, ReferralId} from '../../../domain/ids.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import {REASONS_FOR_NO} from '../../../domain/placement/approach.ts'
import type {PlaceCode, ProviderCode} from '../../../domain/placement/codes.ts'
import type {Cost, Facts, ReferralRecord} from '../../../domain/sufficiency/facts.ts'
import type {ChildHistory, Episode} from '../../../domain/sufficiency/history.ts'
import {aHousehold, anOccupant, BROMLEY, householdId, LEWISHAM} from '../../support/matching.ts'

/*
 * Small made-up authorities for properties. Days lie close together around the year ends, so that episodes start, end and
 * are asked about on the same ones.
 */

const oneOf = <const T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items)
const none = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null, freq: 6})

const PLACES: readonly PlaceCode[] = [
  'U1',
  'U3',
  'U4',
  'U6',
  'A3',
  'A5',
  'A6',
  'K1',
  'K2',
  'K3',
  'P1',
  'R3',
  'S1',
  'Z1',
]
const PROVIDERS: readonly ProviderCode[] = ['PR1', 'PR2', 'PR4', 'PR5']
const TEMPORARY: readonly PlaceCode[] = ['T1', 'T3', 'T4']

interface Step {
  readonly nights: number
  readonly gap: number
  readonly began: Episode['began']
  readonly facts: Pick<
    Episode,
    | 'legalStatus'
    | 'need'
    | 'place'
    | 'provider'
    | 'placementPostcode'
    | 'urn'
    | 'householdId'
    | 'placementAuthority'
    | 'distanceMiles'
  >
}

const step: fc.Arbitrary<Step> = fc.record({
  nights: oneOf(1, 2, 30, 90, 180, 400, 900),
  gap: oneOf(0, 0, 0, 0, 0, 10, 60),
  began: oneOf('P', 'P', 'B', 'L', 'T', 'U'),
  facts: fc.record({
    legalStatus: none(oneOf('C1', 'C2', 'E1', 'V2', 'V4')),
    need: none(oneOf('N1', 'N8')),
    place: fc.oneof({weight: 6, arbitrary: oneOf(...PLACES)}, {weight: 1, arbitrary: oneOf(...TEMPORARY)}),
    provider: none(oneOf(...PROVIDERS)),
    placementPostcode: none(oneOf('SE13 5AB', 'SE12 8AA')),
    urn: oneOf(null, 'SC1'),
    householdId: oneOf(null, null, 'home-1', 'home-2'),
    placementAuthority: none(oneOf<string>(LEWISHAM, BROMLEY, 'SCO')),
    distanceMiles: none(oneOf(0, 4, 20, 20.1, 60, 999.9)),
  }),
})

const isAway = (episode: Episode | undefined) => episode?.place.startsWith('T') ?? false

/** Valid as a return's: a temporary move is a move, and so is the way back from it. */
function episodesOf(first: Day, steps: readonly Step[], goesOn: boolean): readonly Episode[] {
  const made: Episode[] = []
  let from = first
  for (const [i, {nights, gap, began, facts}] of steps.entries()) {
    const before = made.at(-1)
    const until = addDays(from, nights)
    const isLast = i === steps.length - 1
    const moves = facts.place.startsWith('T') || isAway(before)
    const starts = before === undefined || before.ceased !== 'X1'
    made.push({
      from,
      until: isLast && goesOn ? null : until,
      began: starts ? 'S' : moves ? 'P' : began,
      ceased: isLast ? (goesOn ? null : 'E4A') : gap > 0 ? 'E4B' : 'X1',
      reasonForChange: null,
      homePostcode: null,
      source: 'return',
      ...facts,
    })
    from = addDays(until, gap)
  }
  return made
}

const history = (i: number): fc.Arbitrary<ChildHistory> =>
  fc.record({
    reference: fc.constant(`CH${i}`),
    dob: oneOf(
      '2006-05-01',
      '2008-04-01',
      '2009-04-01',
      '2009-03-31',
      '2015-03-31',
      '2020-06-15',
      '2021-03-31',
      '2024-04-02',
    ),
    sex: oneOf('F', 'M', 'U'),
    ethnicity: none(oneOf('WBRI', 'BAFR', 'CHNE', 'REFU')),
    uasc: fc.boolean(),
    uascUntil: oneOf(null, '2025-03-31', '2025-04-01'),
    sdq: fc.uniqueArray(
      fc.record({year: oneOf(2023, 2024, 2025), score: none(oneOf(0, 13, 14, 16, 17, 40))}),
      {selector: ({year}) => year},
    ),
    siblingGroupId: oneOf(null, 'family-1', 'family-2'),
    episodes: fc
      .tuple(
        oneOf('2021-06-01', '2022-09-30', '2024-03-31', '2024-04-01', '2025-03-31'),
        fc.array(step, {maxLength: 7}),
        fc.boolean(),
      )
      .map(([first, steps, goesOn]) => episodesOf(first, steps, goesOn)),
  })

const occupancy = (i: number): fc.Arbitrary<Occupancy> =>
  fc.record({
    id: fc.constant(`occupancy-${i}` as OccupancyId),
    kind: oneOf(...OCCUPANCY_KINDS),
    from: oneOf('2024-01-01', '2025-03-30', '2025-03-31', '2025-04-01'),
    until: oneOf(null, null, '2025-04-01', '2025-03-31'),
    bedroomId: fc.constant(null),
    occupant: fc.constant(anOccupant()),
  })

const home = (i: number): fc.Arbitrary<Home> =>
  fc
    .record({
      kind: oneOf(...HOUSEHOLD_KINDS),
      scheme: oneOf(...SCHEMES),
      provider: oneOf<Household['provider']>({type: 'in-house'}, {type: 'ifa', agencyId: 'a'}),
      places: fc.integer({min: 0, max: 3}),
      from: oneOf(null, '2020-01-01', '2025-04-01'),
      state: oneOf(...STATUS_STATES),
      calendar: fc.tuple(...[0, 1, 2, 3].map(occupancy)).chain(all => fc.subarray(all)),
    })
    .map(({kind, scheme, provider, places, from, state, calendar}) => ({
      household: aHousehold({
        id: householdId(`home-${i}`),
        kind,
        scheme,
        provider,
        approval: {...aHousehold().approval, from},
        terms: {places},
        status: {state, from: '2025-01-01', until: null, reason: null},
      }),
      calendar,
    }))

const day = oneOf('2024-03-31', '2024-04-01', '2025-01-31', '2025-03-31', '2025-04-01')

const referral = (i: number): fc.Arbitrary<ReferralRecord> =>
  fc.record({
    id: fc.constant(`referral-${i}` as ReferralId),
    opened: oneOf('2024-03-01', '2025-03-31', '2025-04-01'),
    placed: oneOf(null, '2024-04-01', '2025-03-31', '2025-04-10'),
    withdrawn: oneOf(null, null, '2025-03-31'),
    refusals: fc.array(fc.record({on: day, reason: oneOf(...REASONS_FOR_NO)}), {maxLength: 3}),
  })

const cost: fc.Arbitrary<Cost> = fc.record({
  reference: oneOf('CH0', 'CH1', 'CH2', 'CH3', 'CH9', 'X'),
  weeklyPence: oneOf(50_000, 999_999, 1_000_000),
  from: day,
  until: oneOf(null, '2025-03-31', '2025-04-01'),
  provision: none(oneOf({place: 'K2', provider: 'PR4'} as const, {place: 'U6', provider: null} as const)),
})

const upTo = <T>(most: number, make: (i: number) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.integer({min: 0, max: most}).chain(count => fc.tuple(...Array.from({length: count}, (_, i) => make(i))))

export const anyFacts = (mostChildren = 12): fc.Arbitrary<Facts> =>
  fc.record({
    authorityId: fc.constant(LEWISHAM),
    population: oneOf(null, {count: 62_052, source: 'made up', on: '2024-06-30'}),
    histories: upTo(mostChildren, history),
    homes: upTo(5, home),
    referrals: upTo(5, referral),
    costs: fc.array(cost, {maxLength: 8}),
    highCostPenceAWeek: fc.constant(1_000_000),
    sdqAges: fc.constant({from: 4, to: 16}),
    apartByPlan: fc.subarray(['family-1', 'family-2']),
  })

/** A day asked about, with what follows from it, worked out by hand. */
export interface Moment {
  readonly asAt: Day
  readonly yearFrom: Day
  readonly twoYearsAgo: Day
  readonly thirtyMonthsAgo: Day
  /** Who came on it or before has been looked after for the twelve months that end with the day. */
  readonly aYearAgo: Day
  /** Who was born on it or before is 4, 16, 17 or more. */
  readonly turned4: Day
  readonly turned16: Day
  readonly turned17: Day
}

const MOMENTS: readonly Moment[] = [
  {
    asAt: '2025-03-31',
    yearFrom: '2024-04-01',
    twoYearsAgo: '2023-03-31',
    thirtyMonthsAgo: '2022-09-30',
    aYearAgo: '2024-04-01',
    turned4: '2021-03-31',
    turned16: '2009-03-31',
    turned17: '2008-03-31',
  },
  {
    asAt: '2025-04-01',
    yearFrom: '2025-04-01',
    twoYearsAgo: '2023-04-01',
    thirtyMonthsAgo: '2022-10-01',
    aYearAgo: '2024-04-02',
    turned4: '2021-04-01',
    turned16: '2009-04-01',
    turned17: '2008-04-01',
  },
  {
    asAt: '2024-12-15',
    yearFrom: '2024-04-01',
    twoYearsAgo: '2022-12-15',
    thirtyMonthsAgo: '2022-06-15',
    aYearAgo: '2023-12-16',
    turned4: '2020-12-15',
    turned16: '2008-12-15',
    turned17: '2007-12-15',
  },
]
export const anyMoment = oneOf(...MOMENTS)
