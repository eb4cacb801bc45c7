import type {Day} from '../calendar.ts'
import type {Terms} from '../household/household.ts'

/** Checks and references of stage 1 (SI 2011/581 reg 26 and Schedule 3 Part 1). */
export const CHECKS = [
  'disclosure',
  'local-authority',
  'home-authority',
  'health',
  'employment',
  'overseas',
  'home-safety',
  'reference-1',
  'reference-2',
  'reference-3',
  'previous-service',
] as const
export type Check = (typeof CHECKS)[number]

/** Why applicants withdraw, in Ofsted's codes. */
export const WITHDRAWAL_CODES = {
  AW0: 'another reason',
  AW1: 'fostering is not what they expected',
  AW2: 'the assessment is not what they expected',
  AW3: 'a change of circumstances',
  AW4: 'money',
  AW5: 'worry about allegations',
} as const
export type WithdrawalCode = keyof typeof WITHDRAWAL_CODES

/** Something that happened in an application on a day. */
export type Milestone = {readonly on: Day} & (
  | {readonly [Kind in PlainMilestone]: {readonly kind: Kind}}[PlainMilestone]
  | {readonly kind: 'check-asked'; readonly check: Check}
  | {readonly kind: 'check-returned'; readonly check: Check; readonly satisfactory: boolean}
  | {readonly kind: 'stage-1-outcome'; readonly suitable: boolean; readonly reason: string | null}
  | {readonly kind: 'training-completed'; readonly course: string}
  | {readonly kind: 'panel-booked'; readonly for: Day}
  | {readonly kind: 'panel'; readonly recommends: 'approve' | 'not-approve' | 'deferred'}
  | Decided
  | TemporarilyApproved
  | {readonly kind: 'not-taken-forward'; readonly reason: string}
  | {readonly kind: 'withdrawn'; readonly code: WithdrawalCode; readonly reason: string}
  | {readonly kind: 'review'; readonly continues: boolean; readonly toPanel: boolean}
  | {readonly kind: 'terms-changed'; readonly terms: Terms}
  | {readonly kind: 'suspended'; readonly until: Day | null; readonly reason: string}
  | {readonly kind: 'resignation-received'; readonly reason: string}
  | {readonly kind: 'approval-ended'; readonly reason: string}
  | {readonly kind: 'transferred'; readonly to: string}
)

/** Those of which the day says everything. */
type PlainMilestone =
  | 'first-contact'
  | 'home-visit'
  | 'application-accepted'
  | 'stage-1-started'
  /** The last of the information of stage 1 has come: its notice is due 10 working days later. */
  | 'stage-1-information'
  | 'stage-2-started'
  /** The report is written. */
  | 'stage-2-completed'
  | 'papers-sent'
  | 'minutes-received'
  | 'told-orally'
  | 'told-in-writing'
  | 'previous-approval-ended'
  | 'temporary-approval-extended'
  | 'induction'
  | 'suspension-ended'

/** The decision maker's decision. Not to approve is a qualifying determination (SI 2011/581 reg 27). */
type Decided = {readonly kind: 'decision'} & (
  | {
      readonly outcome: 'approved'
      readonly terms: Terms
      /** Why the terms have more places than there are bedrooms; null: they have not. */
      readonly overBedrooms: string | null
    }
  | {readonly outcome: 'not-approved'; readonly reason: string}
)

/** SI 2010/959 reg 24: a connected person, for the children whom the terms name. */
interface TemporarilyApproved {
  readonly kind: 'temporary-approval'
  readonly terms: Terms
}

export type MilestoneKind = Milestone['kind']
export type MilestoneOf<Kind extends MilestoneKind> = Extract<Milestone, {readonly kind: Kind}>

/** All of one kind, by day. */
export const allOf = <Kind extends MilestoneKind>(
  milestones: readonly Milestone[],
  kind: Kind,
): readonly MilestoneOf<Kind>[] =>
  milestones.filter((milestone): milestone is MilestoneOf<Kind> => milestone.kind === kind)

/** The latest of a kind; undefined: there is none. */
export const lastOf = <Kind extends MilestoneKind>(
  milestones: readonly Milestone[],
  kind: Kind,
): MilestoneOf<Kind> | undefined => allOf(milestones, kind).at(-1)
