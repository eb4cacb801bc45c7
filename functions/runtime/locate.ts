import type {Location} from '../../domain/location.ts'
import {type GivenLocation, type Located, POSTCODE} from '../http/schemas/location.ts'
import type {Fault} from '../http/schemas/problem.ts'
import {type GazetteerTable, loadPostcodes, normalisePostcode} from '../store/gazetteer.ts'
import {pointer} from './faults.ts'

/** More than the fullest record holds; a body with more breaks its schema anyway. */
const MOST_POSTCODES = 100
/** No schema nests locations deeper. */
const DEEPEST = 6

interface Mention {
  readonly at: readonly PropertyKey[]
  readonly postcode: string
}

/** Every well-formed postcode in a body that has no grid reference beside it, whatever else is wrong with the body. */
function* postcodesIn(value: unknown, at: readonly PropertyKey[] = []): Generator<Mention> {
  if (typeof value !== 'object' || value === null || at.length > DEEPEST) return
  const {postcode, easting, northing} = value as Record<string, unknown>
  if (
    typeof postcode === 'string' &&
    POSTCODE.test(postcode) &&
    easting === undefined &&
    northing === undefined
  )
    yield {at: [...at, 'postcode'], postcode: normalisePostcode(postcode)}
  for (const [key, inner] of Object.entries(value)) yield* postcodesIn(inner, [...at, key])
}

/** Asks the gazetteer once for all postcodes of a body. Faults name those that nobody knows. */
export async function lookUp(body: unknown, gazetteer: GazetteerTable) {
  const mentions = postcodesIn(body).take(MOST_POSTCODES).toArray()
  const places = await loadPostcodes(
    gazetteer,
    mentions.map(mention => mention.postcode),
  )
  const faults = mentions
    .filter(mention => !places.has(mention.postcode))
    .map(
      (mention): Fault => ({
        in: 'body',
        pointer: pointer(mention.at),
        detail: 'is not in the gazetteer; give its easting and northing as well',
      }),
    )
  return {places, faults}
}

const isGiven = (value: object): value is GivenLocation => 'grid' in value && 'postcode' in value

/** The same body with a grid reference in every location. Call it once `lookUp` found no fault. */
export function located<T>(body: T, places: ReadonlyMap<string, Location>): Located<T> {
  const place = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(place)
    if (!isGiven(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, place(inner)]))
    const postcode = value.postcode === null ? null : normalisePostcode(value.postcode)
    return {postcode, ...(value.grid ?? gridOf(places.get(postcode ?? '')))}
  }
  return place(body) as Located<T>
}

function gridOf(found: Location | undefined) {
  if (found === undefined) throw new Error('A location was not looked up')
  return {easting: found.easting, northing: found.northing}
}
