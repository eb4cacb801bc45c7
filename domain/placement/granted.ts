import {dayInEngland, type Instant} from '../calendar.ts'
import type {RequiredApproval} from '../matching/shortlist.ts'
import type {GrantedApproval} from './placement.ts'

/** An approval without its words, which can tell of a child. */
export type MissingApproval = Omit<RequiredApproval, 'words'>

/** Whether the role that the rule names has decided, with a reason, on a day that has come. */
export const hasGranted = (
  granted: readonly GrantedApproval[],
  {rule, role}: Pick<RequiredApproval, 'rule' | 'role'>,
  at: Instant,
): boolean =>
  granted.some(
    approval =>
      approval.rule === rule &&
      approval.role === role &&
      approval.on <= dayInEngland(at) &&
      approval.by !== '' &&
      approval.reason.trim() !== '',
  )

export const missingApprovals = (
  required: readonly RequiredApproval[],
  granted: readonly GrantedApproval[],
  at: Instant,
): readonly MissingApproval[] =>
  required
    .filter(approval => !hasGranted(granted, approval, at))
    .map(({rule, role, within, source}) => ({rule, role, within, source}))
