import type {MilestoneKind} from './milestone.ts'

/** What must come before a milestone. */
export interface Order {
  /** Recorded already. */
  readonly needs: readonly MilestoneKind[]
  /** Not later, where they are recorded at all; those that it needs are never later either. */
  readonly notBefore: readonly MilestoneKind[]
  readonly once: boolean
}

const once = (needs: readonly MilestoneKind[], notBefore: readonly MilestoneKind[] = []): Order => ({
  needs,
  notBefore,
  once: true,
})
const many = (needs: readonly MilestoneKind[], notBefore: readonly MilestoneKind[] = []): Order => ({
  needs,
  notBefore,
  once: false,
})

const BEFORE_DECISION: readonly MilestoneKind[] = [
  'check-returned',
  'stage-1-outcome',
  'stage-2-completed',
  'panel',
  'minutes-received',
]

/** Nothing comes before the enquiry. What turns on more than kinds and days is in record-milestone.ts. */
export const ORDER: Readonly<Record<MilestoneKind, Order>> = {
  'first-contact': once([]),
  'home-visit': once([], ['first-contact']),
  'application-accepted': once([], ['first-contact', 'home-visit']),
  'stage-1-started': once(['application-accepted']),
  'check-asked': many(['application-accepted']),
  'check-returned': many(['check-asked']),
  'stage-1-information': once(['stage-1-started'], ['check-returned']),
  'stage-1-outcome': once(['stage-1-started'], ['stage-1-information']),
  'training-completed': many(['application-accepted']),
  'stage-2-started': once(['application-accepted']),
  'stage-2-completed': once(['stage-2-started']),
  'panel-booked': many(['stage-2-started']),
  'papers-sent': many(['panel-booked']),
  panel: many(['stage-2-completed', 'stage-1-outcome']),
  'minutes-received': many(['panel']),
  // A second one follows representations or a review.
  decision: many(['stage-1-outcome', 'stage-2-completed'], BEFORE_DECISION),
  'told-orally': many(['decision']),
  'told-in-writing': many(['decision']),
  'previous-approval-ended': once(['application-accepted']),
  'temporary-approval': once([]),
  'temporary-approval-extended': once(['temporary-approval']),
  induction: once(['decision']),
  'not-taken-forward': once([]),
  withdrawn: once([]),
  review: many(['decision']),
  'terms-changed': many(['decision']),
  suspended: many([]),
  'suspension-ended': many(['suspended']),
  'resignation-received': once(['decision']),
  'approval-ended': once(['decision']),
  transferred: once(['decision']),
}
