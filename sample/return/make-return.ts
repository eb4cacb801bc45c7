import {type Column, TABLES, type TableName} from '../../domain/ssda903/tables.ts'
import type {Borough} from '../borough.ts'
import {makeRandom} from '../random.ts'
import {scaled} from '../targets.ts'
import {historiesOfThePlaced} from './children-in-care.ts'
import {historiesOfTheGone} from './children-who-left.ts'
import {type Collection, collectionOf, collectionYearOf, episodesIn} from './collection.ts'
import {episodeRows, headerRows, type Rows, uascRows} from './core-tables.ts'
import {csvOf} from './csv.ts'
import * as event from './event-tables.ts'
import type {History} from './history.ts'
import {groundOf} from './past-homes.ts'
import {historiesOfShortBreaks} from './short-break-children.ts'
import * as yearly from './yearly-tables.ts'

const YEARS_BACK = 10
const SHORT_BREAK_CHILDREN = 12

/** The years that the borough has a return for: ten back, and the one that is running. */
export function returnYears({today}: Borough): readonly number[] {
  const running = collectionYearOf(today)
  return Array.from({length: YEARS_BACK + 1}, (_, index) => running - YEARS_BACK + index)
}

/**
 * How every child came to where they are, those who left since the first of the returns, and short breaks. They
 * follow from the borough alone: its ids carry its seed.
 */
export function makeHistories(borough: Borough): readonly History[] {
  const ground = groundOf(borough)
  const {children, placements, today} = borough
  const random = makeRandom(`returns/${children[0]?.id}`)
  const since = collectionOf(returnYears(borough)[0]!, today).from
  const gone = historiesOfTheGone(borough, since, ground, random.fork('gone'))
  const first = children.length + gone.length + 1
  const count = scaled(SHORT_BREAK_CHILDREN, placements.length)
  return [
    ...historiesOfThePlaced(borough, ground),
    ...gone,
    ...historiesOfShortBreaks(count, first, {ground, today, random: random.fork('short breaks')}),
  ]
}

/** The tables of the SSDA903 return of a year by file name, CSV with line feeds and without quotes. */
export function makeReturn(
  borough: Borough,
  {
    year,
    histories = makeHistories(borough),
  }: {readonly year: number; readonly histories?: readonly History[]},
): ReadonlyMap<string, string> {
  const collection = collectionOf(year, borough.today)
  const present = histories.filter(history => episodesIn(history, collection).length > 0)
  const named = new Set([...present, ...yearly.careLeavers(histories, collection)])
  return new Map([
    ['header.csv', tableOf('Header', headerRows([...named], collection))],
    ['episodes.csv', tableOf('Episodes', episodeRows(present, collection))],
    ['uasc.csv', tableOf('UASC', uascRows(present, collection))],
    ['reviews.csv', tableOf('Reviews', yearly.reviewRows(present, collection))],
    ['oc2.csv', tableOf('OC2', yearly.healthRows(present, collection))],
    ['oc3.csv', tableOf('OC3', yearly.careLeaverRows(histories, collection))],
    ['ad1.csv', tableOf('AD1', event.adoptionRows(present, collection))],
    ['placed_adoption.csv', tableOf('PlacedAdoption', event.placedForAdoptionRows(present, collection))],
    ['prev_perm.csv', tableOf('PrevPerm', event.previousPermanenceRows(present, collection))],
    ['missing.csv', tableOf('Missing', event.missingRows(present, collection))],
    ...laterTables(present, collection),
  ])
}

/** Social workers since 2023/24; deprivation of liberty since 2026/27. */
function laterTables(present: readonly History[], collection: Collection): [string, string][] {
  const {year} = collection
  const tables: [string, string][] = []
  if (year >= 2024)
    tables.push(['sw_episodes.csv', tableOf('SWEpisodes', event.workerRows(present, collection))])
  if (year >= 2027) tables.push(['dolo.csv', tableOf('DoLo', event.deprivationRows(present, collection))])
  return tables
}

const tableOf = <Table extends TableName>(table: Table, rows: Rows<Table>): string =>
  csvOf<Column<Table>>(TABLES[table], rows)
