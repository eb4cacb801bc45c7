import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {nightsOfPlaces, placesByNight} from '../../../domain/household/calendar.ts'
import type {OccupancyId} from '../../../domain/ids.ts'
import {aHome, aHousehold, anOccupancy} from '../../support/matching.ts'
import {NOW} from '../../support/placing.ts'

const FIRST = '2026-11-20'
const day = fc.nat({max: 30}).map(days => addDays(FIRST, days))
const stay = fc.tuple(day, fc.option(fc.integer({min: 1, max: 12})))
const until = (from: string, nights: number | null) => (nights === null ? null : addDays(from, nights))

const occupancy = fc
  .tuple(stay, fc.constantFrom('placement', 'respite', 'staying-put', 'not-available'))
  .map(([[from, nights], kind]) =>
    anOccupancy({kind, from, until: until(from, nights), id: `${kind} ${from} ${nights}` as OccupancyId}),
  )
const household = fc
  .tuple(fc.nat({max: 4}), stay, stay, fc.constantFrom('available', 'on-hold', 'suspended', 'notice-given'))
  .map(([places, [from, nights], [changed, days], state]) => {
    const {approval} = aHousehold()
    return aHousehold({
      approval: {...approval, from, until: until(from, nights), terms: {...approval.terms, places}},
      status: {state, from: changed, until: until(changed, days), reason: null},
    })
  })

test('nights counted by stretches are the nights of the calendar, one by one', () => {
  fc.assert(
    fc.property(
      household,
      fc.array(occupancy, {maxLength: 6}),
      stay,
      (household, calendar, [from, nights]) => {
        const span = {from, until: addDays(from, nights ?? 0)}
        const home = aHome(household, calendar)
        const each = placesByNight(home, span, NOW)
          .filter(({beyondTerms}) => !beyondTerms)
          .flatMap(({nights}) => nights)
        expect(nightsOfPlaces(home, span, NOW)).toEqual({
          inUse: each.filter(({state}) => state !== 'not-available').length,
          vacant: each.filter(({state}) => state === 'vacant').length,
        })
      },
    ),
    {numRuns: 500},
  )
})
