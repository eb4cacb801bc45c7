import {APPLICATION_ENDED} from './application-ended.v1.ts'
import {APPLICATION_OPENED} from './application-opened.v1.ts'
import {APPROVAL_GRANTED} from './approval-granted.v1.ts'
import {DEADLINE_APPROACHING} from './deadline-approaching.v1.ts'
import {DEADLINE_LAPSED} from './deadline-lapsed.v1.ts'
import type {EventContract} from './envelope.ts'
import {HOLD_EXPIRED} from './hold-expired.v1.ts'
import {HOLD_RELEASED} from './hold-released.v1.ts'
import {HOUSEHOLD_APPROVED} from './household-approved.v1.ts'
import {HOUSEHOLD_CHANGED} from './household-changed.v1.ts'
import {IMPORT_ENDED} from './import-ended.v1.ts'
import {IMPORT_REQUESTED} from './import-requested.v1.ts'
import {MILESTONE_CORRECTED} from './milestone-corrected.v1.ts'
import {MILESTONE_RECORDED} from './milestone-recorded.v1.ts'
import {OFFER_RECEIVED} from './offer-received.v1.ts'
import {PANEL_CASE_OPENED} from './panel-case-opened.v1.ts'
import {PANEL_DECISION_MADE} from './panel-decision-made.v1.ts'
import {PLACEMENT_COSTS_RECORDED} from './placement-costs-recorded.v1.ts'
import {PLACEMENT_ENDED} from './placement-ended.v1.ts'
import {PLACEMENT_MOVED} from './placement-moved.v1.ts'
import {PLACEMENT_STARTED} from './placement-started.v1.ts'
import {PLACES_HELD} from './places-held.v1.ts'
import {REFERRAL_OPENED} from './referral-opened.v1.ts'
import {SHORTLIST_MADE} from './shortlist-made.v1.ts'
import {STAYING_PUT_ENDED} from './staying-put-ended.v1.ts'
import {STEP_DOWN_AGREED} from './step-down-agreed.v1.ts'
import {STEP_DOWN_OVERDUE} from './step-down-overdue.v1.ts'

/** Every event that Hearth publishes. */
export const EVENTS: readonly EventContract<unknown>[] = [
  REFERRAL_OPENED,
  SHORTLIST_MADE,
  PLACES_HELD,
  HOLD_RELEASED,
  HOLD_EXPIRED,
  OFFER_RECEIVED,
  PLACEMENT_STARTED,
  PLACEMENT_MOVED,
  PLACEMENT_ENDED,
  STAYING_PUT_ENDED,
  APPROVAL_GRANTED,
  HOUSEHOLD_CHANGED,
  DEADLINE_APPROACHING,
  DEADLINE_LAPSED,
  IMPORT_REQUESTED,
  IMPORT_ENDED,
  PLACEMENT_COSTS_RECORDED,
  PANEL_CASE_OPENED,
  PANEL_DECISION_MADE,
  STEP_DOWN_AGREED,
  STEP_DOWN_OVERDUE,
  APPLICATION_OPENED,
  MILESTONE_RECORDED,
  MILESTONE_CORRECTED,
  HOUSEHOLD_APPROVED,
  APPLICATION_ENDED,
]
