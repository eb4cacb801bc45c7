import type {Day} from '../calendar.ts'
import type {PlacementId} from '../ids.ts'

export interface Span {
  readonly value: number
  readonly unit: 'working-days' | 'weeks'
}

/** What of a placement its time limits turn on. Side arrangements (respite, hospital) have none. */
export interface PlacementTimes {
  readonly id: PlacementId
  readonly from: Day
  /** The child was taken in at once: what should come before the placement may then follow it. */
  readonly isEmergency: boolean
  /** An emergency outside the terms of approval (A2). */
  readonly isOutsideTerms: boolean
  /** The home stands in the area of another authority. */
  readonly isOutOfArea: boolean
  /** Of a connected person (A7), from the day on which it was given. It is extended once at most. */
  readonly temporaryApproval: {readonly from: Day; readonly isExtended: boolean} | null
  /** Once it has ended. Immediate: at once, because of a risk of significant harm (reg 14(3)). */
  readonly end: {readonly on: Day; readonly isImmediate: boolean} | null
}

/** One time limit: when it starts to run and how far, and what is to be done by then. */
export interface TimeLimit {
  readonly kind: PlacementDeadlineKind
  readonly source: string
  /** How long before its last day it is approaching. Local practice. */
  readonly notice: Span
  /** null: there is no such limit on this placement. */
  readonly runs: (placement: PlacementTimes) => {readonly from: Day; readonly within: Span} | null
  readonly toDo: string
  /** What the end of the placement makes of it; absent: it stays to be done. */
  readonly atTheEnd?: 'met' | 'withdrawn'
}

export const PLACEMENT_DEADLINE_KINDS = [
  'emergency-outside-terms',
  'temporary-approval',
  'placement-plan',
  'placement-notice',
  'area-notice',
  'ending-notice',
] as const
export type PlacementDeadlineKind = (typeof PLACEMENT_DEADLINE_KINDS)[number]

const workingDays = (value: number): Span => ({value, unit: 'working-days'})
const weeks = (value: number): Span => ({value, unit: 'weeks'})
/** Before it starts or ends, so on that day at the latest. */
const BY_THEN = workingDays(0)

/** Notice is given before the placement; in an emergency within 5 working days of its start. */
const noticeOfStart = ({from, isEmergency}: PlacementTimes) => ({
  from,
  within: isEmergency ? workingDays(5) : BY_THEN,
})

/** Nothing is told of a deadline earlier than this before it lapses: the longest notice below, and its last day. */
export const LONGEST_NOTICE_DAYS = 30

export const TIME_LIMITS: readonly TimeLimit[] = [
  {
    kind: 'emergency-outside-terms',
    source: 'SI 2010/959 reg 23',
    notice: workingDays(2),
    runs: ({from, isOutsideTerms}) => (isOutsideTerms ? {from, within: workingDays(6)} : null),
    toDo: 'end the placement, or have the terms of approval changed',
    atTheEnd: 'met',
  },
  {
    kind: 'temporary-approval',
    source: 'SI 2010/959 regs 24-25',
    // The extension takes a panel's view and the independent reviewing officer's.
    notice: weeks(4),
    runs: ({temporaryApproval}) =>
      temporaryApproval && {
        from: temporaryApproval.from,
        within: weeks(temporaryApproval.isExtended ? 16 + 8 : 16),
      },
    toDo: 'approve the connected person in full, extend the temporary approval if it never was, or end the placement',
    atTheEnd: 'met',
  },
  {
    kind: 'placement-plan',
    source: 'SI 2010/959 reg 9',
    notice: workingDays(2),
    runs: ({from}) => ({from, within: workingDays(5)}),
    toDo: 'make the placement plan',
    atTheEnd: 'withdrawn',
  },
  {
    kind: 'placement-notice',
    source: 'SI 2010/959 reg 13',
    notice: workingDays(2),
    runs: noticeOfStart,
    toDo: 'give written notice of the placement',
  },
  {
    kind: 'area-notice',
    source: 'SI 2010/959 regs 11 and 13(4)',
    notice: workingDays(2),
    runs: placement => (placement.isOutOfArea ? noticeOfStart(placement) : null),
    toDo: 'give notice to the authority in whose area the home stands',
  },
  {
    kind: 'ending-notice',
    source: 'SI 2010/959 reg 14',
    notice: workingDays(2),
    runs: ({end}) => end && {from: end.on, within: end.isImmediate ? workingDays(10) : BY_THEN},
    toDo: 'give written notice that the placement ends',
  },
]
