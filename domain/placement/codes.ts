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

/** How the return counts a placement. Temporary and other (Z1x) places have no provider. */
export interface PlacementCode {
  readonly place: PlaceCode
  readonly provider: ProviderCode | null
}

/** SSDA903 REASON_PLACE_CHANGE: why a placement ended for another to start; it stands on the one that ended. */
export const REASONS_FOR_PLACE_CHANGE = {
  CARPL: 'change to or implementation of the care plan',
  CLOSE: 'provider closed or carer resigned',
  ALLEG: 'allegation (s.47)',
  STAND: 'standards concern',
  APPRR: 'approval removed',
  CREQB: "carer asked for it to end, because of the child's behaviour",
  CREQO: 'carer asked for it to end, for another reason',
  CHILD: 'child asked for it to end',
  LAREQ: 'responsible authority or area authority asked for it to end',
  PLACE: 'change in the status of the placement only',
  CUSTOD: 'custody',
  OTHER: 'other',
} as const
export type ReasonForPlaceChange = keyof typeof REASONS_FOR_PLACE_CHANGE

/** SSDA903 REC: why an episode ceased. X1 is a move's; every other code ends the time of being looked after. */
export const REASONS_EPISODE_CEASED = {
  X1: 'episode ceases, and a new one begins',
  E11: 'adopted, unopposed',
  E12: 'adopted, consent dispensed with',
  E2: 'died',
  E3: 'care taken over by another authority',
  E4A: 'returned home, planned',
  E4B: 'returned home, unplanned',
  E13: 'left to live with others without an order or parental responsibility',
  E41: 'child arrangements order',
  E45: 'special guardianship order to a former foster carer, relative or friend',
  E46: 'special guardianship order to a former foster carer, not a relative or friend',
  E47: 'special guardianship order to another carer, relative or friend',
  E48: 'special guardianship order to another carer, not a relative or friend',
  E5: 'independent living with support',
  E6: 'independent living without formal support',
  E7: 'residential care for adults',
  E8: 'other',
  E9: 'custody',
  E14: 'accommodation on remand ended',
  E15: 'age assessed as 18 or over',
  E16: 'moved abroad',
  E17: 'aged 18 or over and stayed with the carers (Staying Put)',
} as const
export type ReasonEpisodeCeased = keyof typeof REASONS_EPISODE_CEASED
