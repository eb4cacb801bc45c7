import type {AuthorityId} from '../domain/ids.ts'
import {exactMiles, type GridReference, type Location} from '../domain/location.ts'
import {DISTRICTS, type District, LEWISHAM} from './districts.ts'
import type {Random, Weighted} from './random.ts'

/** How far from the borough: in it, an outer borough or close by, in the ring of 13 to 22 miles, beyond it. */
export type Band = 'inside' | 'near' | 'ring' | 'far'

/** A postcode with the authority in whose area it lies. */
export interface Postcode extends Location {
  readonly postcode: string
  readonly authorityId: AuthorityId
}

export interface Places {
  /** The borough. */
  readonly authorityId: AuthorityId
  readonly all: readonly Postcode[]
  /** One in the borough. */
  readonly inBorough: (random: Random) => Postcode
  readonly inBand: (band: Band, random: Random) => Postcode
  /** One across the boundary, where a family may have moved. */
  readonly justOutside: (random: Random) => Postcode
  /** One in a district that lies at most so far away. */
  readonly nearTo: (from: GridReference, miles: number, random: Random) => Postcode
  /** An authority other than the borough. */
  readonly otherAuthority: (random: Random) => AuthorityId
}

/** Where the borough's offices stand; the distances of bands are taken from here. */
const OFFICES: GridReference & {readonly postcode: string} = {
  postcode: 'SE6 4RU',
  easting: 537600,
  northing: 173900,
}

/** With homes of children at most 4.5 miles from the offices, all near ones are within 20 miles, all far ones beyond. */
const NEAR_MILES = 13
const FAR_MILES = 25
/** Homes of children: at most so far from the offices. */
const JUST_OUTSIDE_MILES = 3.9
const POSTCODES_IN_BOROUGH = 90
const POSTCODES_ELSEWHERE = 30
/** The letters of an inward code: C, I, K, M, O and V are not used. */
const INWARD_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'

interface Area extends District {
  readonly band: Band
  readonly postcodes: readonly Postcode[]
}

/** The gazetteer of the sample. Another authority than Lewisham trades its code for Lewisham's, on the same ground. */
export function makePlaces(authorityId: AuthorityId, random: Random): Places {
  const codeOf = (code: string) =>
    (code === LEWISHAM ? authorityId : code === authorityId ? LEWISHAM : code) as AuthorityId
  const areas = DISTRICTS.map((district): Area => {
    const band = bandOf(district)
    return {...district, band, postcodes: makePostcodes(district, band, codeOf(district.authorityId), random)}
  })
  const inBand = Map.groupBy(areas, area => area.band)
  const elsewhere = [
    ...new Set(areas.filter(({band}) => band !== 'inside').map(area => codeOf(area.authorityId))),
  ]
  const among = (some: readonly Area[], draw: Random) =>
    draw.pick(draw.weighted(some.map(byCloseness)).postcodes)
  return {
    authorityId,
    all: areas.flatMap(({postcodes}) => postcodes),
    inBorough: draw => among(inBand.get('inside')!, draw),
    inBand: (band, draw) => among(inBand.get(band)!, draw),
    justOutside: draw => among(areasNear(inBand.get('near')!, OFFICES, JUST_OUTSIDE_MILES), draw),
    nearTo: (from, miles, draw) => among(areasNear(areas, from, miles), draw),
    otherAuthority: draw => draw.pick(elsewhere),
  }
}

function bandOf(district: District): Band {
  if (district.authorityId === LEWISHAM) return 'inside'
  const miles = exactMiles(OFFICES, district)
  return miles <= NEAR_MILES ? 'near' : miles < FAR_MILES ? 'ring' : 'far'
}

/** A borough finds most of its homes as close as it can. */
const byCloseness = (area: Area): Weighted<Area> => [area, 1 / (6 + exactMiles(OFFICES, area))]

function areasNear(areas: readonly Area[], from: GridReference, miles: number): readonly Area[] {
  const near = areas.filter(area => exactMiles(from, area) <= miles)
  return near.length > 0
    ? near
    : [areas.toSorted((one, other) => exactMiles(from, one) - exactMiles(from, other))[0]!]
}

function makePostcodes(
  district: District,
  band: Band,
  authorityId: AuthorityId,
  random: Random,
): readonly Postcode[] {
  const sectors = district.sectors ?? '123456789'
  const draw = random.fork(`${district.outward}/${sectors}`)
  const count = band === 'inside' ? POSTCODES_IN_BOROUGH : POSTCODES_ELSEWHERE
  const postcodes = new Map<string, Postcode>()
  if (district.outward === 'SE6') postcodes.set(OFFICES.postcode, {...OFFICES, authorityId})
  while (postcodes.size < count) {
    const letter = () => INWARD_LETTERS[draw.integer(0, INWARD_LETTERS.length - 1)]
    const postcode = `${district.outward} ${draw.pick([...sectors])}${letter()}${letter()}`
    if (!postcodes.has(postcode)) postcodes.set(postcode, {postcode, ...scatter(district, draw), authorityId})
  }
  return [...postcodes.values()]
}

/** Evenly over the district's circle. */
function scatter({easting, northing, radius}: District, random: Random): GridReference {
  const angle = 2 * Math.PI * random.next()
  const distance = radius * Math.sqrt(random.next())
  return {
    easting: Math.round(easting + distance * Math.cos(angle)),
    northing: Math.round(northing + distance * Math.sin(angle)),
  }
}

export const locationOf = ({postcode, easting, northing}: Postcode): Location => ({
  postcode,
  easting,
  northing,
})
