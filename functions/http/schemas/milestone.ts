import * as z from 'zod'
import {CHECKS, WITHDRAWAL_CODES, type WithdrawalCode} from '../../../domain/recruitment/milestone.ts'
import {contradiction} from './contradictions.ts'
import {day, text} from './facts.ts'
import {assessedHome, registration, terms} from './household.ts'

const reason = text(1000)
const check = z.enum(CHECKS).meta({id: 'Check', description: 'A check or reference of stage 1.'})
const kept = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({kind: z.literal(kind), on: day, ...shape})

const overBedrooms = text(1000)
  .nullable()
  .meta({description: 'Why there are more places than bedrooms; null: there are not.'})
const notApproved = kept('decision', {outcome: z.literal('not-approved'), reason})

/** Those of which all that is said is kept as it is. */
const AS_SAID = [
  z.strictObject({
    kind: z.enum([
      'first-contact',
      'home-visit',
      'application-accepted',
      'stage-1-started',
      'stage-1-information',
      'stage-2-started',
      'stage-2-completed',
      'papers-sent',
      'minutes-received',
      'told-orally',
      'told-in-writing',
      'previous-approval-ended',
      'temporary-approval-extended',
      'induction',
      'suspension-ended',
    ]),
    on: day,
  }),
  kept('check-asked', {check}),
  kept('check-returned', {check, satisfactory: z.boolean()}),
  kept('stage-1-outcome', {suitable: z.boolean(), reason: reason.nullable().default(null)}),
  kept('training-completed', {course: text(200)}),
  kept('panel-booked', {for: day.meta({description: 'The day of the panel.'})}),
  kept('panel', {recommends: z.enum(['approve', 'not-approve', 'deferred'])}),
  kept('not-taken-forward', {reason}),
  kept('withdrawn', {
    code: z
      .enum(Object.keys(WITHDRAWAL_CODES) as WithdrawalCode[])
      .meta({description: "Ofsted's code of why applicants withdraw."}),
    reason,
  }),
  kept('review', {continues: z.boolean(), toPanel: z.boolean()}),
  kept('suspended', {
    until: day.nullable().default(null).meta({description: 'The last day; null: until further notice.'}),
    reason,
  }).refine(
    ({on, until}) => until === null || until >= on,
    contradiction('until', 'must not be before on', ['on', 'until']),
  ),
  kept('resignation-received', {reason}),
  kept('approval-ended', {reason}),
  kept('transferred', {to: text(200)}),
] as const

const making = {terms, overBedrooms: overBedrooms.default(null), home: assessedHome}

export const milestoneBody = z
  .discriminatedUnion('kind', [
    ...AS_SAID,
    z.discriminatedUnion('outcome', [
      kept('decision', {
        outcome: z.literal('approved'),
        ...making,
        registration: registration.exactOptional(),
      }),
      notApproved,
    ]),
    kept('temporary-approval', making),
    kept('terms-changed', {
      noticeOn: day.meta({description: 'Written notice of the new terms.'}),
      agreedOn: day
        .nullable()
        .default(null)
        .meta({
          description:
            'When the carers agreed in writing, with the support that they need in place: the terms hold at once. ' +
            'null: from the 28th day after the notice.',
        }),
      terms,
      overBedrooms: overBedrooms.default(null),
    }),
  ])
  .meta({
    id: 'MilestoneMade',
    description:
      'Something that happened in an application, and on which day. An approval comes with its terms and the home as assessed, and makes ' +
      'the household.',
  })

export const milestone = z
  .discriminatedUnion('kind', [
    ...AS_SAID,
    z.discriminatedUnion('outcome', [
      kept('decision', {outcome: z.literal('approved'), terms, overBedrooms}),
      notApproved,
    ]),
    kept('temporary-approval', {terms}),
    kept('terms-changed', {terms}),
  ])
  .meta({id: 'Milestone'})
