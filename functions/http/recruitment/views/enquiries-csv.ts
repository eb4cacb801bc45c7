import type {Followed} from '../../../../domain/recruitment/first-placement.ts'
import {lastOf, type Milestone} from '../../../../domain/recruitment/milestone.ts'
import {csvOf} from '../../csv.ts'

const DATED = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-outcome',
  'stage-2-completed',
  'decision',
  'withdrawn',
  'not-taken-forward',
] as const

/** One row an enquiry: the days of its steps, and how it ended. */
export function enquiriesCsv(applications: readonly Followed[]): string {
  const head = [
    'reference',
    'enquiry',
    'source',
    'campaign',
    ...DATED,
    'first-placement',
    'suitable',
    'outcome',
    'code',
  ]
  const rows = applications.map(({reference, enquiry, milestones, firstPlacementOn}) => [
    reference,
    enquiry.on,
    enquiry.source,
    enquiry.campaignId,
    ...DATED.map(kind => lastOf(milestones, kind)?.on ?? null),
    firstPlacementOn,
    suitable(milestones),
    lastOf(milestones, 'decision')?.outcome ?? null,
    lastOf(milestones, 'withdrawn')?.code ?? null,
  ])
  return csvOf([head, ...rows])
}

function suitable(milestones: readonly Milestone[]): 'yes' | 'no' | null {
  const outcome = lastOf(milestones, 'stage-1-outcome')
  return outcome === undefined ? null : outcome.suitable ? 'yes' : 'no'
}
