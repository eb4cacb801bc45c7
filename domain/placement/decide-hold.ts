import {type Day, dayInEngland, type Instant} from '../calendar.ts'
import type {Child} from '../child/child.ts'
import {withoutLapsedHolds} from '../household/calendar.ts'
import type {Occupancy} from '../household/occupancy.ts'
import type {AuthorityId, HoldId, OccupancyId, ShortlistId} from '../ids.ts'
import {type Party, partyOf} from '../matching/party.ts'
import type {MatchingPolicy} from '../matching/policy.ts'
import type {Home} from '../matching/shortlist.ts'
import type {ReferralInHand} from '../referral/referral.ts'
import {ok, type Result, refuse} from '../result.ts'
import {type AlreadyThere, whoIsThere} from './already-there.ts'
import {brokenConditions, type ConditionsFailed, overUsualLimit} from './conditions.ts'
import type {PlacementEvent} from './events.ts'
import type {Hold} from './hold.ts'
import {occupantsOf} from './occupant.ts'
import type {GrantedApproval, Nights} from './placement.ts'
import {type ReferralRefusal, whyNotSought} from './referral-open.ts'

/** How long places are held when nobody says: long enough to telephone everybody. */
const HOLD_HOURS = 4

export interface HoldRequest {
  readonly id: HoldId
  readonly authorityId: AuthorityId
  readonly referral: ReferralInHand
  /** Those of the referral to hold a place for, each once; all of them, or one part of a split. */
  readonly children: readonly {readonly child: Child; readonly occupancyId: OccupancyId}[]
  readonly home: Home
  readonly shortlistId: ShortlistId | null
  readonly policy: MatchingPolicy
  /** An exemption from the usual fostering limit (A1), where there is one. */
  readonly approvals: readonly GrantedApproval[]
  readonly by: string
  readonly at: Instant
  /** Default four hours from now. */
  readonly expiresAt?: Instant
}

export interface HoldDecided {
  readonly hold: Hold
  readonly calendar: readonly Occupancy[]
  readonly events: readonly PlacementEvent[]
}

export type HoldRefusal =
  | ReferralRefusal
  | AlreadyThere
  /** The referral asks for no night from today on. */
  | {readonly kind: 'nights-are-over'; readonly until: Day}
  | {readonly kind: 'expires-in-the-past'; readonly expiresAt: Instant}
  | ConditionsFailed

/**
 * One place for each child in one household, all or none, for the nights that the referral still asks for, until
 * the hold expires. Decided on the referral, the household and its calendar alone.
 */
export function decideHold(request: HoldRequest): Result<HoldDecided, HoldRefusal> {
  const {referral, at} = request
  const childIds = request.children.map(({child}) => child.id)
  const home = {...request.home, calendar: withoutLapsedHolds(request.home.calendar, at)}
  const expiresAt = expiryOf(request)
  const nights = nightsStillAsked(referral, at)
  const refusal =
    whyNotSought(referral, childIds) ?? whyNoTime(nights, expiresAt, at) ?? whoIsThere(home, childIds, nights)
  if (refusal !== null) return refuse(refusal)
  const party = partyOf({
    ...request,
    children: request.children.map(({child}) => child),
    siblings: {},
    referral: {...referral, children: childIds, neededFrom: nights.from},
  })
  const failed = [...brokenConditions(party, home), ...overUsualLimit(party, home, request.approvals)]
  if (failed.length > 0) return refuse({kind: 'conditions-failed', householdId: home.household.id, failed})
  const hold = holdOf(request, nights, expiresAt)
  return ok({
    hold,
    calendar: [...home.calendar, ...placesOf(request, party, hold)],
    events: [placesHeld(hold)],
  })
}

function whyNoTime({from, until}: Nights, expiresAt: Instant, at: Instant): HoldRefusal | null {
  if (expiresAt <= at) return {kind: 'expires-in-the-past', expiresAt}
  return until !== null && until <= from ? {kind: 'nights-are-over', until} : null
}

function placesOf({children}: HoldRequest, party: Party, {nights, expiresAt}: Hold): readonly Occupancy[] {
  const occupants = occupantsOf(party)
  return children.map(({child, occupancyId}) => ({
    id: occupancyId,
    kind: 'hold',
    ...nights,
    bedroomId: null,
    occupant: occupants.get(child.id) ?? null,
    expiresAt,
  }))
}

const expiryOf = ({at, expiresAt}: HoldRequest): Instant =>
  new Date(expiresAt ?? Date.parse(at) + HOLD_HOURS * 3_600_000).toISOString()

/** A home that was needed before today is needed from tonight on. */
function nightsStillAsked({neededFrom, expectedUntil}: ReferralInHand, at: Instant): Nights {
  const today = dayInEngland(at)
  return {from: neededFrom > today ? neededFrom : today, until: expectedUntil}
}

const holdOf = (
  {id, referral, children, home, shortlistId, approvals, by, at}: HoldRequest,
  nights: Nights,
  expiresAt: Instant,
): Hold => ({
  id,
  referralId: referral.id,
  householdId: home.household.id,
  shortlistId,
  children: children.map(({child}) => child.id),
  occupancies: children.map(({occupancyId}) => occupancyId),
  nights,
  approvals,
  heldBy: by,
  heldAt: at,
  expiresAt,
  released: null,
  placedAt: null,
})

const placesHeld = ({id, referralId, householdId, children, nights, expiresAt}: Hold): PlacementEvent => ({
  name: 'PlacesHeld',
  holdId: id,
  referralId,
  householdId,
  childIds: children,
  ...nights,
  expiresAt,
})
