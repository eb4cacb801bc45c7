import type {PostcodeFacts} from '../../domain/ssda903/derive.ts'
import type {ChildReturn} from '../../domain/ssda903/tables.ts'
import {type GazetteerTable, loadPostcodeAreas, normalisePostcode} from '../store/gazetteer.ts'

/** Where the postcodes of these children's episodes lie; null for one that is not known, or that none of them has. */
export async function areasOfEpisodes(
  gazetteer: GazetteerTable,
  children: Iterable<ChildReturn>,
): Promise<(postcode: string) => PostcodeFacts | null> {
  const asked = new Set<string>()
  for (const {tables} of children)
    for (const {values} of tables.Episodes ?? [])
      for (const postcode of [values.HOME_POST, values.PL_POST]) if (postcode) asked.add(postcode)
  const found = await loadPostcodeAreas(gazetteer, [...asked])
  // As the rows write them, for each is looked up many times.
  const areas = new Map(
    [...asked].map(postcode => [postcode, found.get(normalisePostcode(postcode)) ?? null]),
  )
  return postcode => areas.get(postcode) ?? null
}
