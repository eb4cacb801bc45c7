import type {Day} from '../calendar.ts'
import type {HouseholdId} from '../ids.ts'
import {ok, type Result, refuse} from '../result.ts'
import {
  type ApprovalMade,
  type Approved,
  type ApproveRefusal,
  approve,
  approveForATime,
  extendTemporaryApproval,
} from './approve.ts'
import {
  changeTerms,
  endApproval,
  endSuspension,
  resign,
  suspend,
  type TermsChange,
} from './change-household.ts'
import type {Subject} from './correct-milestone.ts'
import type {MilestoneOf} from './milestone.ts'
import {
  type Recordable,
  type RecordedApart,
  type RecordingContext,
  recordMilestone,
} from './record-milestone.ts'

/** Those that say no more when they are made than what is kept of them. */
type Plainly = Exclude<RecordedApart, 'temporary-approval' | 'terms-changed'>

/** Anything that can be recorded of an application, with all that it takes to do so. */
export type MilestoneMade =
  | Recordable
  | ({readonly kind: 'decision'; readonly outcome: 'approved'} & ApprovalMade)
  | ({readonly kind: 'temporary-approval'} & ApprovalMade)
  | ({readonly kind: 'terms-changed'} & TermsChange)
  | {readonly [Kind in Plainly]: MilestoneOf<Kind>}[Plainly]

export interface TakingContext extends RecordingContext {
  /** For a household that an approval makes. */
  readonly householdId: HouseholdId
}

/** The application with one more milestone, and the household as the milestone makes or changes it. */
export function takeMilestone(
  subject: Subject,
  made: MilestoneMade,
  context: TakingContext,
): Result<Subject, ApproveRefusal> {
  const {application, household} = subject
  const making = {...context, before: household}
  switch (made.kind) {
    case 'decision':
      return made.outcome === 'approved'
        ? approve(application, made, making)
        : alone(subject, recordMilestone(application, made, context))
    case 'temporary-approval':
      return approveForATime(application, made, making)
    case 'temporary-approval-extended':
    case 'terms-changed':
    case 'suspended':
    case 'suspension-ended':
    case 'resignation-received':
    case 'approval-ended':
    case 'transferred':
      return household === null
        ? refuse({kind: 'not-approved', milestone: made.kind})
        : changeHousehold({application, household}, made, context)
    default:
      return alone(subject, recordMilestone(application, made, context))
  }
}

/** Nothing of it concerns the household. */
const alone = <Refusal>(
  {household}: Subject,
  recorded: Result<Subject['application'], Refusal>,
): Result<Subject, Refusal> => (recorded.ok ? ok({application: recorded.value, household}) : recorded)

function changeHousehold(
  approved: Approved,
  made: Extract<
    MilestoneMade,
    {readonly kind: Exclude<RecordedApart, 'temporary-approval'>; readonly on: Day}
  >,
  context: RecordingContext,
): Result<Approved, ApproveRefusal> {
  switch (made.kind) {
    case 'temporary-approval-extended':
      return extendTemporaryApproval(approved, made.on, context)
    case 'terms-changed':
      return changeTerms(approved, made, context)
    case 'suspended':
      return suspend(approved, made, context)
    case 'suspension-ended':
      return endSuspension(approved, made.on, context)
    case 'resignation-received':
      return resign(approved, made, context)
    case 'approval-ended':
    case 'transferred':
      return endApproval(approved, made, context)
  }
}
