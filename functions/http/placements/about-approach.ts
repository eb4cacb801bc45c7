import type {Approach} from '../../../domain/placement/approach.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import type {RecordName} from '../../store/audit-entry.ts'
import {aboutReferral} from './about-referral.ts'

/** The records that an approach for a referral tells of. */
export const aboutApproach = (
  {of}: Pick<Approach, 'of'>,
  referral: Pick<Referral, 'id' | 'children'>,
): readonly RecordName[] => [
  ...aboutReferral(referral),
  ...(of.kind === 'household' ? [`household/${of.householdId}` as const] : []),
]
