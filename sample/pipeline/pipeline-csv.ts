import type {Application} from '../../domain/recruitment/application.ts'
import {lastOf, type Milestone} from '../../domain/recruitment/milestone.ts'

const DATED = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-outcome',
  'stage-2-completed',
  'decision',
  'first-placement',
  'withdrawn',
  'not-taken-forward',
] as const

/** One row an enquiry: the days of its steps, and how it ended. No cell holds a comma. */
export function pipelineCsv(applications: readonly Application[]): string {
  const head = ['reference', 'enquiry', 'source', 'campaign', ...DATED, 'suitable', 'outcome', 'code']
  const rows = applications.map(({reference, enquiry, milestones}) => [
    reference,
    enquiry.on,
    enquiry.source,
    enquiry.campaignId ?? '',
    ...DATED.map(kind => lastOf(milestones, kind)?.on ?? ''),
    suitable(milestones),
    lastOf(milestones, 'decision')?.outcome ?? '',
    lastOf(milestones, 'withdrawn')?.code ?? '',
  ])
  return `${[head, ...rows].map(row => row.join(',')).join('\n')}\n`
}

function suitable(milestones: readonly Milestone[]): string {
  const outcome = lastOf(milestones, 'stage-1-outcome')
  return outcome === undefined ? '' : outcome.suitable ? 'yes' : 'no'
}
