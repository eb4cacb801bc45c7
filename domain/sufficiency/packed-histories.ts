import type {ChildHistory, Episode} from './history.ts'
import {NO_END, numeral} from './numeral.ts'
import {isTemporary} from './provision.ts'
import {breaksCare, isShortBreak, spellsOf} from './spells.ts'

/**
 * Histories made ready to be asked for any day: short breaks left out, days as numerals in columns, child after
 * child. The `first` columns have one entry more than there are children.
 */
export interface PackedHistories {
  readonly histories: readonly ChildHistory[]
  readonly dob: Int32Array
  readonly firstEpisode: Int32Array
  readonly episodes: readonly Episode[]
  readonly from: Int32Array
  readonly until: Int32Array
  /** Of each episode: the first day of its unbroken period of care. */
  readonly careFrom: Int32Array
  /** Of each episode: the one that tells where the child lives, which on a temporary move is an earlier one. */
  readonly home: Int32Array
  readonly firstSpell: Int32Array
  readonly spellFrom: Int32Array
  readonly spellUntil: Int32Array
  readonly spellCareFrom: Int32Array
}

export function packHistories(histories: readonly ChildHistory[]): PackedHistories {
  const children = histories.length
  const most = histories.reduce((sum, {episodes}) => sum + episodes.length, 0)
  const column = () => new Int32Array(most)
  const episodes: Episode[] = []
  const packed = {
    histories,
    dob: new Int32Array(children),
    firstEpisode: new Int32Array(children + 1),
    episodes,
    from: column(),
    until: column(),
    careFrom: column(),
    home: column(),
    firstSpell: new Int32Array(children + 1),
    spellFrom: column(),
    spellUntil: column(),
    spellCareFrom: column(),
  }
  for (let child = 0; child < children; child++) {
    const history = histories[child]!
    packed.dob[child] = numeral(history.dob)
    packEpisodes(packed, history.episodes, episodes)
    packed.firstEpisode[child + 1] = episodes.length
    packed.firstSpell[child + 1] = packSpells(packed, history.episodes, packed.firstSpell[child]!)
  }
  return packed
}

function packEpisodes(packed: PackedHistories, history: readonly Episode[], episodes: Episode[]): void {
  const {from, until, careFrom, home} = packed
  let previous: Episode | null = null
  for (const episode of history) {
    if (isShortBreak(episode)) continue
    const at = episodes.length
    const goesOn = previous !== null && !breaksCare(previous, episode)
    from[at] = numeral(episode.from)
    until[at] = episode.until === null ? NO_END : numeral(episode.until)
    careFrom[at] = goesOn ? careFrom[at - 1]! : from[at]!
    const before = goesOn && isTemporary(episode.place) ? home[at - 1]! : at
    home[at] = before < at && !isTemporary(episodes[before]!.place) ? before : at
    episodes.push(episode)
    previous = episode
  }
}

function packSpells(packed: PackedHistories, history: readonly Episode[], first: number): number {
  let at = first
  for (const {from, until, careFrom} of spellsOf(history)) {
    packed.spellFrom[at] = numeral(from)
    packed.spellUntil[at] = until === null ? NO_END : numeral(until)
    packed.spellCareFrom[at] = numeral(careFrom)
    at += 1
  }
  return at
}
