import type {Day, Instant} from '../calendar.ts'
import type {ActionId, DecisionId} from '../ids.ts'

export const DECISION_KINDS = [
  'approve',
  'approve-with-conditions',
  'search-continues',
  'step-down-agreed',
  'defer',
  'escalate',
  'refer-joint-funding',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** Those that commit money, and settle what waited for a decision. */
export const SETTLING: readonly DecisionKind[] = ['approve', 'approve-with-conditions', 'step-down-agreed']

/** A condition, or something to be done: by whom, and by the end of which day. */
export interface Action {
  readonly id: ActionId
  readonly words: string
  readonly owner: string
  readonly dueOn: Day
  readonly done: {readonly on: Day; readonly by: string} | null
}

/** The kind of home that a child is to step down to. */
export const STEP_DOWN_TARGETS = [
  'in-house-foster',
  'ifa-foster',
  'connected-person',
  'with-parents',
  'childrens-home',
  'supported',
  'other',
] as const

export interface StepDown {
  readonly target: (typeof STEP_DOWN_TARGETS)[number]
  readonly by: Day
  readonly owner: string
  /** What stands in the way, in words. */
  readonly blockers: readonly string[]
  readonly forecastPenceAWeek: number
  readonly oneOffPence: number
}

/** Somebody of the panel who does not weigh in a decision, and why. */
export interface Conflict {
  readonly member: string
  readonly words: string
}

/** What the role over the chair's limit decided. */
export interface SecondApproval {
  readonly role: string
  readonly by: string
  readonly on: Day
  readonly reason: string
}

/** What was decided, before it is known whether it may be. Which parts a kind needs, the API checks. */
export interface DecisionMade {
  readonly kind: DecisionKind
  readonly on: Day
  readonly reasons: string
  /** Members present, the chair among them. */
  readonly present: readonly string[]
  readonly conflicts: readonly Conflict[]
  /** The last day of an approval. */
  readonly until: Day | null
  /** When it is to come again, where that is not as the policy says. */
  readonly reviewOn: Day | null
  readonly stepDown: StepDown | null
  /** To whom it goes: of `escalate` and `refer-joint-funding`. */
  readonly to: string | null
  /** The share that is asked for, of `refer-joint-funding`; null: not said. */
  readonly shareBasisPoints: number | null
  readonly actions: readonly Action[]
  readonly secondApproval: SecondApproval | null
}

/** One decision. It never changes; another may take its place. */
export interface Decision extends DecisionMade {
  readonly id: DecisionId
  readonly at: Instant
  /** The account of the chair. */
  readonly chair: string
  /** What it was made on: pence a week on its day; null: not known. */
  readonly weeklyCostPence: number | null
  /** null: it stands. */
  readonly superseded: {
    readonly by: DecisionId
    readonly at: Instant
    readonly reason: string
  } | null
}

export const stands = ({superseded}: Pick<Decision, 'superseded'>): boolean => superseded === null

/** Decisions that stand, by the day on which they were made. */
export const standing = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter(stands).toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))

/** The day of the last settling decision from one day up to another, both counted; null: there is none. */
export const lastSettled = (decisions: readonly Decision[], from: Day, to: Day): Day | null =>
  standing(decisions).findLast(({kind, on}) => SETTLING.includes(kind) && from <= on && on <= to)?.on ?? null
