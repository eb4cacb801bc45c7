import type {Day} from '../calendar.ts'
import type {Application} from './application.ts'
import {endingBy} from './ending.ts'
import type {Milestone} from './milestone.ts'

export const FUNNEL_STEPS = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-outcome',
  'stage-2-completed',
  'approved',
  'first-placement',
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

/** By month of the enquiry, the oldest first, as it stood on a day. */
export function funnelOn(applications: readonly Application[], on: Day): readonly Cohort[] {
  const known = applications.filter(({enquiry}) => enquiry.on <= on)
  const byMonth = Map.groupBy(known, ({enquiry}) => enquiry.on.slice(0, 7))
  return [...byMonth.keys()].toSorted().map(month => cohortOf(month, byMonth.get(month)!, on))
}

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
    else if (!steps.has('approved')) open += 1
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

/** A step that was left out counts as reached once a later one is. A first placement shows no more than itself. */
function stepsBy({milestones}: Application, on: Day): ReadonlySet<FunnelStep> {
  const recorded = new Set(
    milestones.flatMap(milestone => (milestone.on <= on ? (stepOf(milestone) ?? []) : [])),
  )
  const farthest = FUNNEL_STEPS.findLastIndex(step => step !== 'first-placement' && recorded.has(step))
  return new Set(FUNNEL_STEPS.filter((step, i) => i <= farthest || recorded.has(step)))
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
    case 'first-placement':
      return milestone.kind
    default:
      return null
  }
}
