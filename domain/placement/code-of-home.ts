import type {Day} from '../calendar.ts'
import type {Household} from '../household/household.ts'
import type {ReferralKind} from '../referral/referral.ts'
import {ok, type Result, refuse} from '../result.ts'
import {PLACE_CODES, type PlaceCode, type PlacementCode, PROVIDER_CODES, type ProviderCode} from './codes.ts'
import type {Arrangement} from './placement.ts'
import type {SettingAt} from './setting-as-home.ts'

/** What is given of a code; the rest follows from the home. */
export type GivenCode = Partial<PlacementCode>

export type CodeRefusal =
  /** The codes that would do: an empty list of providers takes none. */
  | {
      readonly kind: 'code-not-for-home'
      readonly places: readonly PlaceCode[]
      readonly providers: readonly ProviderCode[]
    }
  | {readonly kind: 'provider-missing'; readonly providers: readonly ProviderCode[]}
  /** In England, settings of this kind have a URN (SSDA903 rule 218). */
  | {readonly kind: 'urn-missing'; readonly place: PlaceCode}

export interface StayToCode {
  readonly arrangement: Arrangement
  readonly kind: ReferralKind
  readonly from: Day
}

/** The code of a stay in a household: as given, if the household can have it, or by what the household is. */
export function codeInHousehold(
  household: Household,
  stay: StayToCode,
  given: GivenCode,
): Result<PlacementCode, CodeRefusal> {
  const places = placesOf(household, stay)
  const place = given.place ?? places[0]!
  const providers = providersFor(place).filter(code => providersOf(household).includes(code))
  const provider = given.provider === undefined ? (providers[0] ?? null) : given.provider
  return isAllowed(place, places) && isAllowed(provider, providers)
    ? ok({place, provider})
    : refuse({kind: 'code-not-for-home', places, providers})
}

/** The code of a stay in another setting; PLACE is always given but for a hospital stay aside. */
export function codeInSetting(
  {setting: {urn}, authorityId}: SettingAt,
  stay: StayToCode,
  given: GivenCode,
): Result<PlacementCode, CodeRefusal> {
  const places = placesOfSettings(stay)
  const place = given.place ?? (stay.arrangement === 'hospital' ? 'T1' : undefined)
  if (place === undefined || !places.includes(place))
    return refuse({kind: 'code-not-for-home', places, providers: []})
  const providers = providersFor(place)
  const provider =
    given.provider === undefined && providers.length < 2 ? (providers[0] ?? null) : given.provider
  if (provider === undefined) return refuse({kind: 'provider-missing', providers})
  if (!isAllowed(provider, providers)) return refuse({kind: 'code-not-for-home', places, providers})
  if (urn === null && HAS_URN.includes(place) && authorityId.startsWith('E'))
    return refuse({kind: 'urn-missing', place})
  return ok({place, provider})
}

function isAllowed<Code>(code: Code | null, codes: readonly Code[]): boolean {
  return code === null ? codes.length === 0 : codes.includes(code)
}

/** The first is the one that the household has by itself. Temporary stays aside are T3 and T4. */
function placesOf({kind, scheme}: Household, {arrangement, kind: stay}: StayToCode): readonly PlaceCode[] {
  const aside: readonly PlaceCode[] = arrangement === 'respite' ? ['T3', 'T4', 'T2'] : []
  const isLong = stay === 'long-term'
  const toAdopt = scheme === 'fostering-for-adoption'
  switch (kind) {
    case 'parent':
      return ['P1', ...aside]
    case 'supported-lodgings':
      return ['K3', ...aside]
    case 'connected-person':
      return [...withFirst(['U1', 'U2', 'U3'], isLong ? 'U1' : toAdopt ? 'U2' : 'U3'), 'A3', 'A5', ...aside]
    case 'fostering':
      return [...withFirst(['U4', 'U5', 'U6'], isLong ? 'U4' : toAdopt ? 'U5' : 'U6'), 'A3', 'A5', ...aside]
  }
}

const withFirst = (codes: readonly PlaceCode[], first: PlaceCode): readonly PlaceCode[] => [
  first,
  ...codes.filter(code => code !== first),
]

function providersOf({kind, provider}: Household): readonly ProviderCode[] {
  if (kind === 'parent') return ['PR0']
  if (provider.type === 'in-house') return ['PR1']
  return provider.type === 'ifa' ? ['PR4', 'PR5'] : ['PR2']
}

/** SSDA903 rules 213 and 526-531: who can provide a place of this code; nobody: it has no provider. */
function providersFor(place: PlaceCode): readonly ProviderCode[] {
  if (place === 'P1') return ['PR0']
  if (/^[TZ]/.test(place)) return []
  if (place === 'R2' || place === 'R5') return ['PR3', 'PR4', 'PR5']
  if (/^[AU]/.test(place) || place === 'K1' || place === 'K2') return ['PR1', 'PR2', 'PR4', 'PR5']
  return PROVIDER_CODES.filter(code => code !== 'PR0')
}

/** Codes that the return no longer takes, and the first day without them. */
const GONE_FROM: Readonly<Partial<Record<PlaceCode, Day>>> = {
  P2: '2023-10-28',
  H5: '2024-04-01',
  Z1: '2025-04-01',
}

/** A child starts to live somewhere under no temporary code (rule 380); fostering codes belong to households. */
const placesOfSettings = ({arrangement, from}: StayToCode): readonly PlaceCode[] =>
  arrangement === 'main'
    ? PLACE_CODES.filter(code => !/^[TU]/.test(code) && from < (GONE_FROM[code] ?? '9999'))
    : arrangement === 'hospital'
      ? ['T1']
      : PLACE_CODES.filter(code => !/^U|^T[01]/.test(code) && from < (GONE_FROM[code] ?? '9999'))

const HAS_URN: readonly PlaceCode[] = ['K1', 'K2', 'K3', 'R3', 'S1']
