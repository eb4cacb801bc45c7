import type {Coming} from './coming.ts'
import {LAPSES, type PackedCalendars, SLEEPS_ALONE, TAKES_BED} from './pack-calendars.ts'

/**
 * Whether one home lacks a place or a bed for strangers on any night of their stay: the question of
 * `nightWithoutPlace` and `bedsFor`. It is fullest on the first night, and whenever somebody else comes; in
 * between it only empties.
 */
export function isCrowded(calendars: PackedCalendars, places: number, row: number, coming: Coming): boolean {
  const {start, from} = calendars
  if (isCrowdedOn(coming.firstNight, calendars, places, row, coming)) return true
  for (let i = start[row]!; i < start[row + 1]!; i++) {
    const isLater = from[i]! > coming.firstNight && from[i]! < coming.end
    if (isLater && isCrowdedOn(from[i]!, calendars, places, row, coming)) return true
  }
  return false
}

function isCrowdedOn(
  night: number,
  calendars: PackedCalendars,
  places: number,
  row: number,
  coming: Coming,
): boolean {
  return (
    (places >= coming.children && places < coming.children + takenOn(night, calendars, row, coming)) ||
    lacksBedOn(night, calendars, row, coming)
  )
}

function takesOn(
  {from, until, takes, expiresAt}: PackedCalendars,
  i: number,
  night: number,
  {at}: Coming,
): boolean {
  if (from[i]! > night || until[i]! <= night) return false
  return (takes[i]! & LAPSES) === 0 || expiresAt[i]! > at
}

function takenOn(night: number, calendars: PackedCalendars, row: number, coming: Coming): number {
  let taken = 0
  for (let i = calendars.start[row]!; i < calendars.start[row + 1]!; i++)
    if (takesOn(calendars, i, night, coming)) taken += 1
  return taken
}

/**
 * A bit for a bedroom. Who may share only by agreement makes no difference here, because an agreement is an
 * approval: all share who may.
 */
function lacksBedOn(night: number, calendars: PackedCalendars, row: number, coming: Coming): boolean {
  const {start, takes, bedroom} = calendars
  let [once, twice, besideAlone] = [0, 0, 0]
  let [alone, sharing] = [coming.alone, coming.children - coming.alone]
  for (let i = start[row]!; i < start[row + 1]!; i++) {
    if ((takes[i]! & TAKES_BED) === 0 || !takesOn(calendars, i, night, coming)) continue
    const room = bedroom[i]!
    twice |= once & room
    once |= room
    if ((takes[i]! & SLEEPS_ALONE) === 0) sharing += room === 0 ? 1 : 0
    else if (room === 0) alone += 1
    else besideAlone |= room
  }
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
