import type {Day} from '../calendar.ts'
import type {ChildHistory, Episode} from './history.ts'
import {completedYears, NO_END, numeral} from './numeral.ts'
import type {PackedHistories} from './packed-histories.ts'
import {monthsBefore, yearStart} from './reporting-year.ts'

/** A child as of one day. */
export interface ChildThen {
  readonly history: ChildHistory
  readonly episode: Episode
  /** Where the child lives: the episode itself or, on a temporary move (T0-T4), the placement that it interrupts. */
  readonly home: Episode
  /** Completed years. */
  readonly age: number
}

/** A child looked after on a day. Days are numerals. */
export interface LookedAfter extends ChildThen {
  /** The first day of the unbroken period of care. */
  readonly careFrom: number
  /** The first day of the placement. */
  readonly placedFrom: number
  /** The first day of the placement before it in the same period; its own where there is none. */
  readonly placedBefore: number
  /** Placements since 1 April, and over the last two years, those already there then included. */
  readonly placementsInYear: number
  readonly placementsInTwoYears: number
}

/**
 * Everybody looked after on a day, one row a child: an episode has begun and has not ended by the end of that day, so who
 * leaves on it is out; short breaks (V3, V4) are out.
 */
export function censusAt(packed: PackedHistories, asAt: Day): readonly LookedAfter[] {
  const on = numeral(asAt)
  const since = {year: numeral(yearStart(asAt)), twoYears: numeral(monthsBefore(asAt, 24))}
  const rows: LookedAfter[] = []
  for (let child = 0; child < packed.histories.length; child++) {
    const open = openEpisode(packed, child, on)
    if (open >= 0) rows.push(rowOf(packed, child, open, on, since))
  }
  return rows
}

/** The child's episode that covers a day, by its place in the columns; -1: none does. */
function openEpisode({firstEpisode, from, until}: PackedHistories, child: number, on: number): number {
  const first = firstEpisode[child]!
  for (let i = firstEpisode[child + 1]! - 1; i >= first; i--)
    if (from[i]! <= on) return until[i]! > on ? i : -1
  return -1
}

function rowOf(
  packed: PackedHistories,
  child: number,
  open: number,
  on: number,
  since: {readonly year: number; readonly twoYears: number},
): LookedAfter {
  const {firstSpell, spellFrom, spellUntil, spellCareFrom} = packed
  const careFrom = packed.careFrom[open]!
  let placedFrom = NO_END
  let placedBefore = NO_END
  let placementsInYear = 0
  let placementsInTwoYears = 0
  for (let i = firstSpell[child]!; i < firstSpell[child + 1]! && spellFrom[i]! <= on; i++) {
    if (spellCareFrom[i] === careFrom) {
      placedBefore = placedFrom === NO_END ? spellFrom[i]! : placedFrom
      placedFrom = spellFrom[i]!
    }
    if (spellUntil[i]! > since.year) placementsInYear += 1
    if (spellUntil[i]! > since.twoYears) placementsInTwoYears += 1
  }
  const {history, episode, home, age} = childThen(packed, child, open, on)
  return {
    history,
    episode,
    home,
    age,
    careFrom,
    placedFrom,
    placedBefore,
    placementsInYear,
    placementsInTwoYears,
  }
}

const childThen = (packed: PackedHistories, child: number, episode: number, on: number): ChildThen => ({
  history: packed.histories[child]!,
  episode: packed.episodes[episode]!,
  home: packed.episodes[packed.home[episode]!]!,
  age: completedYears(packed.dob[child]!, on),
})

/** Children who started to be looked after from one day to another, both included: each once, as first they came. */
export function startedBetween(packed: PackedHistories, since: Day, asAt: Day): readonly ChildThen[] {
  const {from, episodes} = packed
  const [first, last] = [numeral(since), numeral(asAt)]
  return eachOnce(packed, from, [i => from[i]! >= first && from[i]! <= last && episodes[i]!.began === 'S'])
}

/**
 * Children whose care ended from one day to another, both included: each once, as first they left. Who has only an
 * episode that ended for no recorded reason, with none after it on that day, is there too: care may have ended.
 */
export function ceasedBetween(packed: PackedHistories, since: Day, asAt: Day): readonly ChildThen[] {
  const {until, episodes, from} = packed
  const [first, last] = [numeral(since), numeral(asAt)]
  const ends = (i: number): boolean => until[i]! >= first && until[i]! <= last
  return eachOnce(packed, until, [
    i => ends(i) && isLeaving(episodes[i]!),
    (i, isLast) => ends(i) && episodes[i]!.ceased === null && (isLast || from[i + 1] !== until[i]),
  ])
}

/** Every reason but X1, which is a move's, ends the time of being looked after. */
export const isLeaving = ({ceased}: Episode): boolean => ceased !== null && ceased !== 'X1'

/** Each child at the first episode that matches, by the first of the ways that any of theirs does. */
function eachOnce(
  packed: PackedHistories,
  on: Int32Array,
  ways: readonly ((episode: number, isLast: boolean) => boolean)[],
): readonly ChildThen[] {
  const {firstEpisode, histories} = packed
  const found: ChildThen[] = []
  for (let child = 0; child < histories.length; child++) {
    const end = firstEpisode[child + 1]!
    const episode = ways.map(matches => firstOf(firstEpisode[child]!, end, matches)).find(i => i < end)
    if (episode !== undefined) found.push(childThen(packed, child, episode, on[episode]!))
  }
  return found
}

function firstOf(first: number, end: number, matches: (episode: number, isLast: boolean) => boolean): number {
  let i = first
  while (i < end && !matches(i, i === end - 1)) i += 1
  return i
}
