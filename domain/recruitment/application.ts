import type {Day} from '../calendar.ts'
import type {EthnicityCode} from '../child/ethnicity.ts'
import type {ApplicationId, AuthorityId, CampaignId, HouseholdId} from '../ids.ts'
import type {Milestone, MilestoneKind} from './milestone.ts'

export const APPLICATION_KINDS = ['fostering', 'connected-person', 'supported-lodgings'] as const
export type ApplicationKind = (typeof APPLICATION_KINDS)[number]

/** How people came to ask. */
export const SOURCES = [
  'website',
  'search-engine',
  'social-media',
  'event',
  'foster-carer',
  'leaflet-or-press',
  'regional-hub',
  'other-service',
  'own-social-work',
  'other',
] as const
export type Source = (typeof SOURCES)[number]

/** What was spent to be found, over a span of days. */
export interface Campaign {
  readonly id: CampaignId
  readonly name: string
  readonly source: Source
  readonly from: Day
  /** The last day; null: it goes on. */
  readonly until: Day | null
  readonly costPence: number
}

export interface Applicant {
  readonly dob?: Day
  readonly ethnicity?: EthnicityCode
}

/** Time that does not count on the clocks that may be paused: from a day up to, not including, `until`. */
export interface Pause {
  readonly from: Day
  /** null: it lasts. */
  readonly until: Day | null
  readonly reason: string
}

/** The day of a milestone was wrong, and is another now. */
export interface Correction {
  readonly milestone: MilestoneKind
  readonly from: Day
  readonly to: Day
  /** The day on which it was corrected. */
  readonly on: Day
  readonly reason: string
}

/**
 * One household from its first enquiry on: dated milestones and never a status, because stages 1 and 2 may run at
 * the same time (SI 2011/581 reg 26). Hearth holds no names: `reference` is the case system's.
 */
export interface Application {
  readonly id: ApplicationId
  readonly reference: string
  readonly kind: ApplicationKind
  readonly enquiry: {readonly on: Day; readonly source: Source; readonly campaignId: CampaignId | null}
  /** Approved by another service, which must end that approval first: nobody is approved by two. */
  readonly transferFrom: {readonly service: string} | null
  readonly applicants: readonly Applicant[]
  /** In whose area they live; null: not known. */
  readonly authorityId: AuthorityId | null
  /** By day; those of one day in the order in which they were recorded. */
  readonly milestones: readonly Milestone[]
  /** By day, never two at once. */
  readonly pauses: readonly Pause[]
  /** Of days of milestones, in the order in which they were made. */
  readonly corrections: readonly Correction[]
  /** The household that approval, temporary or full, made of it. */
  readonly householdId: HouseholdId | null
}
