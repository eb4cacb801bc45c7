/** A string that only its maker may pass off as this kind of id. */
type Id<Kind extends string> = string & {readonly idOf: Kind}

export type ChildId = Id<'child'>
export type HouseholdId = Id<'household'>
export type ReferralId = Id<'referral'>
export type ShortlistId = Id<'shortlist'>
export type OccupancyId = Id<'occupancy'>
export type PlacementId = Id<'placement'>
export type HoldId = Id<'hold'>
export type ApproachId = Id<'approach'>
export type DeadlineId = Id<'deadline'>
export type ImportId = Id<'import'>
export type CaseId = Id<'case'>
export type DecisionId = Id<'decision'>
export type ActionId = Id<'action'>
export type ApplicationId = Id<'application'>
export type CampaignId = Id<'campaign'>

/** ONS code of an upper-tier authority, e.g. `E09000023` (Lewisham). */
export type AuthorityId = Id<'authority'>
/** The case system's name for a set of brothers and sisters; opaque to Hearth. */
export type SiblingGroupId = Id<'sibling-group'>
