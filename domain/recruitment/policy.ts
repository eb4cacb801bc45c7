/** What of recruitment is local: part of the authority's policy. Limits that law or standards set are not. */
export interface RecruitmentPolicy {
  /** A panel recommends before the decision (SI 2011/581 reg 25); a switch, because the law may drop it. */
  readonly panel: boolean
  /** Working days from the enquiry to the first contact. */
  readonly responseWorkingDays: number
  /** Working days from the first contact to the home visit. */
  readonly visitWorkingDays: number
}

/** What every authority starts from. */
export const DEFAULT_RECRUITMENT: RecruitmentPolicy = {
  panel: true,
  responseWorkingDays: 1,
  visitWorkingDays: 5,
}
