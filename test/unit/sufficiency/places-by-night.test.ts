import {describe, expect, it} from 'vitest'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {OccupancyId} from '../../../domain/ids.ts'
import {breakdownOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {aHome, aHousehold, anOccupancy, householdId} from '../../support/matching.ts'
import {CENSUS_DAY, factsOf, figure, numbers, rows} from './a-history.ts'

type Homes = ReturnType<typeof factsOf>['homes']

const taken = (kind: Occupancy['kind'], facts: Partial<Occupancy> = {}): Occupancy =>
  anOccupancy({id: `${kind}-${facts.from ?? ''}` as OccupancyId, kind, from: '2025-01-01', ...facts})

const IDS = [
  'places-approved',
  'places-filled',
  'places-held',
  'places-not-available',
  'places-vacant',
] as const
/** Approved, filled, held, not available, vacant. */
const places = (homes: Homes, asAt = CENSUS_DAY) => IDS.map(id => figure(id, {homes}, asAt).numerator)

describe('the places of a household on a night', () => {
  it('are vacant until somebody takes them', () => {
    expect(places([aHome()])).toEqual([2, 0, 0, 0, 2])
  })

  it.each(['placement', 'respite'] as const)('are filled by a %s', kind => {
    expect(places([aHome(aHousehold(), [taken(kind)])])).toEqual([2, 1, 0, 0, 1])
  })

  it('are free on the night of the day on which a child leaves', () => {
    const home = aHome(aHousehold(), [taken('placement', {until: '2025-03-31'})])
    expect(places([home], '2025-03-30')).toEqual([2, 1, 0, 0, 1])
    expect(places([home], '2025-03-31')).toEqual([2, 0, 0, 0, 2])
  })

  it('are held while a hold stands when the day ends', () => {
    const held = (expiresAt: string) => [aHome(aHousehold(), [taken('hold', {expiresAt})])]
    expect(places(held('2025-04-01T09:00:00.000Z'))).toEqual([2, 0, 1, 0, 1])
    expect(places(held('2025-03-31T22:59:00.000Z'))).toEqual([2, 0, 0, 0, 2])
  })

  it('are not available where they are marked so, or a Staying Put young adult has them', () => {
    const home = aHome(aHousehold({terms: {places: 3}}), [
      taken('not-available', {reason: 'building works'}),
      taken('staying-put'),
    ])
    expect(places([home])).toEqual([3, 0, 0, 2, 1])
    expect(rows('places-not-available', {homes: [home]}).map(({words}) => words)).toEqual([
      'place 1: not-available (building works)',
      'place 2: not-available (staying-put)',
    ])
  })

  it.each(['on-hold', 'suspended', 'notice-given'] as const)(
    'are not available when empty in a household that is %s',
    state => {
      const status = {state, from: '2025-03-01', until: '2025-03-31', reason: null}
      const home = aHome(aHousehold({status}), [taken('placement')])
      expect(places([home])).toEqual([2, 1, 0, 1, 0])
      expect(places([home], '2025-04-01')).toEqual([2, 1, 0, 0, 1])
    },
  )

  it('are never more than the terms allow: a child over them fills no approved place', () => {
    const crowded = ['2024-01-01', '2024-02-01', '2024-03-01'].map(from => taken('placement', {from}))
    expect(places([aHome(aHousehold(), crowded)])).toEqual([2, 2, 0, 0, 0])
    expect(places([aHome(aHousehold(), [taken('not-available', {from: '2020-01-01'}), ...crowded])])).toEqual(
      [2, 2, 0, 0, 0],
    )
  })

  it('are none before approval, nor after its last day, nor with parents', () => {
    const approval = {...aHousehold().approval, from: '2025-03-31', until: '2025-03-31'}
    const homes = [aHome(aHousehold({approval})), aHome(aHousehold({kind: 'parent'}))]
    expect(places(homes)).toEqual([2, 0, 0, 0, 2])
    expect(places(homes, '2025-03-30')).toEqual([0, 0, 0, 0, 0])
    expect(places(homes, '2025-04-01')).toEqual([0, 0, 0, 0, 0])
  })
})

describe('occupancy', () => {
  const homes = (count: number, filled: number) =>
    Array.from({length: count}, (_, i) =>
      aHome(
        aHousehold({id: householdId(`home-${i}`), terms: {places: 1}}),
        i < filled ? [taken('placement')] : [],
      ),
    )

  it('85 of 135 places filled are 63.0%', () => {
    expect(figure('occupancy', {homes: homes(135, 85)}).value).toBeCloseTo(62.96, 2)
    expect(numbers('occupancy', {homes: homes(135, 85)})).toEqual([85, 135, 0])
  })

  it('is told by scheme and by provider', () => {
    const kinds = [
      aHousehold({scheme: 'specialist'}),
      aHousehold({kind: 'connected-person'}),
      aHousehold({kind: 'supported-lodgings', provider: {type: 'ifa', agencyId: 'a'}}),
    ]
    const prepared = prepare(factsOf({homes: kinds.map(household => aHome(household, [taken('placement')]))}))
    const by = (dimension: string) =>
      Object.fromEntries(
        breakdownOf('occupancy', dimension, prepared, CENSUS_DAY)!.parts.map(part => [
          part.key,
          [part.numerator, part.denominator],
        ]),
      )
    expect(by('scheme')).toEqual({
      mainstream: [0, 0],
      specialist: [1, 2],
      'short-break': [0, 0],
      'fostering-for-adoption': [0, 0],
      'connected-persons': [1, 2],
      'supported-lodgings': [1, 2],
    })
    expect(by('provider')).toEqual({'in-house': [2, 4], ifa: [1, 2], 'other-authority': [0, 0]})
  })

  it('places not available are told by reason', () => {
    const status = {state: 'on-hold', from: '2025-03-01', until: null, reason: null} as const
    const prepared = prepare(factsOf({homes: [aHome(aHousehold({status}), [taken('not-available')])]}))
    expect(
      breakdownOf('places-not-available', 'reason', prepared, CENSUS_DAY)!.parts.map(({key, numerator}) => [
        key,
        numerator,
      ]),
    ).toEqual([
      ['on-hold', 1],
      ['not-known', 1],
    ])
  })
})
