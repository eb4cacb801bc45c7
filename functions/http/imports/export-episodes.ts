import {addDays, type Day} from '../../../domain/calendar.ts'
import {ok} from '../../../domain/result.ts'
import {TABLES} from '../../../domain/ssda903/tables.ts'
import type {ChildHistory, Episode} from '../../../domain/sufficiency/history.ts'
import {http} from '../../runtime/http.ts'
import {heldOrNothing, loadReturnsHeld} from '../../store/imports.ts'
import {childNames} from '../../sufficiency/child-names.ts'
import {loadHistories} from '../../sufficiency/load-histories.ts'
import {csvOf} from '../csv.ts'
import {importRoutes} from '../routes/imports.ts'

/** The episodes that were open in the year, of every child, as the return wants them. */
export const exportEpisodes = http(
  importRoutes.exportEpisodes,
  async ({query: {year}}, {table, gazetteer, caller: {authorityId}}) => {
    const held = heldOrNothing(await loadReturnsHeld(table, authorityId))
    const {histories, children} = await loadHistories(held, table, gazetteer, authorityId)
    const nameOf = childNames(children)
    const inYear = histories
      .map(history => ({history, rows: rowsOf(history, year)}))
      .filter(({rows}) => rows.length > 0)
      .toSorted((a, b) => (a.history.reference < b.history.reference ? -1 : 1))
    return ok({
      body: csvOf([TABLES.Episodes, ...inYear.flatMap(({rows}) => rows)]),
      about: inYear.map(({history}) => nameOf(history.reference)),
    })
  },
)

type Line = readonly (string | null)[]

/** What ends after the year is open in its return. */
function rowsOf({reference, episodes}: ChildHistory, year: number): readonly Line[] {
  const [first, after] = [`${year - 1}-04-01`, addDays(`${year}-03-31`, 1)]
  return episodes
    .filter(({from, until}) => from < after && (until === null || until >= first))
    .map(episode => lineOf(reference, episode, after))
}

function lineOf(reference: string, episode: Episode, after: Day): Line {
  const isOver = episode.until !== null && episode.until < after
  return [
    reference,
    dateOfReturn(episode.from),
    episode.began,
    episode.legalStatus,
    episode.need,
    episode.place,
    episode.provider,
    isOver ? dateOfReturn(episode.until!) : null,
    isOver ? episode.ceased : null,
    isOver ? episode.reasonForChange : null,
    episode.homePostcode,
    episode.placementPostcode,
    episode.urn,
  ]
}

/** `2025-03-31` as the return writes it: `31/03/2025`. */
const dateOfReturn = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
