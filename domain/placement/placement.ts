import type {Day} from '../calendar.ts'
import type {AuthorityId, ChildId, HouseholdId} from '../ids.ts'
import type {Location} from '../location.ts'

/** SSDA903 PLACE, in force from 2024/25 on; Z11-Z14 replace Z1 from 2025/26. */
export const PLACE_CODES = [
  'U1',
  'U2',
  'U3',
  'U4',
  'U5',
  'U6',
  'A3',
  'A4',
  'A5',
  'A6',
  'K1',
  'K2',
  'K3',
  'H5',
  'P1',
  'P2',
  'P3',
  'R1',
  'R2',
  'R3',
  'R5',
  'S1',
  'T0',
  'T1',
  'T2',
  'T3',
  'T4',
  'Z1',
  'Z11',
  'Z12',
  'Z13',
  'Z14',
] as const
export type PlaceCode = (typeof PLACE_CODES)[number]

/** SSDA903 PLACE_PROVIDER. */
export const PROVIDER_CODES = ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5'] as const
export type ProviderCode = (typeof PROVIDER_CODES)[number]

/** A home other than a household that Hearth knows: a children's home, supported accommodation, with parents. */
export interface Setting {
  readonly name: string
  readonly urn: string | null
}

/** Where a child lives. */
export interface Placement {
  readonly childId: ChildId
  readonly from: Day
  readonly householdId: HouseholdId | null
  readonly setting: Setting | null
  readonly code: {readonly place: PlaceCode; readonly provider: ProviderCode | null}
  readonly location: Location
  /** The authority in whose area it stands. */
  readonly authorityId: AuthorityId
  readonly weeklyCostPence: number | null
}
