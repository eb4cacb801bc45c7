import {columnsOf, type HeldTables} from '../../domain/imports/child-version.ts'
import type {PostcodeFacts} from '../../domain/ssda903/derive.ts'
import type {ChildReturn} from '../../domain/ssda903/tables.ts'
import {type GazetteerTable, loadPostcodeAreas, normalisePostcode} from '../store/gazetteer.ts'

/** Where a postcode lies; null for one that is not known, or that was not asked for. */
type AreaOf = (postcode: string) => PostcodeFacts | null

/** Where the postcodes of these children's episodes lie. */
export const areasOfEpisodes = (
  gazetteer: GazetteerTable,
  children: Iterable<ChildReturn>,
): Promise<AreaOf> => areasOf(gazetteer, postcodesIn(children))

/** The same of what is held, read where it lies. */
export const areasOfHeld = (
  gazetteer: GazetteerTable,
  children: Iterable<{readonly tables: HeldTables}>,
): Promise<AreaOf> => areasOf(gazetteer, postcodesHeld(children))

async function areasOf(
  gazetteer: GazetteerTable,
  postcodes: Iterable<string | null | undefined>,
): Promise<AreaOf> {
  const asked = new Set<string>()
  for (const postcode of postcodes) if (postcode) asked.add(postcode)
  const found = await loadPostcodeAreas(gazetteer, [...asked])
  // As the rows write them, for each is looked up many times.
  const areas = new Map(
    [...asked].map(postcode => [postcode, found.get(normalisePostcode(postcode)) ?? null]),
  )
  return postcode => areas.get(postcode) ?? null
}

function* postcodesIn(children: Iterable<ChildReturn>) {
  for (const {tables} of children)
    for (const {values} of tables.Episodes ?? []) yield* [values.HOME_POST, values.PL_POST]
}

const COLUMNS = columnsOf('Episodes')
const [HOME, PLACEMENT] = [COLUMNS.indexOf('HOME_POST'), COLUMNS.indexOf('PL_POST')]

function* postcodesHeld(children: Iterable<{readonly tables: HeldTables}>) {
  for (const {tables} of children) for (const row of tables.Episodes ?? []) yield* [row[HOME], row[PLACEMENT]]
}
