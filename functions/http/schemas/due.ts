import * as z from 'zod'
import {WORK_KINDS} from '../../../domain/panel/review.ts'
import {PLACEMENT_DEADLINE_KINDS} from '../../../domain/placement/deadline-limits.ts'
import {DEADLINE_KINDS} from '../../../domain/placement/deadlines.ts'
import {day, instant} from './facts.ts'
import {applicationId, caseId, holdId, placementId} from './ids.ts'
import {listOf, pageQueryWith} from './list.ts'

/** `panel-review`, `panel-action`, `panel-step-down`. */
const PANEL_KINDS = WORK_KINDS.map(kind => `panel-${kind}` as const)

const workDue = z
  .strictObject({
    id: z.string(),
    kind: z.enum([...DEADLINE_KINDS, ...PANEL_KINDS]),
    about: z.discriminatedUnion('kind', [
      z.strictObject({kind: z.literal('placement'), placementId}),
      z.strictObject({kind: z.literal('hold'), holdId}),
      z.strictObject({kind: z.literal('case'), caseId}),
      z.strictObject({kind: z.literal('application'), applicationId}),
    ]),
    state: z.enum(['upcoming', 'approaching', 'due', 'lapsed']),
    dueOn: day.meta({description: 'The last day for it.'}),
    lapsesAt: instant.meta({description: 'The first moment at which it is too late.'}),
    words: z.string(),
    source: z.string(),
  })
  .meta({
    id: 'WorkDue',
    description: 'Something to be done about a placement, a hold, a case of the panel or an application.',
  })

export const doneBody = z
  .strictObject({
    kind: z.enum(PLACEMENT_DEADLINE_KINDS),
    on: day.meta({description: 'The day on which it was done, in time or not.'}),
  })
  .meta({id: 'Done', description: 'What a deadline of the placement asks for was done.'})
export const done = z.strictObject({id: z.string(), kind: z.enum(PLACEMENT_DEADLINE_KINDS), doneOn: day})

export const dueList = listOf(workDue).meta({id: 'AllWorkDue'})
export const dueQuery = pageQueryWith({
  until: day.exactOptional().meta({description: 'The last day to look at; absent: a week from today.'}),
})
