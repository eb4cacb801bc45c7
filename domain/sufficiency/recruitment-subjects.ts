import type {Day} from '../calendar.ts'
import type {Household} from '../household/household.ts'
import type {Application} from '../recruitment/application.ts'
import {type Clock, overdueOn} from '../recruitment/clocks.ts'
import {endingBy} from '../recruitment/ending.ts'
import {lastOf} from '../recruitment/milestone.ts'
import type {RecruitmentPolicy} from '../recruitment/policy.ts'
import {isOpenStage, STAGES, type Standing, standingOn} from '../recruitment/stage.ts'
import {cameInYear, leftInYear} from './household-changes.ts'
import type {Moment} from './moment.ts'
import type {Subjects} from './subjects.ts'

/** An application, and from when on nothing more can become of it; null: something may. */
interface RecruitmentFile {
  readonly application: Application
  readonly over: Day | null
}

/** Every application, and the limits by which its clocks run. */
export interface RecruitmentFacts {
  readonly files: readonly RecruitmentFile[]
  readonly policy: RecruitmentPolicy
}

/** Most enquiries are over for good within weeks: looked at once, they cost nothing on later days. */
export const recruitmentFacts = (
  applications: readonly Application[],
  policy: RecruitmentPolicy,
): RecruitmentFacts => ({
  files: applications.map(application => ({application, over: overFrom(application)})),
  policy,
})

const FOR_EVER = '9999-12-31'

/** Whoever is refused at the decision is still told, and may be decided on again. */
function overFrom(application: Application): Day | null {
  const ending = endingBy(application, FOR_EVER)
  const isOver = ending?.kind === 'withdrawn' || (ending?.kind === 'refused' && ending.at !== 'decision')
  return isOver ? ending.on : null
}

const applicationsAt = ({facts, asAt}: Moment): readonly Application[] =>
  (facts.recruitment?.files ?? []).flatMap(({application, over}) =>
    application.enquiry.on <= asAt && (over === null || over > asAt) ? [application] : [],
  )

export interface OpenApplication extends Standing {
  readonly application: Application
}

/** Between the enquiry and the decision, at the end of the day. */
export const OPEN_APPLICATIONS: Subjects<OpenApplication> = {
  at: moment =>
    applicationsAt(moment).flatMap(application => {
      const standing = standingOn(application, moment.asAt)
      return standing !== null && isOpenStage(standing.stage) ? [{application, ...standing}] : []
    }),
  about: ({application}) => application.id,
  dimensions: {stage: {keys: STAGES.filter(isOpenStage), of: ({stage}) => [stage]}},
}

/** Something to be done about an application, or about carers whom it made, whose last day was over. */
export const OVERDUE_CLOCKS: Subjects<Clock> = {
  at: moment => {
    const {policy} = moment.facts.recruitment ?? {}
    if (policy === undefined) return []
    return applicationsAt(moment).flatMap(application => overdueOn(application, policy, moment.asAt))
  },
  about: ({applicationId}) => applicationId,
  dimensions: {},
}

export interface ApprovalGiven {
  readonly application: Application
  readonly on: Day
}

/** From 1 April to the day. */
export const APPROVALS: Subjects<ApprovalGiven> = {
  at: ({facts, yearFrom, asAt}) =>
    (facts.recruitment?.files ?? []).flatMap(({application}) => {
      const decision = lastOf(application.milestones, 'decision')
      const isCounted = decision?.outcome === 'approved' && decision.on >= yearFrom && decision.on <= asAt
      return isCounted ? [{application, on: decision.on}] : []
    }),
  about: ({application}) => application.id,
  dimensions: {},
}

export interface HouseholdChange {
  readonly household: Household
  readonly change: 'came' | 'left'
}

/** One that came and left within the year stands in both ways. */
export const HOUSEHOLD_CHANGES: Subjects<HouseholdChange> = {
  at: ({facts, asAt}) =>
    facts.homes.flatMap(({household}): readonly HouseholdChange[] => [
      ...(cameInYear(household, asAt) ? [{household, change: 'came'} as const] : []),
      ...(leftInYear(household, asAt) ? [{household, change: 'left'} as const] : []),
    ]),
  about: ({household}) => household.id,
  dimensions: {},
}
