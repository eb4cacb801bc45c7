import type {AuthorityId, CaseId} from '../domain/ids.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

/** What every event about a case of the panel tells. */
export const CASE_DATA = {
  authorityId: authorityReference,
  caseId: recordReference.meta({description: 'Id of the case: that of its placement.'}),
  caseVersion: recordVersion,
}

export interface CaseData {
  readonly authorityId: AuthorityId
  readonly caseId: CaseId
  readonly caseVersion: number
}
