import type {Day} from '../calendar.ts'
import type {LegalStatus, Sex} from '../child/child.ts'
import type {EthnicityCode} from '../child/ethnicity.ts'
import type {PlaceCode, ProviderCode, ReasonEpisodeCeased, ReasonForPlaceChange} from '../placement/codes.ts'

/** SSDA903 RNE: why an episode began. S: care began; P, B: another home; T, U: the same carer under another code; L: legal status alone. */
export type ReasonForNewEpisode = 'S' | 'P' | 'T' | 'L' | 'B' | 'U'

/** SSDA903 CIN: the child's main category of need, fixed for a whole period of care. */
export const NEED_CODES = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8'] as const
export type NeedCode = (typeof NEED_CODES)[number]

/** One stretch of a child's time in care under one set of codes: from its first day up to, not including, `until`. */
export interface Episode {
  readonly from: Day
  /** The day on which it ceased (DEC); null: it goes on. */
  readonly until: Day | null
  readonly began: ReasonForNewEpisode
  /** null: not recorded. */
  readonly legalStatus: LegalStatus | null
  readonly need: NeedCode | null
  readonly place: PlaceCode
  /** null: none applies (temporary and Z1x places), or not recorded. */
  readonly provider: ProviderCode | null
  readonly ceased: ReasonEpisodeCeased | null
  readonly reasonForChange: ReasonForPlaceChange | null
  readonly homePostcode: string | null
  readonly placementPostcode: string | null
  readonly urn: string | null
  /** The household of Hearth, where it is known: two children in one live together. */
  readonly householdId: string | null
  /** The upper-tier authority where the home stands: its ONS code, or SCO, NIR, WAL; null: not known. */
  readonly placementAuthority: string | null
  /** To one decimal, from where the child lived when care began; null: not known, and always for UASC. */
  readonly distanceMiles: number | null
  /** Where this was learnt: an imported return, or a placement recorded in Hearth. */
  readonly source: 'return' | 'hearth'
}

/** What the health table (OC2) of one return says of a child's Strengths and Difficulties Questionnaire. */
export interface SdqScore {
  /** The collection year, by its end. */
  readonly year: number
  /** Total difficulties, 0-40; null: the table has the child, and no score. */
  readonly score: number | null
}

/** Everything that sufficiency counts of one child. Episodes stand by first day and never overlap. */
export interface ChildHistory {
  /** The case system's id (SSDA903 CHILD, Hearth's `reference`). */
  readonly reference: string
  readonly dob: Day
  readonly sex: Sex
  /** null: not recorded. */
  readonly ethnicity: EthnicityCode | null
  /** Unaccompanied asylum-seeking: from the first episode until `uascUntil` (DUC); null: with no end known. */
  readonly uasc: boolean
  readonly uascUntil: Day | null
  /** Local: SSDA903 knows no sibling groups. null: none is recorded. */
  readonly siblingGroupId: string | null
  /** One a year at most. */
  readonly sdq: readonly SdqScore[]
  readonly episodes: readonly Episode[]
}
