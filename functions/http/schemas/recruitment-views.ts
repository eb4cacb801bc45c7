import * as z from 'zod'
import {HARD_RULES} from '../../../domain/matching/shortlist.ts'
import {SOURCES} from '../../../domain/recruitment/application.ts'
import {FAIRNESS_BY} from '../../../domain/recruitment/carer-groups.ts'
import {CLOCK_KINDS} from '../../../domain/recruitment/clock-kinds.ts'
import {FUNNEL_STEPS} from '../../../domain/recruitment/funnel.ts'
import {STAGES} from '../../../domain/recruitment/stage.ts'
import {day} from './facts.ts'
import {applicationId, campaignId, householdId, referralId} from './ids.ts'

const asAt = day.exactOptional().meta({description: 'Absent: today.', examples: ['2026-09-30']})
const count = z.int().min(0)
const share = z.number().min(0).max(1).nullable().meta({description: 'null: of nobody.'})
const days = z.number().min(0).nullable()
const stage = z.enum(STAGES)

export const pipelineQuery = z.strictObject({asAt})

const overdue = z.strictObject({
  kind: z.enum(CLOCK_KINDS),
  from: day,
  dueOn: day,
  source: z.string(),
  words: z.string(),
})
const inPipeline = z.strictObject({
  applicationId,
  since: day,
  daysInStage: count,
  daysSinceEnquiry: count,
  stage1Open: z.boolean().meta({description: 'Stage 2 has begun, and stage 1 has no outcome yet.'}),
  isPaused: z.boolean(),
  overdue: z.array(overdue),
})
export const pipeline = z
  .strictObject({
    asAt: day,
    stages: z.array(
      z.strictObject({
        stage,
        count,
        medianDaysInStage: days,
        late: count.meta({description: 'With a clock overdue.'}),
        applications: z.array(inPipeline).meta({description: 'The longest in the stage first.'}),
      }),
    ),
  })
  .meta({id: 'Pipeline', description: 'The applications that are open on a day.'})

export const funnelQuery = z.strictObject({
  asAt,
  from: day.exactOptional().meta({
    description: 'Enquiries, approvals and endings from this day on; absent: all. The forecast rests on all.',
  }),
})

const reached = z.strictObject(
  Object.fromEntries(FUNNEL_STEPS.map(step => [step, count])) as Record<
    (typeof FUNNEL_STEPS)[number],
    typeof count
  >,
)
const cohort = z.strictObject({
  month: z.string().meta({description: 'Of the enquiry, or `all`.', examples: ['2026-02']}),
  enquiries: count,
  reached,
  open: count,
  withdrawn: count,
  refused: count,
  approvedShare: share,
  approvedShareAtMost: share,
  approvedOfClosed: share,
})
const followedCohort = cohort.extend({
  firstPlacements: count.meta({description: 'To whom a first child had come.'}),
})
const forecast = z.discriminatedUnion('made', [
  z.strictObject({
    made: z.literal(true),
    from: day,
    months: z.array(z.number()),
    expected: z.number(),
    low: count,
    high: count,
    fromOpen: z.number(),
    fromNew: z.number(),
    restsOn: z.strictObject({
      months: count,
      enquiries: count,
      approvals: count,
      open: count,
      enquiriesAMonth: z.number(),
    }),
  }),
  z.strictObject({
    made: z.literal(false),
    months: count,
    monthsNeeded: count,
    approvals: count,
    approvalsNeeded: count,
  }),
])
export const funnel = z
  .strictObject({
    asAt: day,
    from: day.nullable(),
    all: followedCohort,
    cohorts: z.array(followedCohort),
    timeToApproval: z.strictObject({
      approvals: count,
      medianDays: days,
      withinEightMonths: count,
      withinEightMonthsShare: share,
    }),
    leaving: z.array(
      z.strictObject({
        kind: z.enum(['withdrawn', 'refused', 'resigned', 'approval-ended', 'transferred']),
        reason: z.string().nullable().meta({description: 'Ofsted’s code, or where it was refused.'}),
        stage: stage.meta({description: 'How far they had come.'}),
        count,
      }),
    ),
    sources: z.array(
      z.strictObject({
        source: z.enum(SOURCES),
        campaignId: campaignId.nullable(),
        enquiries: count,
        applications: count,
        approvals: count,
        open: count,
        costPence: z.int().nullable(),
        costPenceForEachApproval: z.int().nullable(),
      }),
    ),
    forecast: forecast.meta({
      description: 'Of the next 12 months; not made where there is too little history.',
    }),
  })
  .meta({id: 'Funnel'})

export const ofstedReturnQuery = z.strictObject({
  asAt: day
    .refine(value => value.endsWith('-03-31'), 'must be a 31 March')
    .exactOptional()
    .meta({description: 'Absent: the last 31 March.', examples: ['2026-03-31']}),
  format: z.enum(['json', 'csv']).default('json'),
})

export const fairnessQuery = z.strictObject({
  from: day.exactOptional().meta({description: 'The first day; absent: three years before the last.'}),
  to: day.exactOptional().meta({description: 'The last day; absent: today.'}),
})
const published = z.union([z.number(), z.literal('c')]).nullable()
const fairnessRow = z.strictObject({
  group: z.string(),
  enquiries: published,
  applications: published,
  approved: published,
  approvedShare: published,
  medianDaysToApproval: published,
  households: published,
  placementsAYear: published,
  emptyShare: published,
})
export const fairness = z
  .strictObject({
    from: day,
    to: day,
    by: z.strictObject(
      Object.fromEntries(FAIRNESS_BY.map(by => [by, z.array(fairnessRow)])) as Record<
        (typeof FAIRNESS_BY)[number],
        z.ZodArray<typeof fairnessRow>
      >,
    ),
  })
  .meta({id: 'Fairness', description: 'Small numbers, and what would give them away, are `c`.'})

export const emptyPlaces = z
  .strictObject({
    asAt: day,
    items: z.array(
      z.strictObject({
        householdId,
        places: z.array(z.strictObject({place: z.int().min(1), emptySince: day, nights: count})),
        passedOver: z.array(
          z.strictObject({rule: z.enum(HARD_RULES), words: z.string(), referrals: z.array(referralId)}),
        ),
        offered: z.array(z.strictObject({referralId, rank: z.int().min(1)})),
        notShown: count.meta({description: 'Referrals whose shortlist neither offered nor excluded it.'}),
      }),
    ),
  })
  .meta({id: 'EmptyPlaces'})
