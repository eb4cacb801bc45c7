import type {Referral} from '../../../domain/referral/referral.ts'
import {namesOf} from '../../runtime/audit.ts'
import type {RecordName} from '../../store/audit-entry.ts'

/** The records that a referral tells of: itself and its children. */
export const aboutReferral = ({id, children}: Pick<Referral, 'id' | 'children'>): readonly RecordName[] => [
  `referral/${id}`,
  ...namesOf('child', children),
]
