import {addDays, type Day} from '../domain/calendar.ts'
import type {Sex} from '../domain/child/child.ts'
import type {
  Approval,
  Bedroom,
  Household,
  HouseholdKind,
  Provider,
  Registration,
  Scheme,
  Terms,
} from '../domain/household/household.ts'
import type {AuthorityId, HouseholdId} from '../domain/ids.ts'
import type {ProviderCode} from '../domain/placement/codes.ts'
import {drawCarers} from './carers.ts'
import type {Drawing} from './children.ts'
import {drawHouseholdCost} from './costs.ts'
import type {Heritage} from './heritage.ts'
import {type Band, locationOf, type Postcode} from './places.ts'
import type {Random} from './random.ts'
import {drawStatus} from './statuses.ts'

export interface HouseholdDrawing extends Drawing {
  /** 1, 2, 3… for references. */
  readonly nextNumber: () => number
}

/** What is settled about a household before its carers are drawn. */
interface Plan {
  readonly kind: HouseholdKind
  readonly scheme: Scheme
  readonly provider: Provider
  readonly at: Postcode
  readonly band: Band
  readonly terms: Terms
  readonly bedrooms: readonly Bedroom[]
  readonly approval?: Pick<Approval, 'from' | 'until' | 'route'>
  /** The first placement: the approval is older. */
  readonly since: Day
  readonly of: Heritage | null
  readonly occupied: boolean
}

export function makeHousehold(plan: Plan, {random, today, nextNumber}: HouseholdDrawing): Household {
  const {kind, scheme, provider, at, bedrooms, terms} = plan
  const approval = plan.approval ?? {from: addDays(plan.since, -random.integer(20, 4200)), until: null}
  return {
    id: random.uuid() as HouseholdId,
    reference: `H-${100_000 + nextNumber()}`,
    kind,
    scheme,
    provider,
    approval: {
      ...approval,
      terms,
      ...(kind === 'supported-lodgings' && {registration: drawRegistration(plan, random)}),
    },
    home: locationOf(at),
    authorityId: at.authorityId,
    bedrooms,
    ...drawCarers({band: plan.band, scheme, kin: kind === 'connected-person', of: plan.of}, today, random),
    status: drawStatus(plan.occupied, approval.from, today, random),
    weeklyCost: drawHouseholdCost(plan, random),
  }
}

/** Nearly every provider of supported lodgings is registered; nobody lives with the others. */
function drawRegistration({occupied}: Plan, random: Random): Registration {
  const status =
    occupied || random.chance(0.75) ? 'registered' : random.pick(['applied', 'suspended'] as const)
  return {
    urn: `SA${random.integer(100_000, 999_999)}`,
    status,
    ...(status === 'registered' && {from: '2023-10-28'}),
  }
}

const AGENCIES = 24
/** The first few agencies are charities. */
const VOLUNTARY_AGENCIES = 3

export const drawAgency = (random: Random): Provider => ({
  type: 'ifa',
  agencyId: `ifa-${String(random.integer(1, AGENCIES)).padStart(2, '0')}`,
})

/** SSDA903 PLACE_PROVIDER of a household. */
export function providerCode(provider: Provider): ProviderCode {
  if (provider.type === 'in-house') return 'PR1'
  if (provider.type === 'other-authority') return 'PR2'
  return Number(provider.agencyId.slice(-2)) <= VOLUNTARY_AGENCIES ? 'PR5' : 'PR4'
}

/** Terms that name their children; the ages and sexes are theirs. */
export const termsFor = (
  children: readonly {readonly id: Terms['namedChildren'][number]; readonly age: number; readonly sex: Sex}[],
): Terms => ({
  places: children.length,
  ages: {from: Math.min(...children.map(({age}) => age)), to: 17},
  sexes: [...new Set(children.map(({sex}) => sex))].toSorted(),
  kinds: ['long-term', 'short-term'],
  namedChildren: children.map(({id}) => id).toSorted(),
})

export const otherAuthority = (authorityId: AuthorityId): Provider => ({type: 'other-authority', authorityId})
