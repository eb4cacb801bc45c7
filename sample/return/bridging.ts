import {addDays} from '../../domain/calendar.ts'
import {drawUnregisteredCost} from '../costs.ts'
import type {Random} from '../random.ts'
import type {Stretch} from './episodes.ts'
import type {Ground} from './past-homes.ts'

/** So many children's homes were not found in time. */
const BRIDGED_SHARE = 0.2
/** Z1 up to the return of 2024/25, parted into Z11-Z14 after it. */
const PARTED_FROM = '2025-04-01'

/** For some weeks before a few children's homes a flat with agency staff, which nobody has registered. */
export function withBridging(homes: readonly Stretch[], ground: Ground, random: Random): readonly Stretch[] {
  return homes.flatMap((stretch, index): readonly Stretch[] => {
    const {until} = stretch
    if (until === null || homes[index + 1]?.home.place !== 'K2' || !random.chance(BRIDGED_SHARE))
      return [stretch]
    const from = addDays(until, -random.integer(5, 40))
    const isShort = from <= addDays(stretch.from, 30)
    if (isShort || (from < PARTED_FROM && until >= PARTED_FROM)) return [stretch]
    const home = {
      place: from < PARTED_FROM ? 'Z1' : 'Z13',
      provider: null,
      postcode: random.pick(ground.near).postcode,
      urn: null,
      supplier: `Bridging placement ${random.integer(100, 999)}`,
      weeklyPence: drawUnregisteredCost(random),
    } as const
    return [
      {...stretch, until: from},
      {from, until, home},
    ]
  })
}
