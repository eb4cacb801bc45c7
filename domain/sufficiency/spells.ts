import type {Day} from '../calendar.ts'
import type {Episode} from './history.ts'
import {isFostering, isTemporary} from './provision.ts'
import {isSamePostcode} from './same-home.ts'

/** One placement as DfE's stability measures count it: nights from `from` up to, not including, `until`. */
export interface Spell {
  readonly from: Day
  readonly until: Day | null
  /** The first day of the unbroken period of care that it is part of. */
  readonly careFrom: Day
  /** The episode that it stands at last. */
  readonly last: Episode
}

type Growing = {-readonly [Key in keyof Spell]: Spell[Key]}

/** Short breaks (V3, V4) are no part of any figure of sufficiency. */
export const isShortBreak = ({legalStatus}: Episode): boolean => legalStatus === 'V3' || legalStatus === 'V4'

/** Care was broken between these two: it began anew, or there are nights between them. */
export const breaksCare = (previous: Episode, {began, from}: Episode): boolean =>
  began === 'S' || previous.until === null || previous.until < from

/**
 * The placements among a child's episodes, by first day (DfE stability measures, data guidance 2024). S, P and B start one;
 * L, T and U go on with it. Temporary moves (T0-T4) are dropped, and the return from one to the same PLACE and PL_POST
 * goes on with the placement before it. What lasts under 24 hours is dropped. Adoption by the foster carer (A3, A5) goes
 * on with the fostering. After leaving care even the same home is a new placement.
 */
export function spellsOf(episodes: readonly Episode[]): readonly Spell[] {
  const spells: Growing[] = []
  let previous: Episode | null = null
  let careFrom = ''
  let away = false
  for (const episode of episodes) {
    if (isShortBreak(episode)) continue
    if (previous === null || breaksCare(previous, episode)) careFrom = episode.from
    const returns = previous !== null && isTemporary(previous.place)
    previous = episode
    const staysOn = !away && goesOn(episode)
    if (!staysOn) dropUnderADay(spells)
    const last = spells.at(-1)
    const current = last?.careFrom === careFrom ? last : null
    if (isTemporary(episode.place)) {
      if (staysOn && current !== null) current.until = episode.until
      else away = true
      continue
    }
    if (
      current !== null &&
      (staysOn || (returns && isReturn(current.last, episode)) || isAdopted(current.last, episode))
    ) {
      current.until = episode.until
      current.last = episode
    } else spells.push({from: episode.from, until: episode.until, careFrom, last: episode})
    away = false
  }
  dropUnderADay(spells)
  return spells
}

const goesOn = ({began}: Episode): boolean => began === 'L' || began === 'T' || began === 'U'

const isReturn = (before: Episode, {place, placementPostcode}: Episode): boolean =>
  before.place === place && isSamePostcode(before.placementPostcode, placementPostcode)

/** A3 and A5 say that the foster carer adopts; only another address says otherwise. */
const isAdopted = (before: Episode, {place, placementPostcode}: Episode): boolean =>
  (place === 'A3' || place === 'A5') &&
  isFostering(before.place) &&
  (before.placementPostcode === null ||
    placementPostcode === null ||
    isSamePostcode(before.placementPostcode, placementPostcode))

function dropUnderADay(spells: Growing[]): void {
  for (let last = spells.at(-1); last !== undefined && last.until === last.from; last = spells.at(-1))
    spells.pop()
}
