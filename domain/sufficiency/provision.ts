import type {PlaceCode, ProviderCode} from '../placement/codes.ts'
import type {Standing} from './indicator.ts'

/** DfE's published placement groups (statistical release SSDA903, placement tables). */
export const PLACEMENT_GROUPS = {
  foster: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'],
  'placed-for-adoption': ['A3', 'A4', 'A5', 'A6'],
  'with-parents': ['P1'],
  'secure-and-childrens-homes': ['K1', 'K2'],
  supported: ['K3', 'H5', 'P2'],
  'residential-schools': ['S1'],
  'other-residential': ['R1', 'R2', 'R3', 'R5'],
  other: ['P3', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14', 'T0', 'T1', 'T2', 'T3', 'T4'],
} as const satisfies Readonly<Record<string, readonly PlaceCode[]>>
export type PlacementGroup = keyof typeof PLACEMENT_GROUPS

const GROUP_OF = new Map<PlaceCode, PlacementGroup>(
  Object.entries(PLACEMENT_GROUPS).flatMap(([group, places]) =>
    places.map(place => [place, group as PlacementGroup] as const),
  ),
)

export const placementGroup = (place: PlaceCode): PlacementGroup => GROUP_OF.get(place) ?? 'other'

const KINSHIP = ['U1', 'U2', 'U3'] as const
const MAINSTREAM = ['U4', 'U5', 'U6'] as const
const {foster: FOSTER} = PLACEMENT_GROUPS
const RESIDENTIAL = ['K2', 'R1', 'P3', 'S1'] as const
const EXTERNAL = ['PR4', 'PR5'] as const

/** Which PLACE and PLACE_PROVIDER make a service term. `providers: null`: whichever. */
export interface Provision {
  readonly places: readonly PlaceCode[]
  readonly providers: readonly ProviderCode[] | null
}

/** The terms that mean the same under strict and regional mapping. */
const ALIKE = {
  'kinship-foster': {places: KINSHIP, providers: null},
  'ifa-foster': {places: MAINSTREAM, providers: EXTERNAL},
  'residential-in-house': {places: RESIDENTIAL, providers: ['PR1', 'PR2', 'PR3']},
  'residential-external': {places: RESIDENTIAL, providers: EXTERNAL},
  supported: {places: PLACEMENT_GROUPS.supported, providers: null},
  secure: {places: ['K1'], providers: null},
  'with-parents': {places: ['P1'], providers: null},
  'placed-for-adoption': {places: PLACEMENT_GROUPS['placed-for-adoption'], providers: null},
} as const satisfies Readonly<Record<string, Provision>>

/**
 * No code of the return says in-house or IFA: each is a mapping of PLACE and PLACE_PROVIDER, and a figure names the
 * one that it uses. `strict` keeps kinship carers and other authorities' carers apart; `headline` is how own provision
 * is commonly quoted, kinship carers included; `regional` is the Data to Insight regional demand model's, which folds
 * other authorities' carers into in-house.
 */
export const MAPPINGS = {
  strict: {
    'in-house-foster': {places: MAINSTREAM, providers: ['PR1']},
    'other-authority-foster': {places: MAINSTREAM, providers: ['PR2', 'PR3']},
    ...ALIKE,
  },
  headline: {
    'own-provision-foster': {places: FOSTER, providers: ['PR1']},
    'all-ifa-foster': {places: FOSTER, providers: EXTERNAL},
    'all-other-authority-foster': {places: FOSTER, providers: ['PR2', 'PR3']},
  },
  regional: {
    'in-house-foster': {places: MAINSTREAM, providers: ['PR1', 'PR2', 'PR3']},
    ...ALIKE,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Provision>>>>
export type Mapping = keyof typeof MAPPINGS

/** Where a child lives, as far as a mapping looks. */
export interface PlaceAndProvider {
  readonly place: PlaceCode
  readonly provider: ProviderCode | null
}

/** `unknown`: the place fits, and who provides it is not recorded. */
export function standingIn({places, providers}: Provision, {place, provider}: PlaceAndProvider): Standing {
  if (!places.includes(place)) return 'not-counted'
  if (providers === null) return 'counted'
  if (provider === null) return 'unknown'
  return providers.includes(provider) ? 'counted' : 'not-counted'
}

/** The term of a mapping for a place; `not-known` where only the provider is missing, `other` where no term fits. */
export function serviceTerm(mapping: Mapping, home: PlaceAndProvider): string {
  let term = 'other'
  for (const [name, provision] of Object.entries(MAPPINGS[mapping])) {
    const standing = standingIn(provision, home)
    if (standing === 'counted') return name
    if (standing === 'unknown') term = 'not-known'
  }
  return term
}

/** The terms of a mapping, in the order in which tables show them. */
export const serviceTerms = (mapping: Mapping): readonly string[] => [
  ...Object.keys(MAPPINGS[mapping]),
  'other',
]

/** A move that is meant to be short: the placement that it interrupts goes on. */
export const isTemporary = (place: PlaceCode): boolean => place.charCodeAt(0) === 84 // T

export const isFostering = (place: PlaceCode): boolean => placementGroup(place) === 'foster'
