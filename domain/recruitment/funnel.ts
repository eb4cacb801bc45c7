import type {Day} from '../calendar.ts'
import type {Application} from './application.ts'
import {endingBy} from './ending.ts'
import type {Followed} from './first-placement.ts'
import type {Milestone} from './milestone.ts'

export const FUNNEL_STEPS = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-outcome',
  'stage-2-completed',
  'approved',
] as const
export type FunnelStep = (typeof FUNNEL_STEPS)[number]

/** The enquiries of one month, and what had become of them by a day. */
export interface Cohort {
  /** `2026-02`; of several together, `all`. */
  readonly month: string
  readonly enquiries: number
  /** How many came so far or farther. */
  readonly reached: Readonly<Record<FunnelStep, number>>
  /** Neither approved nor at an end: open, and not lost. */
  readonly open: number
  readonly withdrawn: number
  readonly refused: number
  /** Approved so far, of all enquiries; null of none. */
  readonly approvedShare: number | null
  /** The same if every open one were approved: the share ends between the two. */
  readonly approvedShareAtMost: number | null
  /** Approved, of those that are no longer open: flatters months that are young. */
  readonly approvedOfClosed: number | null
}

/** A cohort, and to how many of its homes a first child had come. */
export interface FollowedCohort extends Cohort {
  readonly firstPlacements: number
}

/** By month of the enquiry, the oldest first, as it stood on a day. */
export function funnelOn(applications: readonly Followed[], on: Day): readonly FollowedCohort[] {
  const known = applications.filter(({enquiry}) => enquiry.on <= on)
  const byMonth = Map.groupBy(known, ({enquiry}) => enquiry.on.slice(0, 7))
  return [...byMonth.keys()].toSorted().map(month => followedCohortOf(month, byMonth.get(month)!, on))
}

/** A connected person may have a child before the decision: a first placement shows no step but itself. */
export const followedCohortOf = (
  month: string,
  applications: readonly Followed[],
  on: Day,
): FollowedCohort => ({
  ...cohortOf(month, applications, on),
  firstPlacements: applications.filter(({firstPlacementOn: day}) => day !== null && day <= on).length,
})

/** Any set of applications as one cohort. */
export function cohortOf(month: string, applications: readonly Application[], on: Day): Cohort {
  const reached = Object.fromEntries(FUNNEL_STEPS.map(step => [step, 0])) as Record<FunnelStep, number>
  let [open, withdrawn, refused] = [0, 0, 0]
  for (const application of applications) {
    const steps = stepsBy(application, on)
    for (const step of steps) reached[step] += 1
    const ending = endingBy(application, on)
    if (ending?.kind === 'withdrawn') withdrawn += 1
    else if (ending?.kind === 'refused') refused += 1
    else if (!steps.includes('approved')) open += 1
  }
  const enquiries = applications.length
  const approved = reached.approved
  return {
    month,
    enquiries,
    reached,
    open,
    withdrawn,
    refused,
    approvedShare: shareOf(approved, enquiries),
    approvedShareAtMost: shareOf(approved + open, enquiries),
    approvedOfClosed: shareOf(approved, enquiries - open),
  }
}

export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** A step that was left out counts as reached once a later one is. */
function stepsBy({milestones}: Application, on: Day): readonly FunnelStep[] {
  const recorded = new Set(
    milestones.flatMap(milestone => (milestone.on <= on ? (stepOf(milestone) ?? []) : [])),
  )
  return FUNNEL_STEPS.slice(0, FUNNEL_STEPS.findLastIndex(step => recorded.has(step)) + 1)
}

function stepOf(milestone: Milestone): FunnelStep | null {
  switch (milestone.kind) {
    case 'stage-1-outcome':
      return milestone.suitable ? milestone.kind : null
    case 'decision':
      return milestone.outcome === 'approved' ? 'approved' : null
    case 'first-contact':
    case 'home-visit':
    case 'application-accepted':
    case 'stage-2-completed':
      return milestone.kind
    default:
      return null
  }
}
