import {addDays} from '../domain/calendar.ts'
import type {Approval, Household, Provider, Scheme} from '../domain/household/household.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import type {ReferralKind} from '../domain/referral/referral.ts'
import {occupantOf, settle} from './calendars.ts'
import type {Dwelling} from './dwellings.ts'
import {
  drawAgency,
  type HouseholdDrawing,
  makeHousehold,
  otherAuthority,
  providerCode,
  termsFor,
} from './households.ts'
import type {Residence} from './placements.ts'
import type {Random} from './random.ts'
import {furnishSpare} from './spare-places.ts'
import type {Stay} from './stays.ts'
import {drawTerms} from './terms.ts'

/** A home with our children in it, and how each lives there. */
interface OccupiedHome {
  readonly home: Home
  readonly residences: readonly Residence[]
}

/** Whose household a dwelling is; the others are settings. */
export const isHousehold = ({provision}: Dwelling): boolean => HOUSEHOLDS.has(provision)
const HOUSEHOLDS: ReadonlySet<Dwelling['provision']> = new Set<Dwelling['provision']>([
  'mainstream',
  'ifa',
  'connected-person',
  'other-authority',
  'supported-lodgings',
])

export function makeOccupiedHome(
  dwelling: Dwelling,
  parties: readonly (readonly Stay[])[],
  drawing: HouseholdDrawing,
): OccupiedHome {
  const {random, places} = drawing
  const stays = parties.flat()
  const provider = drawProvider(dwelling, drawing)
  const scheme = drawScheme(dwelling, random)
  const spare = drawSpare(dwelling, stays, random)
  const lodgers = parties.map(party =>
    party.map(stay => ({...stay, occupant: occupantOf(stay.child, places.authorityId)})),
  )
  const terms = termsOf(dwelling, stays, stays.length + spare, scheme, random)
  const furnished = furnishSpare(settle(lodgers, random), {count: spare, provider, terms}, drawing)
  const household = makeHousehold(
    {
      kind: kindOf(dwelling),
      scheme,
      provider,
      at: dwelling.at,
      band: dwelling.band,
      terms,
      bedrooms: furnished.bedrooms,
      since: stays.map(({from}) => from).toSorted()[0]!,
      of: random.pick(dwelling.parties)[0]!.family,
      occupied: true,
      ...temporaryApproval(dwelling, stays, drawing),
    },
    drawing,
  )
  const residences = stays.map(stay => residenceIn(household, stay))
  return {home: {household, calendar: furnished.stays}, residences}
}

const residenceIn = (
  {id, home, authorityId, provider, weeklyCost}: Household,
  {child, from, until, place}: Stay,
): Residence => ({
  childId: child.id,
  from,
  until,
  householdId: id,
  setting: null,
  code: {place, provider: providerCode(provider)},
  location: home,
  authorityId,
  weeklyCostPence: weeklyCost?.marginalPenceAWeek ?? null,
})

const kindOf = ({provision}: Dwelling) =>
  provision === 'connected-person' || provision === 'supported-lodgings' ? provision : ('fostering' as const)

/** In-house hosts of supported lodgings stand in the borough (SSDA903 rule 1015). */
function drawProvider({provision, at, band}: Dwelling, {places, random}: HouseholdDrawing): Provider {
  if (provision === 'ifa' || (provision === 'supported-lodgings' && band !== 'inside'))
    return drawAgency(random)
  if (provision !== 'other-authority') return {type: 'in-house'}
  return otherAuthority(
    at.authorityId === places.authorityId ? places.otherAuthority(random) : at.authorityId,
  )
}

const drawScheme = ({provision}: Dwelling, random: Random): Scheme =>
  provision === 'mainstream' || provision === 'ifa'
    ? random.byWeight({mainstream: 86, specialist: 14})
    : 'mainstream'

/** The usual fostering limit leaves no spare place beside three. */
const USUAL_LIMIT = 3

function drawSpare({provision}: Dwelling, stays: readonly Stay[], random: Random): number {
  if (provision === 'connected-person' || provision === 'other-authority') return 0
  const most = provision === 'supported-lodgings' ? 1 : Math.max(0, USUAL_LIMIT - stays.length)
  return Math.min(most, Number(random.byWeight({0: 50, 1: 38, 2: 12})))
}

function termsOf(
  dwelling: Dwelling,
  stays: readonly Stay[],
  places: number,
  scheme: Scheme,
  random: Random,
): Approval['terms'] {
  if (dwelling.provision === 'supported-lodgings') return lodgingsTerms(places)
  if (dwelling.provision === 'connected-person')
    return termsFor(stays.map(({child, age}) => ({id: child.id, sex: child.sex, age})))
  const kinds = stays.map(
    ({place, child}): ReferralKind =>
      child.legalStatus === 'J1' ? 'remand' : place === 'U4' ? 'long-term' : 'short-term',
  )
  return drawTerms(
    {places, ages: stays.map(({age}) => age), sexes: stays.map(({child}) => child.sex), kinds, scheme},
    random,
  )
}

/** From 16 on; care leavers may stay until 25. */
export const lodgingsTerms = (places: number): Approval['terms'] => ({
  places,
  ages: {from: 16, to: 25},
  sexes: ['F', 'M', 'U'],
  kinds: ['supported-lodgings'],
  namedChildren: [],
})

const TEMPORARY_DAYS = 16 * 7

/** Connected persons who came lately stand on a temporary approval of 16 weeks (SI 2010/959 reg 24). */
function temporaryApproval(
  {provision}: Dwelling,
  stays: readonly Stay[],
  {today}: HouseholdDrawing,
): {readonly approval?: Pick<Approval, 'from' | 'until' | 'route'>} {
  const [first] = stays
  if (provision !== 'connected-person' || first!.from <= addDays(today, -TEMPORARY_DAYS + 5)) return {}
  return {
    approval: {from: first!.from, until: addDays(first!.from, TEMPORARY_DAYS - 1), route: 'regulation-24'},
  }
}
