import * as z from 'zod'
import {APPLICATION_KINDS, SOURCES} from '../../../domain/recruitment/application.ts'
import {CLOCK_KINDS} from '../../../domain/recruitment/clock-kinds.ts'
import {CLOCK_STATES} from '../../../domain/recruitment/clocks.ts'
import {STAGES} from '../../../domain/recruitment/stage.ts'
import {authorityId, day, reference, text} from './facts.ts'
import {applicationId, campaignId, householdId} from './ids.ts'
import {listOf, pageQueryWith, record} from './list.ts'
import {milestone} from './milestone.ts'
import {ethnicity} from './person.ts'

const reason = text(1000)
const stage = z.enum(STAGES)
export const source = z.enum(SOURCES).meta({id: 'Source', description: 'How people came to ask.'})

const facts = {
  reference: reference.meta({
    description: "The case system's id; one application each.",
    examples: ['FA-3107'],
  }),
  kind: z.enum(APPLICATION_KINDS),
  enquiry: z.strictObject({
    on: day,
    source,
    campaignId: campaignId.nullable().default(null).meta({description: 'null: of no campaign.'}),
  }),
  transferFrom: z
    .strictObject({service: text(200)})
    .nullable()
    .default(null)
    .meta({description: 'The service that approves them now, and must end that approval first.'}),
  applicants: z
    .array(z.strictObject({dob: day.exactOptional(), ethnicity: ethnicity.exactOptional()}))
    .max(4)
    .default([])
    .meta({description: 'Without names. An absent fact is not known.'}),
  authorityId: authorityId
    .nullable()
    .default(null)
    .meta({description: 'In whose area they live; null: not known.'}),
}

export const applicationBody = z
  .strictObject(facts)
  .meta({id: 'ApplicationFacts', description: 'An enquiry about fostering, and who asked.'})

const appeal = z.discriminatedUnion('route', [
  z.strictObject({route: z.literal('complaint')}),
  z.strictObject({
    route: z.literal('representations-or-review'),
    until: day.nullable().meta({description: 'null: not told in writing yet.'}),
  }),
])
const ending = z
  .discriminatedUnion('kind', [
    z.strictObject({kind: z.literal('withdrawn'), on: day, code: z.string(), reason}),
    z.strictObject({
      kind: z.literal('refused'),
      on: day,
      at: z.enum(['enquiry', 'stage-1', 'decision']),
      reason: reason.nullable(),
      appeal: appeal.meta({description: 'Where a refused applicant may turn.'}),
    }),
    z.strictObject({
      kind: z.enum(['resigned', 'approval-ended', 'transferred']),
      on: day,
      reason: z.string(),
    }),
  ])
  .meta({id: 'Ending', description: 'How it ended; a resignation may be yet to take effect.'})

export const clock = z
  .strictObject({
    kind: z.enum(CLOCK_KINDS),
    from: day,
    dueOn: day.meta({description: 'The last day for it; while paused, as if it ran again from tomorrow.'}),
    doneOn: day.nullable(),
    state: z.enum(CLOCK_STATES),
    source: z.string(),
    words: z.string(),
  })
  .meta({id: 'Clock', description: 'What must be done by when, as it stands today.'})

export const application = z
  .strictObject({
    id: applicationId,
    ...record,
    ...facts,
    stage: stage.meta({description: 'Where it stands today, read from its milestones.'}),
    since: day.meta({description: 'When it came to that stage.'}),
    firstPlacementOn: day.nullable().meta({
      description:
        "When the first child came to live with them since an approval, read from the household's calendar; null: none has.",
    }),
    stage1Open: z.boolean().meta({description: 'Stage 2 has begun, and stage 1 has no outcome yet.'}),
    milestones: z.array(milestone).meta({description: 'By day; their place counts from 1.'}),
    pauses: z.array(
      z.strictObject({from: day, until: day.nullable().meta({description: 'null: it lasts.'}), reason}),
    ),
    corrections: z
      .array(z.strictObject({milestone: z.string(), from: day, to: day, on: day, reason}))
      .meta({description: 'Of days of milestones: what they were.'}),
    householdId: householdId.nullable().meta({description: 'The household that an approval made of it.'}),
    ending: ending.nullable(),
    clocks: z.array(clock),
  })
  .meta({id: 'Application', description: 'A household from its first enquiry on.'})

export const applicationList = listOf(application).meta({id: 'Applications'})
export const applicationQuery = pageQueryWith({
  stage: stage.exactOptional().meta({
    description:
      'Those in one stage, the longest there first. Carers who gave notice are listed under `left` from then on. ' +
      'Absent: all, the newest first.',
  }),
})

export const correctionBody = z
  .strictObject({on: day.meta({description: 'The day on which it happened.'}), reason})
  .meta({id: 'DayCorrection', description: 'Another day for a milestone, and why.'})
export const milestoneNumber = z.coerce
  .number<string>('must be a whole number')
  .int('must be a whole number')
  .min(1)
  .max(9999)
  .meta({description: 'The place of the milestone in `milestones`, from 1.'})

export const pauseBody = z
  .strictObject({on: day.meta({description: 'The first day on which the clocks stand still.'}), reason})
  .meta({id: 'PauseClocks', description: 'Stops the clocks that may be paused.'})
export const resumeBody = z
  .strictObject({on: day.meta({description: 'The day from which they run again; it counts.'})})
  .meta({id: 'ResumeClocks'})
