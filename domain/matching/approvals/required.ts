import type {Party} from '../party.ts'
import type {Home, RequiredApproval} from '../shortlist.ts'
import {a01UsualLimit} from './a01-usual-limit.ts'
import {a02EmergencyOutsideTerms} from './a02-emergency-outside-terms.ts'
import {a03ChangeOfTerms} from './a03-change-of-terms.ts'
import {a04OutOfArea} from './a04-out-of-area.ts'
import {a05KeyStage4} from './a05-key-stage-4.ts'
import {a06SharedBedroom} from './a06-shared-bedroom.ts'
import {a07TemporaryApproval} from './a07-temporary-approval.ts'
import {a08WithParents} from './a08-with-parents.ts'
import {a09HighCost} from './a09-high-cost.ts'
import {a10OtherAuthority} from './a10-other-authority.ts'
import type {ApprovalNeeded} from './approval.ts'

const APPROVALS: readonly ApprovalNeeded[] = [
  a01UsualLimit,
  a02EmergencyOutsideTerms,
  a03ChangeOfTerms,
  a04OutOfArea,
  a05KeyStage4,
  a06SharedBedroom,
  a07TemporaryApproval,
  a08WithParents,
  a09HighCost,
  a10OtherAuthority,
]

/** Every decision by a named role that this option needs, in the order of the rules. */
export const approvalsFor = (party: Party, home: Home): readonly RequiredApproval[] =>
  APPROVALS.flatMap(({rule, source, needed}) =>
    needed(party, home).map(({role, within, words}) => ({rule, role, within, words, source})),
  )
