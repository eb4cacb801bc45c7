import type {Day, Instant} from '../domain/calendar.ts'
import type {AuthorityId, PlacementId} from '../domain/ids.ts'
import type {ApprovalRule} from '../domain/matching/shortlist.ts'
import {eventContract, eventOf} from './envelope.ts'
import {authorityReference, code, day, recordReference, recordVersion} from './fields.ts'

export const APPROVAL_GRANTED = eventContract(
  'ApprovalGranted',
  'placement',
  'A named role approved what a placement needed approval for.',
  {
    authorityId: authorityReference,
    placementId: recordReference,
    placementVersion: recordVersion,
    approval: code.meta({
      description: 'Rule that asks for the approval, as in docs/matching.md: A1, A2 and on.',
    }),
    role: code.meta({description: 'Who approved, by role.'}),
    grantedOn: day,
  },
)

interface Granted {
  readonly authorityId: AuthorityId
  readonly placementId: PlacementId
  readonly placementVersion: number
  readonly approval: ApprovalRule
  readonly role: string
  readonly grantedOn: Day
}

export const approvalGranted = (data: Granted, at: Instant) =>
  eventOf(
    APPROVAL_GRANTED,
    {authorityId: data.authorityId, id: data.placementId, version: data.placementVersion, at},
    data,
  )
