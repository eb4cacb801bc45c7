import type {Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {PlacementEvent} from '../../domain/placement/events.ts'
import {approvalGranted} from '../../events/approval-granted.v1.ts'
import type {CloudEvent} from '../../events/envelope.ts'
import {holdExpired} from '../../events/hold-expired.v1.ts'
import {holdReleased} from '../../events/hold-released.v1.ts'
import {placementEnded} from '../../events/placement-ended.v1.ts'
import {placementMoved} from '../../events/placement-moved.v1.ts'
import {placementStarted} from '../../events/placement-started.v1.ts'
import {placesHeld} from '../../events/places-held.v1.ts'
import {stayingPutEnded} from '../../events/staying-put-ended.v1.ts'
import {recordEvents} from './outbox.ts'
import type {Refusal} from './refusal.ts'
import type {Write} from './table.ts'

/** The version that each hold or placement has from this transaction on, by id. */
type Versions = Readonly<Record<string, number>>

/** What a decision made happen, for the transaction that makes it so. */
export const recordPlacementEvents = (
  auth: AuthorityId,
  events: readonly PlacementEvent[],
  versions: Versions,
  at: Instant,
): Write<Refusal>[] =>
  recordEvents(
    auth,
    events.map(event => published(auth, event, versions, at)),
  )

function published(
  authorityId: AuthorityId,
  event: PlacementEvent,
  versions: Versions,
  at: Instant,
): CloudEvent {
  const ofHold = (id: string) => ({authorityId, holdVersion: versionIn(versions, id)})
  const ofPlacement = (id: string) => ({authorityId, placementVersion: versionIn(versions, id)})
  switch (event.name) {
    case 'PlacesHeld': {
      const {name, ...data} = event
      return placesHeld({...data, ...ofHold(data.holdId)}, at)
    }
    case 'HoldReleased': {
      const {name, ...data} = event
      return holdReleased({...data, ...ofHold(data.holdId)}, at)
    }
    case 'HoldExpired': {
      const {name, ...data} = event
      return holdExpired({...data, ...ofHold(data.holdId)}, at)
    }
    case 'PlacementStarted': {
      const {name, ...data} = event
      return placementStarted({...data, ...ofPlacement(data.placementId)}, at)
    }
    case 'PlacementMoved': {
      const {name, ...data} = event
      return placementMoved({...data, ...ofPlacement(data.placementId)}, at)
    }
    case 'PlacementEnded': {
      const {name, ...data} = event
      return placementEnded({...data, ...ofPlacement(data.placementId)}, at)
    }
    case 'StayingPutEnded': {
      const {name, ...data} = event
      return stayingPutEnded({...data, ...ofPlacement(data.placementId)}, at)
    }
    case 'ApprovalGranted': {
      const {name, ...data} = event
      return approvalGranted({...data, ...ofPlacement(data.placementId)}, at)
    }
  }
}

function versionIn(versions: Versions, id: string): number {
  const version = versions[id]
  if (version === undefined)
    throw new Error('An event tells of a record that its transaction does not write.')
  return version
}
