import {addDays} from '../calendar.ts'
import type {Approval} from '../household/household.ts'
import type {AuthorityId} from '../ids.ts'
import type {PlacementTimes} from './deadline-limits.ts'
import type {Placement} from './placement.ts'

/** What the placement's own record does not say. */
export interface Surroundings {
  /** That looks after the child. */
  readonly authorityId: AuthorityId
  /** Of the household as it stands now; null: in another setting. */
  readonly approval: Approval | null
  readonly isEmergency: boolean
  readonly isImmediateEnd: boolean
}

/** A main placement as its time limits see it. */
export const timesOf = (placement: Placement, around: Surroundings): PlacementTimes => ({
  id: placement.id,
  from: placement.from,
  isEmergency: around.isEmergency,
  isOutsideTerms: isGranted(placement, 'A2'),
  isOutOfArea: placement.authorityId !== around.authorityId,
  temporaryApproval: temporaryApprovalOf(placement, around),
  end: placement.ended && {on: placement.ended.on, isImmediate: around.isImmediateEnd},
})

const isGranted = ({approvals}: Placement, rule: 'A2' | 'A7'): boolean =>
  approvals.some(approval => approval.rule === rule)

/** As the household's record has it; until somebody writes it there, from the night on which the child came. */
function temporaryApprovalOf(
  placement: Placement,
  {approval}: Surroundings,
): PlacementTimes['temporaryApproval'] {
  if (approval?.route === 'regulation-24' && approval.from !== null) {
    const isExtended = approval.until !== null && approval.until > addDays(approval.from, 7 * 16)
    return {from: approval.from, isExtended}
  }
  return isGranted(placement, 'A7') ? {from: placement.from, isExtended: false} : null
}
