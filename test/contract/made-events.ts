import type {
  ApplicationId,
  ApproachId,
  CaseId,
  DeadlineId,
  DecisionId,
  HoldId,
  ImportId,
  PlacementId,
  ReferralId,
  ShortlistId,
} from '../../domain/ids.ts'
import {applicationEnded} from '../../events/application-ended.v1.ts'
import {applicationOpened} from '../../events/application-opened.v1.ts'
import {approvalGranted} from '../../events/approval-granted.v1.ts'
import {deadlineApproaching} from '../../events/deadline-approaching.v1.ts'
import {deadlineLapsed} from '../../events/deadline-lapsed.v1.ts'
import {type CloudEvent, inSequence} from '../../events/envelope.ts'
import {holdExpired} from '../../events/hold-expired.v1.ts'
import {holdReleased} from '../../events/hold-released.v1.ts'
import {householdApproved} from '../../events/household-approved.v1.ts'
import {householdChanged} from '../../events/household-changed.v1.ts'
import {importEnded} from '../../events/import-ended.v1.ts'
import {importRequested} from '../../events/import-requested.v1.ts'
import {milestoneCorrected} from '../../events/milestone-corrected.v1.ts'
import {milestoneRecorded} from '../../events/milestone-recorded.v1.ts'
import {offerReceived} from '../../events/offer-received.v1.ts'
import {panelCaseOpened} from '../../events/panel-case-opened.v1.ts'
import {panelDecisionMade} from '../../events/panel-decision-made.v1.ts'
import {placementCostsRecorded} from '../../events/placement-costs-recorded.v1.ts'
import {placementEnded} from '../../events/placement-ended.v1.ts'
import {placementMoved} from '../../events/placement-moved.v1.ts'
import {placementStarted} from '../../events/placement-started.v1.ts'
import {placesHeld} from '../../events/places-held.v1.ts'
import {referralOpened} from '../../events/referral-opened.v1.ts'
import {shortlistMade} from '../../events/shortlist-made.v1.ts'
import {stayingPutEnded} from '../../events/staying-put-ended.v1.ts'
import {stepDownAgreed} from '../../events/step-down-agreed.v1.ts'
import {stepDownOverdue} from '../../events/step-down-overdue.v1.ts'
import {childId, householdId, LEWISHAM} from '../support/matching.ts'

const AT = '2026-11-23T09:30:00.000Z'
const DAY = '2026-12-01'
const of = {authorityId: LEWISHAM}
const [referral, household, child] = ['r' as ReferralId, householdId('h'), childId('c')]
const hold = {...of, holdId: 'hold' as HoldId, referralId: referral, householdId: household}
const placement = {...of, placementId: 'p' as PlacementId, childId: child, householdId: household}
const imported = {...of, importId: 'i' as ImportId, year: 2026}
const panelCase = {...of, caseId: 'p' as CaseId}
const decisionId = 'n' as DecisionId
const application = {...of, applicationId: 'a' as ApplicationId}
const deadline = {
  ...of,
  deadlineId: 'd' as DeadlineId,
  kind: 'placement-plan',
  about: 'placement/p',
  dueOn: DAY,
  lapsesAt: AT,
}

/** One event of each maker. */
export const MADE: readonly CloudEvent[] = inSequence([
  importRequested({...imported, importVersion: 1}, AT),
  importEnded({...imported, importVersion: 4, state: 'loaded'}, AT),
  householdChanged({...of, householdId: household, householdVersion: 7}, AT),
  referralOpened({...of, referralId: referral, referralVersion: 1}, AT),
  shortlistMade(
    {
      ...of,
      shortlistId: 's' as ShortlistId,
      referralId: referral,
      referralVersion: 1,
      policyVersion: 1,
      supplyFingerprint: 'a'.repeat(64),
    },
    AT,
  ),
  placesHeld({...hold, holdVersion: 1, childIds: [child], from: DAY, until: null, expiresAt: AT}, AT),
  holdReleased({...hold, holdVersion: 2}, AT),
  holdExpired({...hold, holdVersion: 3}, AT),
  offerReceived(
    {...of, approachId: 'a' as ApproachId, approachVersion: 2, referralId: referral, householdId: null},
    AT,
  ),
  placementStarted(
    {
      ...placement,
      placementVersion: 1,
      referralId: referral,
      holdId: hold.holdId,
      main: true,
      arrangement: 'main',
      from: DAY,
      until: null,
    },
    AT,
  ),
  approvalGranted(
    {
      ...of,
      placementId: placement.placementId,
      placementVersion: 1,
      approval: 'A3',
      role: 'agency-decision-maker',
      grantedOn: DAY,
    },
    AT,
  ),
  placementMoved({...placement, placementVersion: 2, nextPlacementId: 'next' as PlacementId, on: DAY}, AT),
  placementEnded(
    {
      ...placement,
      placementVersion: 3,
      main: true,
      arrangement: 'main',
      stayingPut: true,
      stayingPutUntil: null,
      on: DAY,
    },
    AT,
  ),
  stayingPutEnded({...placement, placementVersion: 4, on: DAY}, AT),
  deadlineApproaching({...deadline, deadlineVersion: 2}, AT),
  deadlineLapsed({...deadline, deadlineVersion: 3}, AT),
  placementCostsRecorded({...of, placementId: placement.placementId, recordVersion: 2, childId: child}, AT),
  panelCaseOpened(
    {
      ...panelCase,
      caseVersion: 1,
      childId: child,
      placementId: placement.placementId,
      on: DAY,
      triggers: ['weekly-cost'],
    },
    AT,
  ),
  panelDecisionMade(
    {...panelCase, caseVersion: 2, decisionId, kind: 'step-down-agreed', on: DAY, supersedes: null},
    AT,
  ),
  stepDownAgreed({...panelCase, caseVersion: 2, decisionId, target: 'in-house-foster', by: DAY}, AT),
  stepDownOverdue({...panelCase, caseVersion: 3, by: DAY}, AT),
  applicationOpened({...application, applicationVersion: 1, kind: 'fostering', enquiredOn: DAY}, AT),
  milestoneRecorded({...application, applicationVersion: 2, kind: 'home-visit', on: DAY}, AT),
  milestoneCorrected(
    {...application, applicationVersion: 3, kind: 'home-visit', from: DAY, to: '2026-12-02'},
    AT,
  ),
  householdApproved(
    {...application, applicationVersion: 4, householdId: household, route: 'full', on: DAY},
    AT,
  ),
  applicationEnded({...application, applicationVersion: 5, as: 'resigned', on: DAY}, AT),
])
