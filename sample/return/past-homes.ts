import {exactMiles} from '../../domain/location.ts'
import type {PlaceCode, ProviderCode} from '../../domain/placement/codes.ts'
import type {Borough} from '../borough.ts'
import {drawHouseholdCost, drawSettingCost} from '../costs.ts'
import {drawAgency, providerCode} from '../households.ts'
import type {Postcode} from '../places.ts'
import type {Random, Weights} from '../random.ts'

/** A home as the return has it, with what it costs a week. */
export interface ReturnedHome {
  readonly place: PlaceCode
  readonly provider: ProviderCode | null
  /** null: not asked for (short breaks). */
  readonly postcode: string | null
  readonly urn: string | null
  /** `in-house`, an agency's id, or what a setting is called. */
  readonly supplier: string
  /** Pence; null where the authority does not pay for it by the week. */
  readonly weeklyPence: number | null
}

/** Postcodes to draw the homes of other years from. */
export interface Ground {
  readonly inside: readonly Postcode[]
  readonly near: readonly Postcode[]
  readonly far: readonly Postcode[]
  readonly inHouseUrn: string
}

const NEAR_MILES = 13

export function groundOf({postcodes, authorityId}: Borough): Ground {
  const inside = postcodes.filter(each => each.authorityId === authorityId)
  const elsewhere = postcodes.filter(each => each.authorityId !== authorityId)
  const isNear = (each: Postcode) => exactMiles(each, inside[0]!) <= NEAR_MILES
  return {
    inside,
    near: elsewhere.filter(isNear),
    far: elsewhere.filter(each => !isNear(each)),
    inHouseUrn: authorityUrn(authorityId),
  }
}

/** Invented URNs of fostering services: an authority's own, and an agency's. */
export const authorityUrn = (authorityId: string): string =>
  `SC${authorityId.slice(1, 3)}${authorityId.slice(-4)}`
export const agencyUrn = (agencyId: string): string => `SC4000${agencyId.slice(-2)}`
/** A regional adoption agency has none of its own. */
export const ADOPTION_AGENCY_URN = 'XXXXXXX'

type Kind = 'mainstream' | 'ifa' | 'connected-person' | 'childrens-home' | 'supported-accommodation'

/** Supported accommodation takes nobody under 16 (SI 2023/416). */
const KINDS: readonly (readonly [fromAge: number, Weights<Kind>])[] = [
  [16, {ifa: 30, mainstream: 18, 'connected-person': 6, 'childrens-home': 14, 'supported-accommodation': 32}],
  [10, {ifa: 48, mainstream: 22, 'connected-person': 10, 'childrens-home': 20}],
  [0, {ifa: 48, mainstream: 32, 'connected-person': 20}],
]

/** A home of earlier years, for a child of that age when it began. */
export function drawPastHome(age: number, uasc: boolean, ground: Ground, random: Random): ReturnedHome {
  const [, weights] = KINDS.find(([from]) => age >= from)!
  const kind = random.byWeight(uasc ? {...weights, 'connected-person': 0, 'childrens-home': 0} : weights)
  const area = random.byWeight({inside: kind === 'childrens-home' ? 10 : 36, near: 48, far: uasc ? 0 : 15})
  const {postcode} = random.pick(ground[area])
  if (kind === 'childrens-home' || kind === 'supported-accommodation')
    return drawSetting(kind, postcode, random)
  const carer = kind === 'ifa' ? drawAgency(random) : ({type: 'in-house'} as const)
  const household = {
    kind: kind === 'connected-person' ? kind : 'fostering',
    scheme: 'mainstream',
    provider: carer,
  } as const
  return {
    place: kind === 'connected-person' ? 'U3' : 'U6',
    provider: providerCode(carer),
    postcode,
    urn: carer.type === 'ifa' ? agencyUrn(carer.agencyId) : ground.inHouseUrn,
    supplier: carer.type === 'ifa' ? carer.agencyId : carer.type,
    weeklyPence: drawHouseholdCost(household, random)?.marginalPenceAWeek ?? null,
  }
}

function drawSetting(
  kind: 'childrens-home' | 'supported-accommodation',
  postcode: string,
  random: Random,
): ReturnedHome {
  const urn = `SC${random.integer(100_000, 999_999)}`
  const home = kind === 'childrens-home'
  return {
    place: home ? 'K2' : 'K3',
    provider: random.byWeight({PR4: 85, PR5: 15}),
    postcode,
    urn,
    supplier: `${home ? "Children's home" : 'Supported accommodation'} ${urn.slice(2)}`,
    weeklyPence: drawSettingCost(kind, random),
  }
}

/** A few nights in hospital, or with another carer while theirs is away; the child goes back. */
export function drawTemporaryHome(ground: Ground, random: Random): ReturnedHome & {readonly days: number} {
  const place = random.byWeight({T1: 35, T3: 50, T4: 15})
  const days = {T1: random.integer(3, 35), T3: random.integer(3, 20), T4: random.integer(1, 6)}[place]
  const {postcode} = random.pick(ground.near)
  return {place, provider: null, postcode, urn: null, supplier: '', weeklyPence: null, days}
}
