import {expect} from 'vitest'
import {placesByNight, withoutLapsedHolds} from '../../../domain/household/calendar.ts'
import {type Hold, holdState} from '../../../domain/placement/hold.ts'
import type {Whereabouts} from '../../../domain/placement/whereabouts.ts'
import {HORIZON, nightsOf} from './plain-model.ts'
import {dayOf, houseId, momentOf, nightOf, type World} from './world.ts'

/** How many places of a home are taken each night: never more than there are, and each by one who keeps it. */
export function placesTaken(world: World, house: number, count: number): readonly number[] {
  const home = world.homes.get(houseId(house))!
  const shown = placesByNight(home, {from: dayOf(0), until: dayOf(HORIZON)}, momentOf(world.now))
  expect(shown.map(({place, beyondTerms}) => [place, beyondTerms])).toEqual(
    Array.from({length: count}, (_, i) => [i + 1, false]),
  )
  const placeOf = new Map<string, number>()
  return Array.from({length: HORIZON}, (_, night) => {
    const taken = shown.flatMap(({place, nights}) => {
      const tonight = nights[night]!
      return 'occupancyId' in tonight ? [{id: tonight.occupancyId, place}] : []
    })
    expect(new Set(taken.map(({id}) => id)).size).toBe(taken.length)
    for (const {id, place} of taken) {
      expect(placeOf.get(id) ?? place).toBe(place)
      placeOf.set(id, place)
    }
    return taken.length
  })
}

export function livesInOneHome({stays}: Whereabouts): void {
  const main = stays.filter(({arrangement}) => arrangement === 'main')
  const nights = main.flatMap(stay => [
    ...nightsOf(nightOf(stay.from), stay.until === null ? null : nightOf(stay.until)),
  ])
  expect(new Set(nights).size).toBe(nights.length)
  expect(main.filter(({ended}) => !ended).length).toBeLessThan(2)
}

export function hasItsPlacesWhileItStands(held: Hold, world: World): void {
  const at = momentOf(world.now)
  const calendar = withoutLapsedHolds(world.homes.get(held.householdId)!.calendar, at)
  const taken = calendar.filter(({id}) => held.occupancies.includes(id)).length
  expect(taken).toBe(holdState(held, at) === 'standing' ? held.children.length : 0)
}
