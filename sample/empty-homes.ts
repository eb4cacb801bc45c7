import {addDays} from '../domain/calendar.ts'
import type {Approval, Scheme} from '../domain/household/household.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import {drawAgency, type HouseholdDrawing, makeHousehold} from './households.ts'
import {lodgingsTerms} from './occupied-homes.ts'
import type {Band} from './places.ts'
import type {Weights} from './random.ts'
import {furnishSpare} from './spare-places.ts'
import {FILLED_SHARE} from './targets.ts'
import {drawTerms} from './terms.ts'

/** Where homes without our children stand: our own in and about the borough, agencies' all over the country. */
const WHERE: Readonly<Record<'in-house' | 'ifa', Weights<Band>>> = {
  'in-house': {inside: 62, near: 32, ring: 5, far: 1},
  ifa: {inside: 12, near: 46, ring: 18, far: 24},
}

type Supplier = keyof typeof WHERE

/** A household in which none of our children lives: its places vacant, kept back or filled by others. */
export function makeEmptyHome(
  provider: Supplier,
  places: number,
  scheme: Scheme,
  drawing: HouseholdDrawing,
): Home {
  const {random, today} = drawing
  const band = random.byWeight(WHERE[provider])
  const plan = {
    kind: 'fostering' as const,
    scheme,
    provider: provider === 'ifa' ? drawAgency(random) : ({type: 'in-house'} as const),
    at: drawing.places.inBand(band, random),
    band,
    terms: drawTerms({places, ages: [], sexes: [], kinds: [], scheme}, random),
    since: addDays(today, -random.integer(10, 700)),
    of: null,
    occupied: false,
    ...approvalAtItsEdge(drawing),
  }
  const {bedrooms, stays} = furnishSpare(
    NOBODY,
    {count: places, provider: plan.provider, terms: plan.terms},
    drawing,
  )
  return {household: makeHousehold({...plan, bedrooms}, drawing), calendar: stays}
}

const NOBODY = {bedrooms: [], stays: []}

/** A few are approved from a day to come, or were until a day gone by. */
function approvalAtItsEdge({random, today}: HouseholdDrawing): {
  readonly approval?: Pick<Approval, 'from' | 'until'>
} {
  if (random.chance(0.03)) return {approval: {from: addDays(today, random.integer(5, 40)), until: null}}
  if (random.chance(0.02))
    return {
      approval: {
        from: addDays(today, -random.integer(800, 2000)),
        until: addDays(today, -random.integer(3, 60)),
      },
    }
  return {}
}

export const isMainstreamSupply = (
  {household: {kind, scheme, provider}}: Home,
  supplier: Supplier,
): boolean => kind === 'fostering' && provider.type === supplier && scheme !== 'short-break'

/** Places and how many of them a child fills tonight, whichever authority's. */
export function fillOf(
  homes: readonly Home[],
  today: string,
): {readonly places: number; readonly filled: number} {
  let places = 0
  let filled = 0
  for (const {household, calendar} of homes) {
    places += household.approval.terms.places
    for (const {kind, from, until} of calendar)
      if (kind === 'placement' && from <= today && (until === null || until > today)) filled += 1
  }
  return {places, filled}
}

/** Adds homes until three in five places are filled. */
export function addEmptyHomes(
  occupied: readonly Home[],
  supplier: Supplier,
  drawing: HouseholdDrawing,
): readonly Home[] {
  const {random, today} = drawing
  const added: Home[] = []
  let {places, filled} = fillOf(
    occupied.filter(home => isMainstreamSupply(home, supplier)),
    today,
  )
  for (let missing = missingPlaces(places, filled); missing > 0; missing = missingPlaces(places, filled)) {
    const size = Math.min(missing, Number(random.byWeight({1: 34, 2: 46, 3: 20})))
    const home = makeEmptyHome(supplier, size, random.byWeight({mainstream: 86, specialist: 14}), drawing)
    const more = fillOf([home], today)
    places += more.places
    filled += more.filled
    added.push(home)
  }
  return added
}

const missingPlaces = (places: number, filled: number): number =>
  Math.round((filled * 100) / FILLED_SHARE) - places

/** A host of supported lodgings with nobody of ours. */
export function makeEmptyLodgings(drawing: HouseholdDrawing): Home {
  const {random, today, places} = drawing
  const inside = random.chance(0.8)
  const terms = lodgingsTerms(random.integer(1, 2))
  const provider = inside ? ({type: 'in-house'} as const) : drawAgency(random)
  const {bedrooms, stays} = furnishSpare(NOBODY, {count: terms.places, provider, terms}, drawing)
  const band: Band = inside ? 'inside' : 'near'
  const plan = {
    kind: 'supported-lodgings' as const,
    scheme: 'mainstream' as const,
    provider,
    at: places.inBand(band, random),
    band,
    terms,
    bedrooms,
    since: addDays(today, -random.integer(60, 700)),
    of: null,
    occupied: false,
  }
  return {household: makeHousehold(plan, drawing), calendar: stays}
}
