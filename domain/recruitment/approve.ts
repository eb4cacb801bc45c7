import {addDays, type Day} from '../calendar.ts'
import type {Approval, Household, Registration, Terms} from '../household/household.ts'
import type {HouseholdId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import type {Application} from './application.ts'
import {lastOf} from './milestone.ts'
import {type MilestoneRefusal, type RecordingContext, withMilestone} from './record-milestone.ts'
import {type TermsRefusal, whyNoTerms} from './terms-refused.ts'

/** What the assessment says of the home: everything of the household but its approval and its state. */
export type AssessedHome = Omit<Household, 'id' | 'kind' | 'provider' | 'approval' | 'status'>

export interface ApprovalMade {
  /** The day of the decision: approval stands from it. */
  readonly on: Day
  readonly terms: Terms
  /** Why there are more places than bedrooms; null: there are not. */
  readonly overBedrooms: string | null
  readonly home: AssessedHome
  /** Of a host of supported lodgings: the provider's (SI 2023/416). */
  readonly registration?: Registration
}

export type ApproveRefusal =
  | MilestoneRefusal
  | TermsRefusal
  | {readonly kind: 'approved-elsewhere'; readonly service: string}
  | {readonly kind: 'not-a-connected-person'}

export interface Approved {
  readonly application: Application
  readonly household: Household
}

interface MakingContext extends RecordingContext {
  /** For a household that there is not yet. */
  readonly householdId: HouseholdId
  /** The household that a temporary approval made; null: there is none yet. */
  readonly before: Household | null
}

/**
 * A decision to approve makes the household, with the id given; one that a temporary approval made stays the same
 * household, fully approved. Approving a second time is refused, because the decision is recorded already.
 */
export function approve(
  application: Application,
  made: ApprovalMade,
  context: MakingContext,
): Result<Approved, ApproveRefusal> {
  const {on, terms, overBedrooms, home} = made
  const decision = {kind: 'decision', on, outcome: 'approved', terms, overBedrooms} as const
  const recorded = withMilestone(application, decision, context)
  if (!recorded.ok) return recorded
  const refusal =
    whyNoTerms(application.kind, terms, home.bedrooms, overBedrooms) ?? whyElsewhere(application, on)
  if (refusal !== null) return refuse(refusal)
  return ok(householdMade(recorded.value, made, {from: on, until: null, route: 'full', terms}, context))
}

/** Weeks of a temporary approval (SI 2010/959 reg 24); it may be extended once by the others (reg 25). */
export const [TEMPORARY_WEEKS, EXTENSION_WEEKS] = [16, 8]

/** A connected person may foster the children whom the terms name while the assessment runs. */
export function approveForATime(
  application: Application,
  made: ApprovalMade,
  context: MakingContext,
): Result<Approved, ApproveRefusal> {
  const {on, terms, overBedrooms, home} = made
  if (application.kind !== 'connected-person') return refuse({kind: 'not-a-connected-person'})
  const decision = lastOf(application.milestones, 'decision')
  if (decision) return refuse({kind: 'approved-already', on: decision.on})
  const recorded = withMilestone(application, {kind: 'temporary-approval', on, terms}, context)
  if (!recorded.ok) return recorded
  const refusal = whyNoTerms(application.kind, terms, home.bedrooms, overBedrooms)
  if (refusal !== null) return refuse(refusal)
  const until = addDays(on, 7 * TEMPORARY_WEEKS)
  const approval = {from: on, until, route: 'regulation-24', terms} as const
  return ok(householdMade(recorded.value, made, approval, context))
}

/** Once: the approval then ends 24 weeks after it was given. */
export function extendTemporaryApproval(
  {application, household}: Approved,
  on: Day,
  context: RecordingContext,
): Result<Approved, MilestoneRefusal> {
  const recorded = withMilestone(application, {kind: 'temporary-approval-extended', on}, context)
  if (!recorded.ok) return recorded
  const {approval} = household
  const until = addDays(approval.from!, 7 * (TEMPORARY_WEEKS + EXTENSION_WEEKS))
  return ok({application: recorded.value, household: {...household, approval: {...approval, until}}})
}

function householdMade(
  application: Application,
  {on, home, registration}: ApprovalMade,
  approval: Approval,
  {householdId, before}: MakingContext,
): Approved {
  const id = before?.id ?? householdId
  // What has closed the home to children since is not over because it is approved in full.
  const isClosed = before !== null && before.status.state !== 'available'
  const household: Household = {
    ...home,
    id,
    kind: application.kind,
    provider: {type: 'in-house'},
    approval: {...approval, ...(registration && {registration})},
    status: isClosed ? before.status : {state: 'available', from: on, until: null, reason: null},
  }
  return {application: {...application, householdId: id}, household}
}

/** One service at a time. */
function whyElsewhere({transferFrom, milestones}: Application, on: Day): ApproveRefusal | null {
  if (transferFrom === null) return null
  const ended = lastOf(milestones, 'previous-approval-ended')
  return ended === undefined || ended.on > on
    ? {kind: 'approved-elsewhere', service: transferFrom.service}
    : null
}
