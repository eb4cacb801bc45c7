import type {ApplicationId, AuthorityId} from '../domain/ids.ts'
import {authorityReference, recordReference, recordVersion} from './fields.ts'

/** What every event about an application to foster tells. */
export const APPLICATION_DATA = {
  authorityId: authorityReference,
  applicationId: recordReference,
  applicationVersion: recordVersion,
}

export interface ApplicationData {
  readonly authorityId: AuthorityId
  readonly applicationId: ApplicationId
  readonly applicationVersion: number
}

/** Of which record the event is. */
export const ofApplication = ({authorityId, applicationId, applicationVersion}: ApplicationData) => ({
  authorityId,
  id: applicationId,
  version: applicationVersion,
})
