import type {
  ActionId,
  ApplicationId,
  ApproachId,
  CampaignId,
  CaseId,
  ChildId,
  DecisionId,
  HoldId,
  HouseholdId,
  ImportId,
  OccupancyId,
  PlacementId,
  ReferralId,
  ShortlistId,
} from '../../../domain/ids.ts'
import {idOf} from './facts.ts'

export const childId = idOf<ChildId>('a child')
export const householdId = idOf<HouseholdId>('a household')
export const referralId = idOf<ReferralId>('a referral')
export const shortlistId = idOf<ShortlistId>('a shortlist')
export const holdId = idOf<HoldId>('a hold')
export const occupancyId = idOf<OccupancyId>('a place in a calendar')
export const placementId = idOf<PlacementId>('a placement')
export const approachId = idOf<ApproachId>('an approach')
export const importId = idOf<ImportId>('an import')
export const caseId = idOf<CaseId>('a case of the panel: that of its placement')
export const decisionId = idOf<DecisionId>('a decision of the panel')
export const actionId = idOf<ActionId>('a condition or an action')
export const applicationId = idOf<ApplicationId>('an application')
export const campaignId = idOf<CampaignId>('a campaign')
