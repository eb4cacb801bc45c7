import type {Party} from '../party.ts'
import type {ApprovalRule, Home, RequiredApproval} from '../shortlist.ts'

/** A decision by a named role that an option may need. It never rules the option out. */
export interface ApprovalNeeded {
  readonly rule: ApprovalRule
  readonly source: string
  /** The decisions that this option needs under the rule; `NOT_NEEDED` when none. */
  readonly needed: (party: Party, home: Home) => readonly Decision[]
}

export type Decision = Pick<RequiredApproval, 'role' | 'within' | 'words'>

export const NOT_NEEDED: readonly Decision[] = []
