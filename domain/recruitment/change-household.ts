import {addDays, type Day} from '../calendar.ts'
import type {Household, HouseholdStatus, Terms} from '../household/household.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Approved} from './approve.ts'
import {RESIGNATION_DAYS} from './ending.ts'
import type {Milestone} from './milestone.ts'
import {type MilestoneRefusal, type RecordingContext, withMilestone} from './record-milestone.ts'
import {type TermsRefusal, whyNoTerms} from './terms-refused.ts'

/** Days from the notice until terms that the carers did not agree to are in force (SI 2011/581 reg 28). */
const NOTICE_OF_TERMS_DAYS = 28

export interface TermsChange {
  /** The day from which the new terms hold. */
  readonly on: Day
  readonly noticeOn: Day
  /** In writing, with a statement that the support that the carers need is in place; null: not agreed. */
  readonly agreedOn: Day | null
  readonly terms: Terms
  readonly overBedrooms: string | null
}

export function changeTerms(
  approved: Approved,
  change: TermsChange,
  context: RecordingContext,
): Result<Approved, MilestoneRefusal | TermsRefusal> {
  const {household, application} = approved
  const {on, noticeOn, agreedOn, terms, overBedrooms} = change
  const from = agreedOn ?? addDays(noticeOn, NOTICE_OF_TERMS_DAYS)
  const refusal = whyNoTerms(application.kind, terms, household.bedrooms, overBedrooms)
  if (refusal !== null) return refuse(refusal)
  if (on < from) return refuse({kind: 'not-in-force-yet', from})
  return changed(approved, {kind: 'terms-changed', on, terms}, context, {
    approval: {...household.approval, terms},
  })
}

/** No child comes while it lasts. */
export const suspend = (
  approved: Approved,
  {on, until, reason}: {readonly on: Day; readonly until: Day | null; readonly reason: string},
  context: RecordingContext,
): Result<Approved, MilestoneRefusal> =>
  changed(approved, {kind: 'suspended', on, until, reason}, context, {
    status: {state: 'suspended', from: on, until, reason},
  })

export const endSuspension = (
  approved: Approved,
  on: Day,
  context: RecordingContext,
): Result<Approved, MilestoneRefusal> =>
  changed(approved, {kind: 'suspension-ended', on}, context, {status: available(on)})

/** The approval ends by itself at the end of the 28th day after the notice; until then no child comes. */
export function resign(
  approved: Approved,
  {on, reason}: {readonly on: Day; readonly reason: string},
  context: RecordingContext,
): Result<Approved, MilestoneRefusal> {
  const until = addDays(on, RESIGNATION_DAYS)
  return changed(approved, {kind: 'resignation-received', on, reason}, context, {
    approval: {...approved.household.approval, until},
    status: {state: 'notice-given', from: on, until: null, reason},
  })
}

/** The service ends the approval, or another takes the carers over: it last stands on the day before. */
export const endApproval = (
  approved: Approved,
  ending: Extract<Milestone, {readonly kind: 'approval-ended' | 'transferred'}>,
  context: RecordingContext,
): Result<Approved, MilestoneRefusal> =>
  changed(approved, ending, context, {
    approval: {...approved.household.approval, until: addDays(ending.on, -1)},
  })

const available = (on: Day): HouseholdStatus => ({state: 'available', from: on, until: null, reason: null})

function changed(
  {application, household}: Approved,
  milestone: Milestone,
  context: RecordingContext,
  change: Partial<Household>,
): Result<Approved, MilestoneRefusal> {
  const recorded = withMilestone(application, milestone, context)
  return recorded.ok ? ok({application: recorded.value, household: {...household, ...change}}) : recorded
}
