import type {Arrival} from '../../household/capacity.ts'
import {dayNumeral, endNumeral} from './numerals.ts'
import type {PackedSupply} from './pack.ts'
import {SLEEPS_ALONE, TAKES_BED} from './pack-calendars.ts'

/** The children who would come, as they bear on places and beds. */
export interface Coming {
  readonly from: number
  readonly until: number
  readonly at: string
  readonly children: number
  /** Of those, how many may share a bedroom with nobody. */
  readonly alone: number
}

export const comingOf = ({stay, at, children}: Arrival): Coming => ({
  from: dayNumeral(stay.from),
  until: endNumeral(stay.until),
  at,
  children: children.length,
  alone: children.filter(({mayNotShare}) => mayNotShare).length,
})

/**
 * Whether on any night of the stay the home lacks a place or a bed for strangers: the question of
 * `nightWithoutPlace` and `bedsFor`, with a bit for a bedroom. Who may share only by agreement makes no
 * difference here, because an agreement is an approval.
 */
export function isCrowded({calendars, places}: PackedSupply, row: number, coming: Coming): boolean {
  const {start, from, bedrooms} = calendars
  const [first, end] = [start[row]!, start[row + 1]!]
  const free = places[row]! - coming.children
  const taken = end - first
  if (taken <= free && taken + coming.children <= bedrooms[row]!) return false
  if (isCrowdedOn(coming.from, calendars, row, free, coming)) return true
  for (let i = first; i < end; i++) {
    const night = from[i]!
    if (
      night > coming.from &&
      takes(calendars, i, coming) &&
      isCrowdedOn(night, calendars, row, free, coming)
    )
      return true
  }
  return false
}

type Calendars = PackedSupply['calendars']

/** Whether it takes anything on the nights of the stay that it covers. */
function takes({from, expiresAt}: Calendars, i: number, coming: Coming): boolean {
  const expires = expiresAt[i]
  return from[i]! < coming.until && (expires === undefined || expires > coming.at)
}

/** More children than the terms allow at all is H2, not a lack of places: then `free` is below 0. */
function isCrowdedOn(
  night: number,
  calendars: Calendars,
  row: number,
  free: number,
  coming: Coming,
): boolean {
  const {start, from, until} = calendars
  let taken = 0
  let once = 0
  let twice = 0
  let besideAlone = 0
  let alone = coming.alone
  let sharing = coming.children - coming.alone
  for (let i = start[row]!; i < start[row + 1]!; i++) {
    if (from[i]! > night || until[i]! <= night || !takes(calendars, i, coming)) continue
    taken += 1
    const what = calendars.takes[i]!
    if ((what & TAKES_BED) === 0) continue
    const bedroom = calendars.bedroom[i]!
    twice |= once & bedroom
    once |= bedroom
    if ((what & SLEEPS_ALONE) === 0) sharing += bedroom === 0 ? 1 : 0
    else if (bedroom === 0) alone += 1
    else besideAlone |= bedroom
  }
  if (free >= 0 && taken > free) return true
  const shareable = calendars.shareable[row]!
  const doubles = bitsIn(shareable & ~once)
  const singles = calendars.bedrooms[row]! - bitsIn(shareable | once)
  if (alone > singles + doubles) return true
  const empty = alone <= singles ? singles - alone + 2 * doubles : 2 * (singles + doubles - alone)
  return sharing > empty + bitsIn(shareable & once & ~twice & ~besideAlone)
}

function bitsIn(word: number): number {
  let bits = 0
  for (let left = word; left !== 0; left &= left - 1) bits += 1
  return bits
}
