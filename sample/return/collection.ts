import type {Day} from '../../domain/calendar.ts'
import type {ReturnedEpisode} from './episodes.ts'
import type {History} from './history.ts'

/** The year of the return: from 1 April up to 31 March, or up to today in the one that is running. */
export interface Collection {
  /** That of its last 31 March. */
  readonly year: number
  readonly from: Day
  /** Its last day, counted in. */
  readonly to: Day
}

export const collectionYearOf = (day: Day): number =>
  Number(day.slice(0, 4)) + (day.slice(5) < '04-01' ? 0 : 1)

export function collectionOf(year: number, today: Day): Collection {
  const end = `${year}-03-31`
  return {year, from: `${year - 1}-04-01`, to: end < today ? end : today}
}

/** Days as the return writes them; blank for none. */
export const dateOf = (day: Day | null): string =>
  day === null ? '' : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** Episodes that were open at any time in the year, as they stood on its last day. */
export const episodesIn = ({episodes}: History, {from, to}: Collection): readonly ReturnedEpisode[] =>
  episodes
    .filter(episode => episode.from <= to && (episode.until === null || episode.until >= from))
    .map(episode =>
      episode.until !== null && episode.until <= to
        ? episode
        : {...episode, until: null, ceased: null, reasonForChange: null},
    )

export const startOf = ({episodes}: History): Day => episodes[0]!.from
/** The day of leaving, where that was by the end of the year. */
export function leftBy({episodes}: History, {to}: Collection): Day | null {
  const {until} = episodes.at(-1)!
  return until !== null && until <= to ? until : null
}

/** Short breaks under one agreement are no part of most tables. */
export const isShortBreak = ({episodes}: History): boolean => episodes[0]!.legalStatus === 'V4'

/** Looked after all year, as the health table (OC2) asks. */
export const isContinuouslyLookedAfter = (history: History, collection: Collection): boolean =>
  !isShortBreak(history) && startOf(history) <= collection.from && leftBy(history, collection) === null
