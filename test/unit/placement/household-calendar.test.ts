import {describe, expect, it} from 'vitest'
import {placesByNight} from '../../../domain/household/calendar.ts'
import type {Household, Terms} from '../../../domain/household/household.ts'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {OccupancyId} from '../../../domain/ids.ts'
import {aHome, aHousehold, anOccupancy, anOccupant, childId} from '../../support/matching.ts'
import {NOW} from '../../support/placing.ts'

const SPAN = {from: '2026-12-01', until: '2026-12-04'}
const named = (id: string, facts: Partial<Occupancy> = {}) =>
  anOccupancy({id: id as OccupancyId, occupant: anOccupant({childId: childId(id)}), ...facts})

/** What has each place on each night, in a word. */
const shown = (
  calendar: readonly Occupancy[],
  facts: Partial<Household> & {terms?: Partial<Terms>} = {},
  span = SPAN,
) =>
  placesByNight(aHome(aHousehold(facts), calendar), span, NOW).map(({nights}) =>
    nights.map(tonight => ('occupancyId' in tonight ? tonight.occupancyId : tonight.state)).join(' '),
  )

describe('the calendar of a household', () => {
  it('shows each place, night by night', () => {
    expect(placesByNight(aHome(), {from: '2026-12-01', until: '2026-12-03'}, NOW)).toEqual(
      [1, 2].map(place => ({
        place,
        beyondTerms: false,
        nights: [
          {night: '2026-12-01', state: 'vacant'},
          {night: '2026-12-02', state: 'vacant'},
        ],
      })),
    )
  })

  it('shows who or what has a place', () => {
    const tonight = (occupancy: Occupancy) =>
      placesByNight(aHome(aHousehold(), [occupancy]), {from: '2026-12-01', until: '2026-12-02'}, NOW)[0]!
        .nights[0]
    const night = '2026-12-01'
    const occupancyId = 'a'
    expect(tonight(named('a'))).toEqual({night, state: 'filled', by: 'placement', occupancyId, childId: 'a'})
    expect(tonight(named('a', {kind: 'respite'}))).toMatchObject({state: 'filled', by: 'respite'})
    const expiresAt = '2026-11-23T13:30:00.000Z'
    expect(tonight(named('a', {kind: 'hold', expiresAt}))).toEqual({
      night,
      state: 'held',
      occupancyId,
      childId: 'a',
      expiresAt,
    })
    expect(tonight(named('a', {kind: 'staying-put'}))).toEqual({night, state: 'staying-put', occupancyId})
    expect(tonight(named('a', {kind: 'not-available', occupant: null, reason: 'Building work'}))).toEqual({
      night,
      state: 'not-available',
      of: 'place',
      occupancyId,
      reason: 'Building work',
    })
  })

  it('leaves a place to the one who has it, and fills the lowest that is free', () => {
    const calendar = [
      named('first', {until: '2026-12-02'}),
      named('second'),
      named('third', {from: '2026-12-03'}),
    ]
    expect(shown(calendar)).toEqual(['first vacant third', 'second second second'])
    expect(shown(calendar.toReversed())).toEqual(shown(calendar))
    expect(shown(calendar, {}, {from: '2026-12-03', until: '2026-12-04'})).toEqual(['third', 'second'])
  })

  it('shows nothing of a hold that has lapsed', () => {
    expect(shown([named('lapsed', {kind: 'hold', expiresAt: NOW})], {terms: {places: 1}})).toEqual([
      'vacant vacant vacant',
    ])
  })

  it('shows a place beyond the terms where there are more children than they allow', () => {
    const calendar = [named('one'), named('two')]
    const places = placesByNight(aHome(aHousehold({terms: {places: 1}}), calendar), SPAN, NOW)
    expect(places.map(({place, beyondTerms}) => [place, beyondTerms])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('shows no vacancy while the home takes nobody, and why', () => {
    const status = {state: 'on-hold', from: '2026-12-02', until: '2026-12-02', reason: 'secret'} as const
    const home = aHome(aHousehold({status, terms: {places: 1}}))
    expect(placesByNight(home, SPAN, NOW)[0]!.nights).toEqual([
      {night: '2026-12-01', state: 'vacant'},
      {night: '2026-12-02', state: 'not-available', of: 'household', reason: 'on-hold'},
      {night: '2026-12-03', state: 'vacant'},
    ])
    const approval = {...aHousehold().approval, until: '2026-12-01'}
    expect(shown([], {approval, terms: {places: 1}})).toEqual(['vacant not-available not-available'])
    expect(shown([], {approval, kind: 'parent', terms: {places: 1}})).toEqual(['vacant vacant vacant'])
  })
})
